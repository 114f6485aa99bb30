import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  besideLeading,
  errorText,
  goodWithinText,
  latencyText,
  latencyVerdictText,
  leadingText,
  limitText,
  oneInText,
  outOf,
  promisedWithin,
  quantileLabel,
  shareText,
  tickText,
  successText,
} from '../../src/words/latency.ts';
import {
  addedSentence,
  betweenText,
  failureSentence,
  latencyTitle,
  promiseSentence,
  statesSentence,
  successSentence,
  visitTitle,
} from '../../src/words/latency-sentences.ts';
import { sentenceText, type Sentence } from '../../src/words/sentence.ts';
import { hasTimes } from '../../src/words/times.ts';
import { promised, timesOf, TWO_SPEEDS } from './times.ts';

const plainly = (sentence: Sentence): string => sentenceText(sentence);

describe('a time', () => {
  test.each([
    [0.212, '212 ms'],
    [1.324, '1.32 s'],
    [0.0004, '0.4 ms'],
    [4e-6, '4 µs'],
    [1e-9, '1 ns'],
    [0, '0 ms'],
    [null, 'infinite'],
  ])('of %s s reads "%s"', (seconds, text) => {
    expect(latencyText(seconds)).toBe(text);
  });

  test('above 0 never reads as 0', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1e6, noNaN: true }), (seconds) => {
        expect(latencyText(seconds)).not.toMatch(/^0(\.0+)? /);
      }),
    );
  });

  test('has round numbers on an axis', () => {
    expect([0, 0.05, 10, 100, 1000, 1e6].map((seconds) => tickText(seconds))).toEqual([
      '0 ms',
      '50 ms',
      '10 s',
      '100 s',
      '1,000 s',
      '11.6 days',
    ]);
  });

  test('says how far it may be off', () => {
    expect([0, 5e-5, 1.234e-3, 4.21e-6, 1e-9, 1.21, null].map((error) => errorText(error))).toEqual([
      'exact',
      '± 0.05 ms',
      '± 1.3 ms',
      '± 0.0043 ms',
      '± 0.001 ms',
      '± 1.3 s',
      '',
    ]);
  });

  test('is guaranteed to lie between two', () => {
    expect(betweenText({ low: 0.21187, high: 0.21291 })).toBe('between 211.9 ms and 212.9 ms');
    expect(betweenText({ low: 0.2, high: 0.2 })).toBe('200 ms, exactly');
    expect(betweenText({ low: 0.9, high: null })).toBe('at least 900 ms');
    expect(betweenText({ low: null, high: null })).toBe('infinite');
  });
});

describe('a quantile', () => {
  test('is called as people call it, and counted as they count', () => {
    expect([0.5, 0.95, 0.99, 0.999, 0.9999, 0.995].map(quantileLabel)).toEqual([
      'p50',
      'p95',
      'p99',
      'p99.9',
      'p99.99',
      'p99.5',
    ]);
    expect([0.5, 0.9, 0.95, 0.99, 0.999, 0.9999].map(outOf)).toEqual([
      'half',
      '9 of 10',
      '95 of 100',
      '99 of 100',
      '999 of 1,000',
      '9,999 of 10,000',
    ]);
    expect(outOf(1 / 3)).toBe('33.3 %');
  });

  test('that was promised stands for the whole, else p99', () => {
    expect(leadingText(timesOf())).toBe('p99 200 ms');
    const median = { quantile: 0.5, limitSeconds: 0.02, seconds: 0.01, met: true };
    expect(leadingText(timesOf({ latency: { objective: median } }))).toBe('p50 10 ms');
    expect(latencyTitle(timesOf({ latency: { objective: median } }))).toBe('Half answers within 10 ms');
  });
});

