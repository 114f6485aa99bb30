import { describe, expect, test } from 'vitest';
import type { TimeCurve } from '../../src/model/report.ts';
import { figureText, namedAtoms, timeCurveText } from '../../src/words/time-figures.ts';
import { TWO_SPEEDS } from './times.ts';

const BIMODAL: TimeCurve = {
  question: 'time',
  density: [],
  atoms: [
    { seconds: 0.01, probability: 0.95 },
    { seconds: 0.2, probability: 0.05 },
  ],
  seconds: TWO_SPEEDS,
};
const point = (seconds: number, density: number) => ({ seconds, density });

describe('A time that is drawn', () => {
  test('is said in words with its exact times and its quantiles', () => {
    expect(timeCurveText(BIMODAL)).toBe(
      '95 % take exactly 10 ms, 5 % exactly 200 ms. p50 10 ms, p90 10 ms, p95 10 ms, p99 200 ms, p99.9 200 ms, mean 19.5 ms.',
    );
  });

  test('is said to be densest where it is', () => {
    const density = [point(0.01, 1), point(0.02, 9), point(0.03, 2)];
    expect(timeCurveText({ question: 'time', density, atoms: [], seconds: null })).toBe('Most common near 20 ms.');
    const falling = [point(0.01, 9), point(0.02, 4)];
    expect(timeCurveText({ question: 'time', density: falling, atoms: [], seconds: null })).toBe(
      'The shorter, the more common.',
    );
  });

  test('has a name at few of its exact times, the likeliest first: those that stand out of many', () => {
    const many = Array.from({ length: 40 }, (_, place) => ({ seconds: place / 100, probability: 0.01 }));
    const curve = {
      ...BIMODAL,
      atoms: [...many, { seconds: 0.5, probability: 0.2 }, { seconds: 0.6, probability: 0.4 }],
    };
    expect(namedAtoms(curve).map(({ seconds }) => seconds)).toEqual([0.6, 0.5]);
    expect(namedAtoms({ ...BIMODAL, atoms: many })).toEqual([]);
    expect(namedAtoms({ ...BIMODAL, atoms: [{ seconds: 9, probability: 1e-4 }, ...BIMODAL.atoms] })).toEqual(
      BIMODAL.atoms,
    );
  });

  test('has figures that may be infinite', () => {
    expect(figureText(null)).toBe('infinite');
    expect(figureText(0.0461)).toBe('46.1 ms');
  });
});
