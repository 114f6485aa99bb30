import { describe, expect, test } from 'vitest';
import {
  cacheJourneySentence,
  downText,
  emptyCacheSentence,
  hardestHit,
  headroomSentence,
  performabilitySentence,
  saturationSentence,
  stormText,
  stormTodaySentence,
  strainSentence,
  todaySentence,
} from '../../src/words/load-sentences.ts';
import {
  busyTitle,
  cacheTitle,
  fullText,
  growthTitle,
  kneeTitle,
  loadLatencyTitle,
  monthsText,
  multipleText,
  planTitle,
} from '../../src/words/load-titles.ts';
import { sentenceText } from '../../src/words/sentence.ts';
import { stormRemedyCells, stormRemedyLabel } from '../../src/words/storm-remedies.ts';
import {
  cacheLossOf,
  calleeOf,
  fullestOf,
  kneeOf,
  loadLatencyOf,
  loadOf,
  performabilityOf,
  plannedOf,
  planOf,
  SHOP,
  shopReport,
  stormOf,
} from './load-samples.ts';

describe('what is too busy', () => {
  test('is said with the replicas that would do, and nothing where all is well', () => {
    expect(strainSentence(shopReport({ app: loadOf() }), SHOP)).toEqual([]);
    const said = (load: Parameters<typeof loadOf>[0], others = {}) =>
      sentenceText(strainSentence(shopReport({ app: loadOf(load), ...others }), SHOP));
    expect(said({ utilisation: 0.85, replicasNeeded: 10 })).toBe(
      'The app is 85 % busy, over the target of 70 %; 10 replicas would do.',
    );
    expect(said({ utilisation: 1.12, replicasNeeded: null }, { db: loadOf({ utilisation: 0.75 }) })).toBe(
      'The app gets more than it can do: a load of 112 %, and no number of replicas is enough. So is one other.',
    );
  });

  test('or what would be first', () => {
    expect(sentenceText(headroomSentence(shopReport({ app: loadOf() }), SHOP))).toBe(
      'The app is full first: at 1.1× today’s load its target of 70 % is reached, at 1.6× it is saturated.',
    );
    const over = shopReport({}, fullestOf({ utilisation: 0.85 }));
    expect(sentenceText(headroomSentence(over, SHOP))).toBe('App is 85 % busy, its target is 70 %.');
    expect(headroomSentence(shopReport({}, null), SHOP)).toEqual([]);
    expect(busyTitle(shopReport({}), SHOP)).toBe('App is full first, at 1.1× today’s load');
    expect(busyTitle(shopReport({}, null), SHOP)).toBe('How busy workers are');
  });
});

describe('the knee', () => {
  test('says p99 at today’s load, and what one queue would say', () => {
    expect(kneeTitle(kneeOf(), 'App')).toBe('App at 70 %: p99 184 ms, M/M/1 would say 614 ms');
    const over = kneeOf({ today: kneeOf().points.at(-1) ?? null });
    expect(kneeTitle(over, 'App')).toBe('App at 100 % is unstable: its target is 70 %');
    expect(kneeTitle(kneeOf({ today: null }), 'App')).toBe('What load does to App');
    const [point] = kneeOf().points;
    const itself = {
      ...point!,
      utilisation: 0.7,
      p99Seconds: 0.614,
      single: { meanSeconds: 0.13, p99Seconds: 0.6141 },
    };
    expect(kneeTitle(kneeOf({ today: itself }), 'App'), 'it is that queue').toBe('App at 70 %: p99 614 ms');
  });
});

describe('a journey under load', () => {
  test('keeps its limit up to a rate, and saturates', () => {
    expect(loadLatencyTitle(loadLatencyOf(), 0.25)).toBe('Meets 250 ms up to 9,800 req/s, saturates at 11,400 req/s');
    expect(loadLatencyTitle(loadLatencyOf(), 0.05)).toBe('Misses 50 ms at any load, saturates at 11,400 req/s');
    const never = loadLatencyOf({ points: loadLatencyOf().points.slice(0, 2), saturatesAtRatePerSecond: null });
    expect(loadLatencyTitle(never, 0.25)).toBe('Meets 250 ms at every load shown');
    const turnsAway = loadLatencyOf({ points: never.points });
    expect(loadLatencyTitle(turnsAway, 0.25)).toBe('Meets 250 ms until it is full, saturates at 11,400 req/s');
    expect(loadLatencyTitle(never, null)).toBe('p99 120 ms at 8,000 req/s');
    expect(sentenceText(saturationSentence(never, SHOP))).toBe('Nothing saturates up to 8,000 req/s.');
  });

  test('is said for today and for its end', () => {
    expect(sentenceText(todaySentence(loadLatencyOf()))).toBe(
      'Today at 8,000 req/s: half of the answers within 30 ms, p99 120 ms, 99.9 % of requests answered well.',
    );
    expect(sentenceText(saturationSentence(loadLatencyOf(), SHOP))).toBe(
      'It saturates at 11,400 req/s: the app can do no more.',
    );
    expect(todaySentence(loadLatencyOf({ today: null }))).toEqual([]);
    const unanswered = loadLatencyOf({ today: { ratePerSecond: 20_000, p50: null, p99: null, success: 0 } });
    expect(sentenceText(todaySentence(unanswered))).toBe('Today at 20,000 req/s nobody is answered.');
  });
});