describe('what is said of a journey’s times', () => {
  test('nothing where no time is known, or none is taken', () => {
    const none = { ...TWO_SPEEDS, p50: 0, p90: 0, p95: 0, p99: 0, p999: 0, p9999: 0, mean: 0 };
    expect(
      [undefined, timesOf({ latencySeconds: null }), timesOf({ latencySeconds: none }), timesOf()].map(hasTimes),
    ).toEqual([false, false, false, true]);
  });

  test('whether it keeps its promise, and how many are good in time: rounded down', () => {
    const goodWithin = [{ seconds: 0.25, probability: 0.99329 }];
    const times = timesOf({ goodWithin, latency: { objective: promised(0.25) } });
    expect(latencyVerdictText(promised(0.25))).toBe('meets 250 ms');
    expect(latencyVerdictText(promised(0.15))).toBe('misses 150 ms');
    expect(besideLeading(times)).toBe('p50 10 ms · 99.329 % in time');
    expect(promisedWithin(times)).toEqual(goodWithin[0]);
    expect(goodWithinText({ seconds: 0.25, probability: 0.99329 })).toBe('99.329 % good within 250 ms');
    expect(shareText(0.999_999_99)).toBe('99.999999 %');
    expect(promisedWithin(timesOf())).toBeUndefined();
    expect([0.25, 0.3].map((seconds) => limitText(seconds, times))).toEqual(['limit 250 ms', 'asked 300 ms']);
    expect(limitText(0.3, timesOf())).toBe('limit 300 ms');
  });

  test('what that makes of its promise', () => {
    const said = (change: Parameters<typeof timesOf>[0]): string => plainly(promiseSentence(timesOf(change)));
    const none = { ...TWO_SPEEDS, p50: null, p90: null, p95: null, p99: null, p999: null, p9999: null, mean: null };
    expect(plainly(promiseSentence(timesOf({ latencySeconds: null })))).toBe('');
    expect(said({})).toBe('99 of 100 answers come within 200 ms.');
    expect(said({ latency: { objective: promised(0.25) } })).toBe(
      '99 of 100 answers come within 200 ms, so the promise of 250 ms is kept.',
    );
    expect(said({ latency: { objective: promised(0.05) } })).toBe(
      '99 of 100 answers take up to 200 ms, which breaks the promise of 50 ms.',
    );
    expect(said({ latency: { objective: { ...promised(0.25), quantile: 0.5 } } })).toContain(
      'Half of all answers come',
    );
    expect(said({ latencySeconds: none })).toBe('No request is answered well.');
    expect(
      said({ latencySeconds: none, latency: { objective: { ...promised(0.25), seconds: null, met: false } } }),
    ).toBe('No request is answered well, so the promise of 250 ms is broken.');
  });

  test('how many succeed: never 100 % unless all do', () => {
    expect(plainly(successSentence(timesOf()))).toBe('Every request that meets no outage is answered well.');
    expect(successText({ failure: 1e-12 })).toBe('over 9 nines');
    const some = timesOf({ latency: { failure: 2e-4 } });
    expect(plainly(successSentence(some))).toBe('Of the requests that meet no outage, 99.9800 % are answered well.');
    expect(failureSentence(2e-4)).toBe('1 in 5,000 visits fails by errors or timeouts');
    expect(failureSentence(0.75)).toBe('Of its visits, 25 % are answered well');
  });

  test('which way the sum of all p99 errs', () => {
    const added = (addedP99Seconds: number | null) => plainly(addedSentence(timesOf({ latency: { addedP99Seconds } })));
    expect(added(0.2)).toBe('Adding up every part’s p99 gives 200 ms, which is right here.');
    expect(added(0.31)).toBe('Adding up every part’s p99 gives 310 ms, 110 ms too much.');
    expect(added(0.02)).toBe('Adding up every part’s p99 gives 20 ms, 180 ms too little.');
    expect(added(null)).toMatch(/add up to no time/);
  });

  test('what the sum over what may be down leaves out', () => {
    const states = (counted: number, remainder: number, narrowing = false) =>
      statesSentence(timesOf({ latency: { states: { counted, remainder, narrowing } } }));
    expect(states(1, 0)).toBe('');
    expect(states(12, 1e-9)).toBe('12 states of what is down are counted; all others have a chance of 1 × 10⁻⁹');
    expect(states(1, 0.002, true)).toBe(
      'One state of what is down is counted so far; all others have a chance of 2 × 10⁻³',
    );
  });

  test('where nothing ever answers', () => {
    const never = { ...TWO_SPEEDS, p50: null, p90: null, p95: null, p99: null, p999: null, p9999: null, mean: null };
    const times = timesOf({ latencySeconds: never });
    expect(hasTimes(times)).toBe(true);
    expect(leadingText(times)).toBe('p99 infinite');
    expect(latencyTitle(times)).toBe('No answer is ever good');
    expect(visitTitle('App', null)).toBe('App never answers well');
    expect(plainly(addedSentence(times))).toBe('');
  });

  test('one in so many', () => {
    expect([1, 0.1, 0.001, 1 / 3].map(oneInText)).toEqual(['all', '1 in 10', '1 in 1,000', '1 in 3']);
  });
});
