import { describe, expect, test } from 'vitest';
import type { JourneyReport } from '../../src/model/report.ts';
import {
  downtimeChartTitle,
  fanOutTitle,
  naiveTitle,
  ninesChartTitle,
  replicasTitle,
  scalingTitle,
} from '../../src/words/chart-titles.ts';
import { CHECKOUT, reportOf } from './checkout.ts';
import { bracketed, domainPart } from './samples.ts';

const journey = reportOf(CHECKOUT).journeys['shoppers'];
if (!journey) throw new Error('the checkout has a journey');

const part = journey.parts['app'];
if (!part) throw new Error('the journey reaches the app');

const withShares = (...shares: number[]): JourneyReport => ({
  ...journey,
  parts: Object.fromEntries(shares.map((share, index) => [`c${index}`, { ...part, share }])),
});

describe('the title of a chart', () => {
  test('of downtime says how it is spread', () => {
    expect(downtimeChartTitle(journey)).toBe('One part causes nearly all of it');
    expect(downtimeChartTitle(withShares(1, 0))).toBe('One part causes all of it');
    expect(downtimeChartTitle(withShares(0.6, 0.2, 0.2))).toBe('One part causes more than half of it');
    expect(downtimeChartTitle(withShares(0.5, 0.45, 0.05))).toBe('Two parts cause nearly all of it');
    expect(downtimeChartTitle(withShares(0.5, 0.5))).toBe('Two parts share it');
    expect(downtimeChartTitle(withShares(0.3, 0.3, 0.2, 0.2))).toBe('It is spread over 4 parts');
    expect(downtimeChartTitle(withShares())).toBe('No part causes any downtime');
    expect(downtimeChartTitle(null)).toBe('Which part causes how much downtime');
  });

  test('of downtime counts domains among the parts', () => {
    const zone = domainPart({ share: 0.5 });
    expect(downtimeChartTitle({ ...withShares(0.5), domains: { a: zone } })).toBe('Two parts share it');
  });

  test('of the naive product says by how much it is wrong', () => {
    expect(naiveTitle(journey)).toBe('Multiplying availabilities is right here');
    const wrong = (errorSecondsPerYear: number): string =>
      naiveTitle({ ...journey, naive: { unavailability: 0.01, errorSecondsPerYear } });
    expect(wrong(3120)).toBe('Multiplying availabilities would say 52.0 min too much');
    expect(wrong(-60)).toBe('Multiplying availabilities would say 1.0 min too little');
  });

  test('of the nines sets what is allowed beside what it takes', () => {
    expect(ninesChartTitle(journey)).toBe('99.99 % allows 53 minutes, this takes 4.41 h');
    expect(ninesChartTitle({ ...journey, objective: null })).toBe('3.30 nines are 4.41 h a year');
    expect(ninesChartTitle({ ...journey, unavailability: 0 })).toBe('This is never down');
    expect(ninesChartTitle({ ...journey, ...bracketed(0.000501, 0.000504) })).toBe(
      '99.99 % allows 53 minutes, this takes 4.39 to 4.42 h',
    );
    expect(ninesChartTitle(null)).toBe('What each nine allows');
    if (!journey.objective) throw new Error('the checkout has an objective');
    const never = { ...journey, objective: { ...journey.objective, unavailability: 0, allowedSecondsPerYear: 0 } };
    expect(ninesChartTitle(never)).toBe('100 % allows no downtime, this takes 4.41 h');
  });

  test('of the fan-out names the share and the half point', () => {
    const curve = { question: 'fan-out', points: [], today: { callees: 100, slow: 0.634 }, half: 69 } as const;
    expect(fanOutTitle(curve)).toBe('At 100 calls, 63.4 % of requests meet a slow one; half from 69 on');
    expect(fanOutTitle({ ...curve, today: { callees: 1, slow: 0.01 } })).toMatch(/^With one call, 1 % /);
    expect(fanOutTitle({ ...curve, half: null })).toBe('No call is slow, so no request is');
  });

  test('of scaling names the peak', () => {
    const curve = {
      question: 'scaling',
      points: [],
      today: { replicas: 10, usl: 8.2 },
      peak: { replicas: 49, usl: 17 },
    } as const;
    expect(scalingTitle(curve, 'App')).toBe('The app: 10 replicas do the work of 8.2, and the peak is at 49');
    expect(scalingTitle({ ...curve, peak: null }, 'App')).toMatch(/more always help$/);
    expect(scalingTitle({ ...curve, today: { replicas: 60, usl: 16 } }, 'App')).toBe(
      'The app is past its peak: 49 would do more than 60',
    );
    expect(scalingTitle({ ...curve, today: { replicas: 49, usl: 17 } }, 'App')).toMatch(/^The app is at its peak/);
    expect(scalingTitle({ ...curve, today: { replicas: 1, usl: 1 } }, 'App')).toMatch(/1 replica does the work of 1/);
  });

  test('of replicas names the knee', () => {
    const curve = { question: 'replicas', points: [], today: 3, knee: 3 } as const;
    expect(replicasTitle(curve, 'App')).toBe('More than 3 app replicas hardly help');
    expect(replicasTitle({ ...curve, today: 2 }, 'App')).toBe('Up to 3 app replicas still help');
    expect(replicasTitle({ ...curve, today: 5, knee: 1 }, 'App')).toBe(
      'More than 1 app replica hardly helps, there are 5',
    );
  });
});