describe('retries', () => {
  const RETRYING = { ...SHOP, calls: [{ from: 'shoppers', to: 'app', retries: 2 }] };
  test('tip over and come back, or do not', () => {
    const said = (tipsAbove: number | null, recoversBelow: number | null) =>
      stormText({ tipsAbove, recoversBelow }, RETRYING);
    expect(said(6200, 4100)).toBe('Tips over above 6,200 req/s and does not come back by itself until 4,100 req/s');
    expect(said(6313, 1602), 'as many digits as are known').toBe(
      'Tips over above 6,310 req/s and does not come back by itself until 1,600 req/s',
    );
    expect(said(6200, null)).toBe('Tips over above 6,200 req/s and does not come back by itself');
    expect(said(6200, 6200)).toBe('Tips over above 6,200 req/s and comes back by itself below that');
    expect(stormText({ tipsAbove: null, recoversBelow: null }, SHOP)).toBe(
      'No call is tried again: at every load there is one state',
    );
    expect(said(null, null)).toBe('It never tips over: whatever retries do, it comes back by itself');
  });

  test('have one state today, or two', () => {
    expect(sentenceText(stormTodaySentence(stormOf(), SHOP))).toBe(
      'Today at 5,000 req/s there are two states. Calm, 99.9 % of requests are answered well; once it has tipped over, 3.1 %, with 3.9 requests at the app for each.',
    );
    const [first] = stormOf().points;
    expect(sentenceText(stormTodaySentence(stormOf({ today: first ?? null }), SHOP))).toBe(
      'Today at 4,000 req/s there is one state: 99.9 % of requests are answered well.',
    );
    expect(stormTodaySentence(stormOf({ today: null }), SHOP)).toEqual([]);
  });

  test('have remedies, each with what it does', () => {
    expect(stormRemedyLabel({ kind: 'queue-limit', component: 'app', places: 100 }, SHOP)).toBe(
      'Let at most 100 wait at the app',
    );
    const call = 'shoppers->app';
    expect(stormRemedyLabel({ kind: 'retry-budget', call, share: 0.1 }, SHOP)).toBe(
      'Retry at most 10 % of Shoppers → App',
    );
    expect(stormRemedyLabel({ kind: 'breaker', call, share: 0.5 }, SHOP)).toBe(
      'Break Shoppers → App above 50 % failures',
    );
    expect(stormRemedyLabel({ kind: 'cancel', call }, SHOP)).toBe('Stop abandoned work of Shoppers → App');
    expect(stormRemedyLabel({ kind: 'no-retries', call }, SHOP)).toBe('No retries of Shoppers → App');
    expect(stormRemedyCells({ tipsAbove: 9000, recoversBelow: 8000, success: 0.99 })).toEqual([
      '9,000 req/s',
      '8,000 req/s',
      '99 %',
    ]);
    expect(stormRemedyCells({ tipsAbove: null, recoversBelow: null, success: 1 })).toEqual([
      'never',
      'always',
      '100 %',
    ]);
    expect(stormRemedyCells({ tipsAbove: 9000, recoversBelow: null, success: 1 })[1]).toBe('never');
  });
});

