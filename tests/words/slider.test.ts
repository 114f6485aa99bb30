import { describe, expect, test } from 'vitest';
import { sliderPlace } from '../../src/words/slider.ts';

const RANGE = { min: 0.001, max: 0.5 };
const placeOf = (text: string) => sliderPlace(text, RANGE);

describe('A slider of a share', () => {
  test('stops at nothing and then at round numbers, closer together where they are small', () => {
    const { last, textAt } = placeOf('0 %')!;
    expect(Array.from({ length: last + 1 }, (_, place) => textAt(place)).join(' · ')).toBe(
      '0 % · 0.1 % · 0.15 % · 0.2 % · 0.3 % · 0.4 % · 0.5 % · 0.6 % · 0.7 % · 0.8 % · 0.9 % · ' +
        '1 % · 1.5 % · 2 % · 3 % · 4 % · 5 % · 6 % · 7 % · 8 % · 9 % · 10 % · 15 % · 20 % · 30 % · 40 % · 50 %',
    );
  });

  test('stands where it wrote', () => {
    const { last, textAt } = placeOf('0 %')!;
    for (let place = 0; place <= last; place++) expect(placeOf(textAt(place))?.place).toBe(place);
  });

  test.each([
    ['0.1', '10 %'],
    ['7.4 %', '7 %'],
    ['0.001 %', '0.1 %'],
    ['100 %', '50 %'],
    ['0', '0 %'],
  ])('stands for %s at its nearest stop, %s', (text, stop) => {
    const { place, textAt } = placeOf(text)!;
    expect(textAt(place)).toBe(stop);
  });

  test.each(['2 * b', 'b', '', '120 %', '1 % to 5 %', '-5 %', '3 ms'])('is nowhere for %s', (text) => {
    expect(placeOf(text)).toBeNull();
  });
});
