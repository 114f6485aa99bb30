import { describe, expect, it } from 'vitest';
import { createAlgebra } from '../../../src/engine/latency/create-algebra.ts';
import { createLatencyCache } from '../../../src/engine/latency/latency-cache.ts';
import { drawTime } from '../../../src/engine/latency/draw-time.ts';
import { requestsOf, waterfallOf } from '../../../src/engine/latency/waterfall.ts';
import { finished } from '../../../src/engine/numeric/finished.ts';
import { randomFrom, randomWords } from '../../../src/engine/numeric/random.ts';
import type { ResolvedTime } from '../../../src/model/resolved-time.ts';
import type { ResolvedCall, ResolvedComponent, ResolvedDesign } from '../../../src/model/resolved.ts';
import { component, resolvedOf } from '../samples.ts';

const EXPONENTIAL: ResolvedTime = { of: 'exponential', meanSeconds: 1 };

/** Shares are held to five standard errors: a wrong formula is off by far more. */
const DRAWS = 20_000;
const near = (share: number): ((other: number) => boolean) => {
  const error = 5 * Math.sqrt(Math.max(share * (1 - share), 1 / DRAWS) / DRAWS);
  return (other) => Math.abs(other - share) < error;
};

/** The share of draws for which something holds. */
function shareOf(holds: (number: number) => boolean): number {
  let count = 0;
  for (let number = 1; number <= DRAWS; number++) if (holds(number)) count++;
  return count / DRAWS;
}

function design(parts: readonly ResolvedComponent[], arrows: Parameters<typeof resolvedOf>[1]): ResolvedDesign {
  return resolvedOf([component({ id: 'client', kind: 'client' }), ...parts], arrows).designs[0]!;
}

/** A client that calls one service. */
const called = (service: Partial<ResolvedComponent>, call: Partial<ResolvedCall>): ResolvedDesign =>
  design([component({ id: 'service', kind: 'service', ...service })], [['client', 'service', call]]);

const stateOf = (down: readonly number[] = []) => ({
  down: new Set(down),
  works: (place: number) => !down.includes(place),
});

const waterfall = (design: ResolvedDesign) =>
  finished(
    waterfallOf(
      { design, algebra: createAlgebra({ binsPerOctave: 32, rounding: 'near' }), cache: createLatencyCache() },
      0,
    ),
  );

/** The share of requests that are answered well within a time. */
function withinOf(of: ResolvedDesign, seconds: number, down: readonly number[] = []): number {
  const request = requestsOf(of, 0, stateOf(down));
  return shareOf((number) => {
    const { run } = request(number, false)!;
    return run.good && run.end <= seconds;
  });
}

describe('random numbers', () => {
  it('are those of the published generator', () => {
    const next = randomWords(1, 2, 3, 4);
    expect(Array.from({ length: 6 }, next)).toEqual([11520, 0, 5927040, 70819200, 2031721883, 1637235492]);
  });

  it('of neighbouring seeds have nothing to do with each other', () => {
    const firsts = Array.from({ length: 10_000 }, (_, seed) => randomFrom(seed)());
    const mean = firsts.reduce((sum, each) => sum + each, 0) / firsts.length;
    const along =
      firsts.slice(1).reduce((sum, each, at) => sum + (each - 0.5) * (firsts[at]! - 0.5), 0) / firsts.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(5 / Math.sqrt(12 * firsts.length));
    expect(Math.abs(12 * along)).toBeLessThan(5 / Math.sqrt(firsts.length));
  });
});

