import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sharesOf, withoutPart, withoutRow, withPart, withRow, withShare } from '../../../src/model/edit/time-lists.ts';
import type { Mixture, QuantileTable } from '../../../src/model/edit/time-lists.ts';

const BIMODAL: Mixture = {
  mixture: [
    { weight: '95 %', time: '10 ms' },
    { weight: '5 %', time: '200 ms' },
  ],
};
const TABLE: QuantileTable = { quantiles: { '0.5': '10 ms', '99 %': '200 ms' } };

describe('A part of a mixture', () => {
  test('that is added takes its weight from the heaviest, in its way of writing', () => {
    expect(withPart(BIMODAL).mixture).toEqual([
      { weight: '90 %', time: '10 ms' },
      { weight: '5 %', time: '200 ms' },
      { weight: '5 %', time: '10 ms' },
    ]);
  });

  test('that is added beside formulas weighs nothing yet', () => {
    expect(withPart({ mixture: [{ weight: 'hits', time: '1 ms' }] }).mixture).toEqual([
      { weight: 'hits', time: '1 ms' },
      { weight: 0, time: '1 ms' },
    ]);
  });

  test('that is taken away leaves its weight to the heaviest; the last one stays', () => {
    const one = withoutPart(BIMODAL, 1);
    expect(one).toEqual({ mixture: [{ weight: '100 %', time: '10 ms' }] });
    expect(withoutPart(one, 0)).toBe(one);
    expect(withoutPart(BIMODAL, 7)).toBe(BIMODAL);
  });

  test('that comes or goes leaves weights that add up to 1', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(weights, fc.nat(), (raw, pick) => {
        const sum = raw.reduce((a, b) => a + b);
        const mixture: Mixture = { mixture: raw.map((weight) => ({ weight: weight / sum, time: '1 ms' })) };
        const total = (time: Mixture) => time.mixture.reduce((all, { weight }) => all + Number(weight), 0);
        expect(total(withPart(mixture))).toBeCloseTo(1, 9);
        expect(total(withoutPart(mixture, pick % raw.length))).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe('A row of a table of quantiles', () => {
  test('that is added is about a share that is not there, between its neighbours', () => {
    expect(Object.entries(withRow(TABLE).quantiles)).toEqual([
      ['0.5', '10 ms'],
      ['0.9', '10 ms'],
      ['99 %', '200 ms'],
    ]);
  });

  test('goes to where its new share belongs', () => {
    expect(sharesOf(withShare(TABLE, '0.5', '0.999') ?? TABLE)).toEqual(['99 %', '0.999']);
    expect(sharesOf(withShare(TABLE, '0.5', 'p90') ?? TABLE)).toEqual(['0.9', '99 %']);
  });

  test('keeps its share where the new one is none, or stands in the table', () => {
    for (const typed of ['', 'often', '1.2', '99 %', '0.99', 'p99', '__proto__'])
      expect(withShare(TABLE, '0.5', typed)).toBeNull();
    expect(withShare(TABLE, '0.5', '0.5')).toBe(TABLE);
  });

  test('can be taken away but for the last', () => {
    const one = withoutRow(TABLE, '0.5');
    expect(one).toEqual({ quantiles: { '99 %': '200 ms' } });
    expect(withoutRow(one, '99 %')).toBe(one);
  });

  test('is not added when all usual shares are there', () => {
    let table = TABLE;
    for (let row = 0; row < 12; row++) table = withRow(table);
    expect(withRow(table)).toBe(table);
    expect(sharesOf(table)).toEqual(['0', '0.1', '0.25', '0.5', '0.75', '0.9', '0.95', '99 %', '0.999', '0.9999']);
  });
});
