import { describe, expect, test } from 'vitest';
import type { AvailabilityFigures, Bracket } from '../../src/model/report.ts';
import {
  about,
  aboutSentence,
  bracketSentence,
  downtimeAxis,
  knownAvailability,
  knownAvailabilityShort,
  knownDowntime,
  knownNines,
  saidDowntime,
  worstKnown,
  type Known,
} from '../../src/words/known.ts';
import { availabilityAtMostText, availabilityText } from '../../src/words/numbers.ts';
import { bracketed, figuresOf } from './samples.ts';

const exact: Known = { ...figuresOf(0.0005029985), bracket: null };
const wide: Known = bracketed(0.000501, 0.000504);

describe('an availability that is known exactly', () => {
  test('is one number everywhere', () => {
    expect(knownAvailability(exact)).toBe('99.9497 %');
    expect(knownAvailabilityShort({ ...figuresOf(0.0005), bracket: null })).toBe('99.95 %');
    expect([knownDowntime(exact), saidDowntime(exact)]).toEqual(['4.41 h', '4.41 h']);
    expect(knownNines(exact)).toBe('3.30 nines');
    expect(about(exact, '99.4 %')).toBe('99.4 %');
    expect([aboutSentence(exact), aboutSentence(wide)]).toEqual([
      '',
      'Worked out from the lower end of the range, so about right',
    ]);
    expect([downtimeAxis(exact), downtimeAxis(wide)]).toEqual(['downtime a year', 'downtime a year, about']);
    expect(worstKnown(exact).unavailability).toBe(0.0005029985);
  });
});

describe('an availability that is known between two figures', () => {
  test('is a range, its unit said once, and a sentence says between', () => {
    expect(knownAvailability(wide)).toBe('99.9496 to 99.9499 %');
    expect(knownAvailabilityShort(wide)).toBe('between 99.9496 % and 99.9499 %');
    expect(knownAvailabilityShort(bracketed(0.0005, 0.0006))).toBe('between 99.94 % and 99.95 %');
    expect([knownDowntime(wide), saidDowntime(wide)]).toEqual(['4.39 to 4.42 h', 'between 4.39 h and 4.42 h']);
    expect(knownDowntime(wide, 'downtimeSecondsPer7Days')).toBe('5.1 min');
    expect(knownDowntime(bracketed(0.0001, 0.0005))).toBe('52.6 min to 4.38 h');
    expect(knownNines(bracketed(0.0001, 0.0005))).toBe('3.30 to 4.00 nines');
    expect(about(wide, '99.4 %')).toBe('about 99.4 %');
    expect(worstKnown(wide).unavailability).toBe(0.000504);
  });

  test('is rounded outwards', () => {
    expect([availabilityText(0.000502999), availabilityAtMostText(0.000502999)]).toEqual(['99.9497 %', '99.9498 %']);
    expect([0, 0.5, 0.9999, 1].map(availabilityAtMostText)).toEqual(['100 %', '50.0 %', '0.1 %', '0 %']);
    expect(availabilityAtMostText(9e-10)).toBe('over 9 nines');
    expect(knownAvailability(bracketed(0.0005029985, 0.0005029986))).toBe('99.9497 to 99.9498 %');
  });

  test('says why', () => {
    const figures: AvailabilityFigures = figuresOf(0.1);
    const because = (failures: number): string =>
      bracketSentence({ low: figures, high: figures, failures, narrowing: false } satisfies Bracket);
    expect(because(4)).toBe('Too much is shared for an exact answer: all combinations of up to 4 failures are counted');
    expect(because(1)).toMatch(/: all single failures are counted, and some of their combinations$/);
    expect(because(0)).toMatch(/: not every combination of failures is counted$/);
  });
});