describe('times drawn at random', () => {
  // Quantiles of the gamma distribution: R, qgamma(c(0.5, 0.99), 3) and qgamma(c(0.5, 0.99), 0.5).
  const cases: readonly [string, ResolvedTime, readonly (readonly [share: number, seconds: number])[]][] = [
    [
      'exponential',
      EXPONENTIAL,
      [
        [0.5, Math.LN2],
        [0.99, Math.log(100)],
      ],
    ],
    [
      'gamma',
      { of: 'gamma', meanSeconds: 3, shape: 3 },
      [
        [0.5, 2.674060313723561],
        [0.99, 8.40594691488546],
      ],
    ],
    [
      'gamma of a small shape',
      { of: 'gamma', meanSeconds: 0.5, shape: 0.5 },
      [
        [0.5, 0.22746821155978636],
        [0.99, 3.317448301051044],
      ],
    ],
    [
      'weibull',
      { of: 'weibull', scaleSeconds: 2, shape: 0.5 },
      [
        [0.5, 2 * Math.LN2 ** 2],
        [0.99, 2 * Math.log(100) ** 2],
      ],
    ],
    [
      'lognormal',
      { of: 'lognormal', medianSeconds: 2, sigma: 1 },
      [
        [0.5, 2],
        [0.99, 2 * Math.exp(2.3263478740408408)],
      ],
    ],
    [
      'pareto',
      { of: 'pareto', scaleSeconds: 1, alpha: 2 },
      [
        [0.5, Math.SQRT2],
        [0.99, 10],
      ],
    ],
    [
      'mixture',
      {
        of: 'mixture',
        parts: [
          { weight: 0.95, time: { of: 'constant', seconds: 0.01 } },
          { weight: 0.05, time: EXPONENTIAL },
        ],
      },
      [
        [0.95 + 0.05 * (1 - Math.exp(-0.01)), 0.01],
        [0.95 + 0.05 * (1 - Math.exp(-1)), 1],
      ],
    ],
    // Survival between two points falls as an exponential does, and goes on so beyond the last.
    [
      'quantiles',
      {
        of: 'quantiles',
        points: [
          { probability: 0.5, seconds: 1 },
          { probability: 0.9, seconds: 3 },
        ],
      },
      [
        [1 - Math.SQRT1_2, 0.5],
        [0.5, 1],
        [1 - Math.sqrt(0.5 * 0.1), 2],
        [0.9, 3],
        [0.98, 5],
      ],
    ],
    [
      'quantiles with a largest',
      {
        of: 'quantiles',
        points: [
          { probability: 0.5, seconds: 1 },
          { probability: 0.5, seconds: 2 },
          { probability: 1, seconds: 4 },
        ],
      },
      [
        [0.5, 1.5],
        [0.75, 3],
        [1, 4],
      ],
    ],
    [
      'samples',
      { of: 'samples', seconds: [1, 2, 3, 10] },
      [
        [0.25, 1],
        [0.75, 9],
      ],
    ],
  ];
  it.each(cases)('are those of the distribution: %s', (_, time, quantiles) => {
    const random = randomFrom(5);
    const drawn = Array.from({ length: DRAWS }, () => drawTime(time, random));
    for (const [share, seconds] of quantiles)
      expect(drawn.filter((each) => each <= seconds).length / DRAWS).toSatisfy(near(share));
  });
});

