import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fullestShortText,
  fullestText,
  headroomFigure,
  headroomText,
  inFlightText,
  isStrained,
  limitedOf,
  loadRows,
  loadText,
  loadTitle,
  neededText,
  nodeLoad,
  strainOf,
  waitText,
  withShortRates,
} from '../../src/words/load.ts';
import { fullestOf, loadOf, SHOP, shopReport } from './load-samples.ts';

const OVER = loadOf({ utilisation: 0.85 });
const UNSTABLE = loadOf({ utilisation: 1.12, waitSeconds: { mean: null, p99: null }, concurrency: null });
const SHEDDING = loadOf({ utilisation: 1.12, shed: 0.107 });
const UNLIMITED = loadOf({ utilisation: 0, saturatesAtRatePerSecond: null });

describe('how busy a component is', () => {
  test('is within its target, over it, or more than its workers can do', () => {
    expect(['within', 'over', 'overloaded']).toEqual([loadOf(), OVER, UNSTABLE].map(strainOf));
    expect(strainOf({ utilisation: 0.1 * 7, target: 0.7 }), 'the last bits of a sum are not over').toBe('within');
    expect([loadOf(), OVER, UNLIMITED, null].map(isStrained)).toEqual([false, true, false, false]);
  });

  test('has a sign where it is too much', () => {
    expect([loadOf(), OVER, UNSTABLE].map(loadText)).toEqual(['62.5 %', '✕ 85 %', '✕ 112 %']);
  });

  test('stands on its node without Greek: the load, or what arrives where nothing limits it', () => {
    expect(nodeLoad(loadOf())).toEqual(['load', '62.5 %']);
    expect(nodeLoad(OVER)).toEqual(['over 70 %', '✕ 85 %']);
    expect(nodeLoad(UNSTABLE)).toEqual(['unstable', '✕ 112 %']);
    expect(nodeLoad(SHEDDING)).toEqual(['sheds 10.7 %', '✕ 112 %']);
    expect(nodeLoad(UNLIMITED)).toEqual(['gets', '8,000 req/s']);
  });

  test('is listed from the one nearest to its target on, without those that cannot be full', () => {
    const report = shopReport({ app: loadOf(), cache: UNLIMITED, db: loadOf({ utilisation: 0.65, target: 0.6 }) });
    expect(limitedOf(report).map(([id]) => id)).toEqual(['db', 'app']);
  });
});

describe('headroom', () => {
  test('has two digits, and is never more than there is', () => {
    expect([1.428, 2, 0.625, 13.7, 240, 0].map(headroomText)).toEqual(['1.4×', '2×', '0.62×', '13×', '240×', '0×']);
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (times) => {
        const said = Number(headroomText(times).slice(0, -1).replaceAll(',', ''));
        expect(said).toBeLessThanOrEqual(times * (1 + 1e-9));
        expect(said).toBeGreaterThan(0.9 * times);
      }),
    );
  });

  test('has a sign where there is none, and requests have shorter texts for short arrows', () => {
    expect([fullestOf(), fullestOf({ utilisation: 0.85, timesToTarget: 0.823 })].map(headroomFigure)).toEqual([
      '1.1×',
      '✕ 0.82×',
    ]);
    expect(withShortRates('20,000 req/s · ×10')).toEqual(['20,000 req/s · ×10', '20,000/s · ×10', '20k/s · ×10']);
    const shortest = ['950 req/s', '1,250,000 req/s', '17.5 req/s', '0.00003 req/s · 1 %'].map((text) =>
      withShortRates(text).at(-1),
    );
    expect(shortest).toEqual(['950/s', '1.3M/s', '17.5/s', '0.00003/s · 1 %']);
  });

  test('names what is full first, and how it stands', () => {
    expect(fullestText(fullestOf(), SHOP)).toBe('App is full first, at 8,960 req/s');
    expect(fullestText(fullestOf({ utilisation: 0.85 }), SHOP)).toBe('App is 85 % busy, its target is 70 %');
    const short = [{}, { utilisation: 0.85 }, { utilisation: 1.12 }].map((given) => fullestShortText(fullestOf(given)));
    expect(short).toEqual(['until 8,960 req/s', 'target 70 %', 'at 112 %']);
    expect(fullestText(fullestOf({ utilisation: 1.12 }), SHOP)).toBe('App gets more than it can do: 112 %');
  });
});

describe('the figures of a component', () => {
  test('stand under how busy it is', () => {
    expect(loadTitle('App', loadOf())).toBe('App is 62.5 % busy, its target is 70 %');
    expect(loadTitle('App', OVER)).toBe('✕ App is 85 % busy, over its target of 70 %');
    expect(loadTitle('App', UNSTABLE)).toBe('✕ App gets more than it can do: 112 %');
    expect(loadTitle('Cache', UNLIMITED)).toBe('Cache gets 8,000 req/s');
  });

  test('say arrivals, what is in flight, waits, replicas and where it ends', () => {
    expect(loadRows(loadOf())).toEqual([
      ['Arrivals', '8,000 req/s'],
      ['In flight', '320'],
      ['Wait, mean', '0.1 ms'],
      ['Wait, p99', '2 ms'],
      ['Replicas for the target', '8'],
      ['With N + 1 and N + 2', '9 and 10'],
      ['Saturated at', '12,800 req/s'],
      ['Queue', 'M/M/c, exact'],
    ]);
    expect(new Map(loadRows(UNSTABLE)).get('Wait, mean')).toBe('unstable');
    expect(new Map(loadRows(SHEDDING)).get('Turned away')).toBe('10.7 %');
    const band = (value: number | null) => new Map(loadRows(loadOf({ queue: 'M/G/c', band: value }))).get('Queue');
    expect([band(0.05), band(null)]).toEqual(['M/G/c, mean wait ± 5 %', 'M/G/c, approximate']);
    expect(loadRows(UNLIMITED).map(([label]) => label)).toEqual(['Arrivals', 'In flight']);
    expect(loadRows({ ...UNLIMITED, concurrency: 0 }), 'what takes no time is in nothing').toEqual([
      ['Arrivals', '8,000 req/s'],
    ]);
    const never = new Map(loadRows(loadOf({ replicasNeeded: null })));
    expect(never.get('Replicas for the target')).toBe('no number is enough');
    expect(never.has('With N + 1 and N + 2')).toBe(false);
  });

  test('say what has no end', () => {
    expect([waitText(null), inFlightText(null), neededText(null)]).toEqual([
      'unstable',
      'ever more',
      'no number is enough',
    ]);
  });
});
