import { describe, expect, test } from 'vitest';
import type { Design } from '../../src/model/scenario.ts';
import { outagesPieces, outagesSentence, outagesText, outagesUnknown, perYearText } from '../../src/words/outages.ts';

describe('how often', () => {
  test.each([
    [9.42, '9.4 outages a year'],
    [128.4, '128 outages a year'],
    [12_345, '12,345 outages a year'],
    [1, 'one outage a year'],
    [0.97, '0.97 outages a year'],
    [0.31, 'one outage in 3.2 years'],
    [0.001, 'one outage in 1,000 years'],
    [1e-9, 'less than one outage in a million years'],
    [0, 'no outages'],
  ])('%d a year reads "%s"', (perYear, text) => {
    expect(outagesText(perYear)).toBe(text);
  });

  test('and how long is one sentence', () => {
    expect(outagesSentence({ perYear: 9.42, meanSeconds: 1680, unknown: [] })).toBe(
      '9.4 outages a year, 28.0 min each',
    );
    expect(outagesSentence({ perYear: 0.31, meanSeconds: 1680, unknown: [] })).toBe(
      'one outage in 3.2 years, 28.0 min long',
    );
    expect(outagesSentence({ perYear: 9.42, meanSeconds: null, unknown: [] })).toBe('9.4 outages a year');
    expect(outagesSentence({ perYear: 0, meanSeconds: null, unknown: [] })).toBe('no outages');
    expect(outagesSentence({ perYear: null, meanSeconds: null, unknown: ['app'] })).toBe('');
  });

  test('in a column is a number, or unknown', () => {
    expect([9.42, 0.031, 1e-5, 0, 128.4, null].map(perYearText)).toEqual([
      '9.4',
      '0.031',
      'under 0.001',
      '0',
      '128',
      'unknown',
    ]);
  });
});

const design: Design = {
  name: 'd',
  components: {
    app: { kind: 'service', name: 'App' },
    db: { kind: 'database', name: 'Orders database' },
    pay: { kind: 'external', name: 'Payment gateway' },
  },
  domains: { a: { kind: 'zone' } },
};

const unknown = (...ids: string[]): string =>
  outagesUnknown({ perYear: null, meanSeconds: null, unknown: ids }, design, 2)
    .map(({ text }) => text)
    .join('');

describe('how often is not known', () => {
  test('where something has no time to repair, and that is named', () => {
    expect(unknown('app')).toBe('How often is not known: App has no time to repair');
    expect(unknown('db', 'a')).toBe('How often is not known: Orders database and Zone a have no time to repair');
    expect(unknown('app', 'db', 'a')).toBe(
      'How often is not known: App, Orders database and Zone a have no time to repair',
    );
    expect(unknown('app', 'db', 'pay', 'a')).toBe(
      'How often is not known: App, Orders database and 2 others have no time to repair',
    );
    expect(unknown()).toBe('');
    expect(outagesUnknown({ perYear: 1, meanSeconds: 1, unknown: ['app'] }, design, 0)).toEqual([]);
  });

  test('and every name leads to its field', () => {
    const led: unknown[] = [];
    const outages = { perYear: null, meanSeconds: null, unknown: ['app', 'a'] };
    const pieces = outagesPieces(outages, design, 2, (path) => led.push(path));
    for (const { go } of pieces) go?.();
    expect(led).toEqual([
      ['designs', 2, 'components', 'app', 'up'],
      ['designs', 2, 'domains', 'a', 'up'],
    ]);
    expect(pieces.at(-1)?.text).toBe('.');
  });

  test('unless it is', () => {
    const pieces = outagesPieces({ perYear: 0.31, meanSeconds: 1680, unknown: [] }, design, 0, () => {});
    expect(pieces).toEqual([{ text: 'One outage in 3.2 years, 28.0 min long.' }]);
    expect(outagesPieces({ perYear: null, meanSeconds: null, unknown: [] }, design, 0, () => {})).toEqual([]);
  });
});