describe('requests drawn at random', () => {
  it('add up over steps and networks', () => {
    const { run } = requestsOf(
      design(
        [
          component({ id: 'a', kind: 'service', time: { of: 'constant', seconds: 1 } }),
          component({ id: 'b', kind: 'service', time: { of: 'constant', seconds: 2 } }),
          component({ id: 'c', kind: 'service', time: { of: 'constant', seconds: 4 } }),
        ],
        [
          ['client', 'a', { network: { of: 'constant', seconds: 0.5 } }],
          ['a', 'b', { step: 2, times: 3, sequential: true }],
          ['a', 'c'],
          ['a', 'b', { async: true }],
        ],
      ),
      0,
      stateOf(),
    )(1, true)!;
    expect(run.end).toBe(0.5 + 1 + 4 + 3 * 2);
    expect(run.spans.filter(({ of }) => 'component' in of).map(({ startSeconds }) => startSeconds)).toEqual([
      0.25, 1.25, 5.25, 7.25, 9.25,
    ]);
  });

  it('wait for the slowest of N', () => {
    const of = called({ time: EXPONENTIAL }, { times: 20 });
    expect(withinOf(of, 3)).toSatisfy(near((1 - Math.exp(-3)) ** 20));
  });

  it('end at the first error of what is required, and never for what is optional', () => {
    expect(withinOf(called({ errors: 0.1 }, { times: 5 }), 9)).toSatisfy(near(0.9 ** 5));
    expect(withinOf(called({ errors: 0.1 }, { times: 5, sequential: true }), 9)).toSatisfy(near(0.9 ** 5));
    expect(withinOf(called({ errors: 0.1, time: EXPONENTIAL }, { times: 5, optional: true }), 2)).toSatisfy(
      near((1 - Math.exp(-2)) ** 5),
    );
  });

  it('hedge: the survival of two exponentials is that of both from the delay on', () => {
    const of = called({ time: EXPONENTIAL }, { hedgeSeconds: 0.5 });
    expect(withinOf(of, 0.4)).toSatisfy(near(1 - Math.exp(-0.4)));
    expect(withinOf(of, 1.5)).toSatisfy(near(1 - Math.exp(-1.5 - 1)));
    expect(withinOf(called({ errors: 0.1 }, { hedgeSeconds: 0.5 }), 9)).toSatisfy(near(0.99));
  });

  it('are tried again after a timeout and a backoff, until the deadline', () => {
    const backoff = { firstSeconds: 0.5, factor: 2, maxSeconds: 10, jitter: false };
    const of = called({ time: EXPONENTIAL }, { timeoutSeconds: 1, retries: 2, backoff });
    const one = 1 - Math.exp(-1);
    expect(withinOf(of, 2)).toSatisfy(near(one + Math.exp(-1) * (1 - Math.exp(-0.5))));
    expect(withinOf(of, 9)).toSatisfy(near(1 - Math.exp(-3)));
    const late = called({ time: EXPONENTIAL }, { timeoutSeconds: 1, retries: 2, backoff, deadlineSeconds: 1.75 });
    expect(withinOf(late, 9)).toSatisfy(near(one + Math.exp(-1) * (1 - Math.exp(-0.25))));
  });

  it('draw a backoff with jitter evenly', () => {
    const backoff = { firstSeconds: 1, factor: 1, maxSeconds: 1, jitter: true };
    const of = called({ errors: 0.5 }, { retries: 1, backoff });
    expect(withinOf(of, 0.25)).toSatisfy(near(0.5 + 0.25 * 0.25));
  });

  it('keep their branches over all attempts', () => {
    const failing = component({ id: 'failing', kind: 'service', errors: 1 });
    const cache = component({ id: 'cache', kind: 'cache', hitRatio: 0.7 });
    const chance = component({ id: 'chance', kind: 'service' });
    const retried = { retries: 5 };
    const behindCache = design(
      [cache, failing],
      [
        ['client', 'cache', retried],
        ['cache', 'failing'],
      ],
    );
    expect(withinOf(behindCache, 9)).toSatisfy(near(0.7));
    const byChance = design(
      [chance, failing],
      [
        ['client', 'chance', { ...retried, times: 3 }],
        ['chance', 'failing', { probability: 0.2 }],
      ],
    );
    expect(withinOf(byChance, 9)).toSatisfy(near(0.8 ** 3));
  });

  const gateOf = (gate: Partial<ResolvedComponent>, calls: Partial<ResolvedCall>[], errors = 0): ResolvedDesign =>
    design(
      [
        component({ id: 'gate', kind: 'gate', ...gate }),
        ...calls.map((_, at) => component({ id: `s${at}`, kind: 'service', time: EXPONENTIAL, errors })),
      ],
      [
        ['client', 'gate'],
        ...calls.map((call, at): [string, string, Partial<ResolvedCall>] => ['gate', `s${at}`, call]),
      ],
    );

  it('race: the k-th of m answers', () => {
    const of = gateOf({ mode: 'race', needed: 2 }, [{}, {}, {}]);
    const p = 1 - Math.exp(-1);
    expect(withinOf(of, 1)).toSatisfy(near(3 * p * p * (1 - p) + p ** 3));
    expect(withinOf(gateOf({ mode: 'race', needed: 2 }, [{ times: 3 }], 0.3), 99)).toSatisfy(
      near(3 * 0.49 * 0.3 + 0.343),
    );
  });

  it('fail over in order, and balance by weight', () => {
    const over = gateOf({ switchSeconds: 1 }, [{ timeoutSeconds: 1 }, {}]);
    expect(withinOf(over, 3)).toSatisfy(near(1 - Math.exp(-1) + Math.exp(-1) * (1 - Math.exp(-1))));
    const balanced = gateOf({ mode: 'balance' }, [{ weight: 3 }, { weight: 1, timeoutSeconds: 0.5 }]);
    expect(withinOf(balanced, 99)).toSatisfy(near(0.75 + 0.25 * (1 - Math.exp(-0.5))));
    expect(withinOf(balanced, 99, [2])).toSatisfy(near(1 - Math.exp(-0.5)));
  });

  it('know what is down: it refuses, hangs, or is passed by', () => {
    const of = (part: Partial<ResolvedComponent>, call: Partial<ResolvedCall> = {}): ResolvedDesign =>
      design(
        [
          component({ id: 'one', kind: 'cache', time: { of: 'constant', seconds: 1 }, ...part }),
          component({ id: 'two', kind: 'service' }),
        ],
        [
          ['client', 'one', call],
          ['one', 'two'],
        ],
      );
    const down = stateOf([1]);
    expect(requestsOf(of({ whenDown: 'refuse' }), 0, down)(1, false)!.run).toMatchObject({ good: false, end: 0 });
    expect(requestsOf(of({ whenDown: 'hang' }, { timeoutSeconds: 3 }), 0, down)(1, false)!.run).toMatchObject({
      good: false,
      end: 3,
    });
    expect(requestsOf(of({ whenDown: 'bypass' }), 0, down)(1, false)!.run).toMatchObject({ good: true, end: 0 });
  });

  it('are given up when they are too large', () => {
    const many = design(
      [component({ id: 'a', kind: 'service' }), component({ id: 'b', kind: 'service' })],
      [
        ['client', 'a', { times: 1e5 }],
        ['a', 'b', { times: 1e5 }],
      ],
    );
    expect(waterfall(many)).toEqual({
      question: 'waterfall',
      typical: null,
      slow: null,
      drawn: 0,
    });
  });
});