describe('a capacity plan', () => {
  test('counts from today, and promises no month that is not certain', () => {
    expect([0, 0.4, 1.9, 11.99, 23, 54.9, 600, null].map(monthsText)).toEqual([
      'now',
      'in under a month',
      'in a month',
      'in 11 months',
      'in 23 months',
      'in 4.5 years',
      'in 50 years',
      'not in 100 years',
    ]);
  });

  test('says what is full first, and second', () => {
    const db = plannedOf({ component: 'db', monthsToTarget: 19, monthsToOrder: 19 });
    expect(planTitle(planOf(plannedOf(), db), SHOP)).toBe('App is full in 11 months, then Database in 19 months');
    expect(planTitle(planOf(plannedOf({ monthsToTarget: 0 })), SHOP)).toBe('App is full now');
    expect(planTitle(planOf(plannedOf({ monthsToTarget: null })), SHOP)).toBe('Nothing fills up in 100 years');
    expect(fullText(plannedOf())).toBe('in 11 months, order in 9');
    expect(fullText(plannedOf({ monthsToOrder: 0 }))).toBe('in 11 months, order now');
    expect(fullText(db)).toBe('in 19 months');
    expect(fullText(plannedOf({ monthsToTarget: null, monthsToOrder: null }))).toBe('not in 100 years');
  });

  test('says how busy it gets, and what many times the load needs', () => {
    expect(growthTitle(planOf(plannedOf()), SHOP)).toBe('App: 50 % today, 75 % in 2 months');
    expect(growthTitle(planOf(plannedOf({ utilisation: [0.5, 0.5] })), SHOP)).toBe(
      'No client grows: load stays as it is',
    );
    const components = [
      { component: 'app', utilisation: 6, replicasNeeded: 72 },
      { component: 'db', utilisation: 3, replicasNeeded: null },
    ];
    expect(multipleText({ times: 10, components }, SHOP)).toBe('App 72 and Database: no number is enough');
  });
});

describe('what is down', () => {
  test('is named', () => {
    expect(downText([], SHOP)).toBe('Everything up');
    expect(downText([{ component: 'app', replicas: 1 }], SHOP)).toBe('One app replica down');
    expect(downText([{ component: 'app', replicas: 2 }, { domain: 'a' }], SHOP)).toBe('2 app replicas and Zone a down');
    const named = {
      ...SHOP,
      components: { ...SHOP.components, app: { kind: 'service', name: 'One worker' } as const },
    };
    expect(downText([{ component: 'app', replicas: 1 }], named)).toBe('One replica of One worker down');
  });

  test('and what is left of it all, each state by its chance', () => {
    expect(sentenceText(performabilitySentence(performabilityOf()))).toBe(
      'Over all states, each by its chance, 99.93 % of requests are answered well; p99 is 240 ms.',
    );
    const promised = performabilityOf({ total: { success: 0.9993, p99: 0.24, goodWithin: 0.98 }, remainder: 3e-7 });
    expect(sentenceText(performabilitySentence(promised))).toBe(
      'Over all states, each by its chance, 99.93 % of requests are answered well, 98 % within the limit; p99 is 240 ms. States with a chance of 3 × 10⁻⁷ are left out.',
    );
  });
});

describe('an empty cache', () => {
  test('melts what it calls, or does not', () => {
    expect(sentenceText(emptyCacheSentence(calleeOf(), SHOP))).toBe(
      'Empty, the database gets 8,000 req/s instead of 800 req/s, a load of 350 %: it melts. 10 replicas would do.',
    );
    expect(sentenceText(emptyCacheSentence(calleeOf({ emptyUtilisation: 0.6 }), SHOP))).toBe(
      'Empty, the database gets 8,000 req/s instead of 800 req/s, a load of 60 %, and bears it.',
    );
    expect(sentenceText(emptyCacheSentence(calleeOf({ emptyUtilisation: 0 }), SHOP))).toBe(
      'Empty, the database gets 8,000 req/s instead of 800 req/s.',
    );
    expect(cacheTitle(cacheLossOf(calleeOf()), SHOP)).toBe('Empty, it loads Database to 350 %: it melts');
    expect(cacheTitle(cacheLossOf(calleeOf({ emptyUtilisation: 0.5 })), SHOP)).toBe(
      'Empty, it loads Database to 50 %: it holds',
    );
    expect(cacheTitle(cacheLossOf(calleeOf({ emptyUtilisation: 0 })), SHOP)).toBe(
      'Empty, it sends Database 8,000 req/s',
    );
    expect(cacheTitle(cacheLossOf(), SHOP)).toBe('The cache calls nothing');
    expect(
      hardestHit(cacheLossOf(calleeOf({ emptyUtilisation: 0.5 }), calleeOf({ component: 'app' })))?.component,
    ).toBe('app');
  });

  test('says what becomes of a journey', () => {
    const journey = {
      journey: 'shoppers',
      success: 0.999,
      p99: 0.02,
      emptySuccess: 0.3,
      emptyP99: null,
      downSuccess: 0,
      downP99: null,
    };
    expect(sentenceText(cacheJourneySentence(journey, SHOP))).toBe(
      'Shoppers: 99.9 % answered well, p99 20 ms. While it is empty 30 % answered well, p99 infinite; while it is down nobody is answered.',
    );
  });
});