describe('the waterfall', () => {
  const parts = [
    component({ id: 'app', kind: 'service', time: EXPONENTIAL, errors: 0.02 }),
    component({ id: 'cache', kind: 'cache', hitRatio: 0.5, time: { of: 'constant', seconds: 0.1 } }),
    component({ id: 'db', kind: 'database', time: { of: 'lognormal', medianSeconds: 1, sigma: 1 } }),
    component({ id: 'any', kind: 'gate', switchSeconds: 0.2 }),
    component({ id: 'pay', kind: 'external', time: { of: 'pareto', scaleSeconds: 0.2, alpha: 1.5 }, errors: 0.3 }),
  ];
  const busy = design(parts, [
    [
      'client',
      'app',
      { network: EXPONENTIAL, retries: 2, backoff: { firstSeconds: 0.3, factor: 2, maxSeconds: 9, jitter: true } },
    ],
    ['app', 'cache', { times: 10 }],
    ['cache', 'db', { hedgeSeconds: 1.5, timeoutSeconds: 4, retries: 1 }],
    ['app', 'any', { step: 2, timeoutSeconds: 6 }],
    ['any', 'pay', { timeoutSeconds: 2 }],
    ['any', 'db', { step: 2 }],
  ]);

  it('covers the whole request with its critical path, and nothing goes on beyond its end', () => {
    const request = requestsOf(busy, 0, stateOf());
    for (let number = 1; number <= 1000; number++) {
      const { run } = request(number, true)!;
      expect(run.end).toBe(request(number, false)!.run.end);
      let reached = 0;
      for (const { startSeconds, endSeconds } of run.spans
        .filter(({ critical }) => critical)
        .sort((a, b) => a.startSeconds - b.startSeconds)) {
        expect(startSeconds).toBeLessThanOrEqual(reached);
        reached = Math.max(reached, endSeconds);
      }
      expect(reached).toBe(run.end);
      for (const { startSeconds, endSeconds } of run.spans) {
        expect(endSeconds).toBeGreaterThan(startSeconds);
        expect(endSeconds).toBeLessThanOrEqual(run.end);
      }
    }
  });

  it('answers the median request and one that is as slow as 99 %', () => {
    const { typical, slow, drawn } = waterfall(busy);
    expect(drawn).toBe(4000);
    expect(typical!.seconds).toBeLessThan(slow!.seconds);
    const request = requestsOf(busy, 0, stateOf());
    const others = Array.from({ length: 8000 }, (_, at) => request(10_000 + at, false)!.run).filter(({ good }) => good);
    const shareWithin = (seconds: number): number => others.filter(({ end }) => end <= seconds).length / others.length;
    expect(Math.abs(shareWithin(typical!.seconds) - 0.5)).toBeLessThan(0.05);
    expect(Math.abs(shareWithin(slow!.seconds) - 0.99)).toBeLessThan(0.01);
  });

  it('is as long as the quantiles say, also where they stand between two times', () => {
    const rare: ResolvedTime = {
      of: 'mixture',
      parts: [
        { weight: 0.99, time: { of: 'constant', seconds: 0.01 } },
        { weight: 0.01, time: { of: 'constant', seconds: 1 } },
      ],
    };
    const { typical, slow } = waterfall(called({ time: rare }, {}));
    expect([typical!.seconds, slow!.seconds]).toEqual([0.01, 0.01]);
  });

  it('shows the slowest few of many', () => {
    const { typical } = waterfall(called({ time: EXPONENTIAL }, { times: 100 }));
    expect(typical!.spans.length).toBe(3);
    expect(typical!.spans.filter(({ critical }) => critical)).toMatchObject([{ endSeconds: typical!.seconds }]);
  });

  it('is empty where nothing is answered well', () => {
    expect(waterfall(called({ errors: 1 }, {}))).toMatchObject({
      typical: null,
      slow: null,
      drawn: 4000,
    });
  });
});
