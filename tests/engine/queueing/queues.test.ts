import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { engset, erlangB, erlangC } from '../../../src/engine/queueing/erlang.ts';
import { hyperexponential, mg1MeanWait } from '../../../src/engine/queueing/mg1.ts';
import { mgcMeanWait } from '../../../src/engine/queueing/mgc.ts';
import {
  mmc,
  mmcResponseBeyond,
  mmcResponseQuantile,
  mmcWaitBeyond,
  mmcWaitQuantile,
  type Queue,
} from '../../../src/engine/queueing/mmc.ts';
import { mmck, mmckWaitBeyond } from '../../../src/engine/queueing/mmck.ts';
import { openNetwork } from '../../../src/engine/queueing/open-network.ts';
import { simulatedWaits } from './simulated-queue.ts';

const relative = (value: number, expected: number): number => Math.abs(value / expected - 1);
const queue = (load: number, servers: number, serviceSeconds = 1): Queue => ({
  arrivalsPerSecond: (load * servers) / serviceSeconds,
  serviceSeconds,
  servers,
});
const stable = (of: Queue) => mmc(of)!;
/** ∫ f over [0, ∞) by Simpson's rule, to where nothing is left. */
function area(f: (t: number) => number, end: number, steps = 20_000): number {
  let sum = f(0) + f(end);
  for (let i = 1; i < steps; i++) sum += (i % 2 === 0 ? 2 : 4) * f((i * end) / steps);
  return (sum * end) / steps / 3;
}

const servers = fc.integer({ min: 1, max: 60 });
const load = fc.double({ min: 0.01, max: 0.98, noNaN: true });

describe('Erlang’s formulas', () => {
  // ITU-D Study Group 2, "Teletraffic engineering handbook" (2005), table of the loss formula: offered load at 1 % lost.
  test.each([
    [1, 0.0101],
    [5, 1.36],
    [10, 4.46],
    [20, 12.03],
    [100, 84.06],
  ])('%i servers lose one in a hundred of %f', (servers, offered) => {
    expect(erlangB(servers, offered)).toBeCloseTo(0.01, 4);
  });

  /** B(c, a) for a whole a, by 1/B(c) = 1 + c/(a B(c − 1)) on whole numbers with 60 decimals. */
  function exact(servers: number, offered: number): number {
    const one = 10n ** 60n;
    let inverse = one;
    for (let c = 1; c <= servers; c++) inverse = one + (inverse * BigInt(c)) / BigInt(offered);
    const digits = inverse.toString();
    return 1 / Number(`${digits.slice(0, 20)}e${digits.length - 20 - 60}`);
  }
  test.each([
    [10, 3],
    [100, 99],
    [1000, 600],
    [10_000, 9_900],
    [10_000, 12_000],
    [100_000, 98_000],
    [100_000, 99_999],
    [100_000, 100_000],
    [100_000, 250_000],
  ])('have 12 digits for %i servers and a load of %i', (servers, offered) => {
    const expected = exact(servers, offered);
    expect(expected).toBeGreaterThan(1e-300);
    expect(relative(erlangB(servers, offered), expected)).toBeLessThan(1e-12);
    if (offered < servers) {
      const waits = (servers * expected) / (servers - offered + offered * expected);
      expect(relative(erlangC(servers, offered), waits)).toBeLessThan(1e-12);
    }
  });

  test('begin and end where they should', () => {
    expect([erlangB(0, 3), erlangB(3, 0), erlangC(3, 0), erlangC(2, 2), erlangC(2, 5)]).toEqual([1, 0, 0, 1, 1]);
    expect(erlangB(2000, 400)).toBe(0);
  });

  test('for few sources come to those for many', () => {
    fc.assert(
      fc.property(servers, load, (servers, load) => {
        const offered = load * servers;
        expect(relative(engset(servers, 1e9, offered / 1e9), erlangB(servers, offered))).toBeLessThan(1e-5);
        expect(engset(servers, servers, offered)).toBe(0);
        expect(engset(servers, 2 * servers, offered / servers)).toBeLessThan(erlangB(servers, 2 * offered));
      }),
    );
  });
});

describe('M/M/c', () => {
  test('with one server is M/M/1: both times are exponential', () => {
    fc.assert(
      fc.property(load, fc.double({ min: 0, max: 20, noNaN: true }), (load, t) => {
        const one = stable(queue(load, 1));
        expect(relative(one.waitingProbability, load)).toBeLessThan(1e-12);
        expect(relative(one.meanResponseSeconds, 1 / (1 - load))).toBeLessThan(1e-12);
        expect(mmcResponseBeyond(one, t)).toBeCloseTo(Math.exp(-(1 - load) * t), 12);
        expect(mmcWaitBeyond(one, t)).toBeCloseTo(load * Math.exp(-(1 - load) * t), 12);
      }),
    );
  });

  test('of 40 ms at 70 %: 614 ms at the 99th percentile with one server, 184 ms with 64', () => {
    expect(mmcResponseQuantile(stable(queue(0.7, 1, 0.04)), 0.99)).toBeCloseTo(0.614, 3);
    expect(mmcResponseQuantile(stable(queue(0.7, 64, 0.04)), 0.99)).toBeCloseTo(0.184, 3);
  });

  test('has no long run at or above saturation', () => {
    expect(mmc(queue(1, 3))).toBeNull();
    expect(mmc(queue(1.2, 3))).toBeNull();
  });

  test('keeps its digits where those who wait move on as fast as they are served', () => {
    // cμ − λ = μ for a load of c − 1: the sum of two equal exponentials.
    const limit = stable(queue(2 / 3, 3));
    for (const t of [0.1, 1, 10, 50]) {
      const expected = Math.exp(-t) * (1 + limit.waitingProbability * t);
      expect(relative(mmcResponseBeyond(limit, t), expected)).toBeLessThan(1e-12);
      for (const off of [1e-4, 1e-8, 1e-12]) {
        const near = mmcResponseBeyond(stable(queue((2 + off) / 3, 3)), t);
        expect(relative(near, expected)).toBeLessThan(100 * off + 1e-12);
      }
    }
  });

  test('has the means that its distributions have, and quantiles that are their inverses', () => {
    fc.assert(
      fc.property(servers, load, fc.double({ min: 0.01, max: 0.9999, noNaN: true }), (servers, load, p) => {
        const own = stable(queue(load, servers));
        const end = 45 / Math.min(1, own.drainPerSecond);
        expect(
          relative(
            area((t) => mmcResponseBeyond(own, t), end),
            own.meanResponseSeconds,
          ),
        ).toBeLessThan(1e-4);
        expect(relative(mmcResponseBeyond(own, mmcResponseQuantile(own, p)), 1 - p)).toBeLessThan(1e-10);
        const wait = mmcWaitQuantile(own, p);
        if (wait > 0) expect(relative(mmcWaitBeyond(own, wait), 1 - p)).toBeLessThan(1e-10);
        else expect(own.waitingProbability).toBeLessThanOrEqual(1 - p);
      }),
      { numRuns: 30 },
    );
  });

  test('waits as a queue that is played request by request', () => {
    const own = stable(queue(0.85, 4));
    const waits = simulatedWaits(queue(0.85, 4), (draw) => -Math.log(draw()), 5);
    for (const t of [0, 0.5, 2])
      expect(waits.filter((wait) => wait > t).length / waits.length).toBeCloseTo(mmcWaitBeyond(own, t), 1.5);
  });
});

describe('M/M/c/K', () => {
  /** The probabilities of 0 to K inside, by the balance of neighbours. */
  function balanced({ arrivalsPerSecond, serviceSeconds, servers }: Queue, capacity: number): number[] {
    const weights = [1];
    for (let n = 1; n <= capacity; n++)
      weights.push((weights[n - 1]! * arrivalsPerSecond * serviceSeconds) / Math.min(n, servers));
    const total = weights.reduce((sum, each) => sum + each);
    return weights.map((each) => each / total);
  }

  test('is what the balance of its states says, under any load', () => {
    const any = fc.tuple(servers, fc.integer({ min: 0, max: 40 }), fc.double({ min: 0.05, max: 3, noNaN: true }));
    fc.assert(
      fc.property(any, ([servers, room, load]) => {
        const of = queue(load, servers);
        const own = mmck({ ...of, capacity: servers + room });
        const states = balanced(of, servers + room);
        const admitted = 1 - states.at(-1)!;
        expect(relative(own.blockingProbability, states.at(-1)!)).toBeLessThan(1e-11);
        const waiting = states.slice(servers, -1).reduce((sum, each) => sum + each, 0) / admitted;
        expect(own.waitingProbability).toBeCloseTo(waiting, 10);
        const inside = states.reduce((sum, each, n) => sum + n * each, 0);
        expect(relative(own.meanResponseSeconds * own.carriedPerSecond, inside)).toBeLessThan(1e-10);
        expect(own.utilisation).toBeLessThanOrEqual(1 + 1e-15);
        expect(mmckWaitBeyond(own, 0)).toBeCloseTo(own.waitingProbability, 12);
        const end = (3 * room + 45) / servers;
        expect(area((t) => mmckWaitBeyond(own, t), end, 400)).toBeCloseTo(own.meanWaitSeconds, 3);
      }),
      { numRuns: 60 },
    );
  });

  test('has the tail of waits that adding up all ends of service gives', () => {
    const any = fc.tuple(servers, fc.integer({ min: 1, max: 300 }), fc.double({ min: 0.05, max: 3, noNaN: true }));
    fc.assert(
      fc.property(any, fc.double({ min: 1e-3, max: 3, noNaN: true }), ([servers, room, load], part) => {
        const of = queue(load, servers);
        const own = mmck({ ...of, capacity: servers + room });
        const states = balanced(of, servers + room).slice(servers, -1);
        const mean = Math.min(600, part * room);
        // Who finds j waiting waits on while there are at most j ends of service.
        let [few, chance, sum] = [0, Math.exp(-mean), 0];
        for (const [j, state] of states.entries()) {
          few += chance;
          chance *= mean / (j + 1);
          sum += state * few;
        }
        const expected = sum / (1 - balanced(of, servers + room).at(-1)!);
        if (expected > 1e-280) expect(relative(mmckWaitBeyond(own, mean / servers), expected)).toBeLessThan(1e-10);
      }),
    );
    expect(mmckWaitBeyond(mmck({ ...queue(0.001, 2000), capacity: 2100 }), 0.1)).toBe(0);
  });

  test('without a queue is Erlang’s loss formula, and without a limit M/M/c', () => {
    fc.assert(
      fc.property(servers, load, (servers, load) => {
        const of = queue(load, servers);
        const none = mmck({ ...of, capacity: servers });
        expect(relative(none.blockingProbability, erlangB(servers, load * servers))).toBeLessThan(1e-12);
        expect([none.waitingProbability, none.meanWaitSeconds]).toEqual([0, 0]);
        const long = mmck({ ...of, capacity: servers + 3000 });
        expect(long.blockingProbability).toBeLessThan(1e-25);
        expect(relative(long.meanWaitSeconds, stable(of).meanWaitSeconds)).toBeLessThan(1e-10);
        expect(mmckWaitBeyond(long, 0.7)).toBeCloseTo(mmcWaitBeyond(stable(of), 0.7), 10);
      }),
      { numRuns: 30 },
    );
  });

  test('that is never full, or never asked, has no waits', () => {
    for (const arrivalsPerSecond of [0, 400]) {
      const own = mmck({ arrivalsPerSecond, serviceSeconds: 1, servers: 2000, capacity: 2100 });
      expect([own.blockingProbability, own.meanWaitSeconds, own.waitingProbability]).toEqual([0, 0, 0]);
      expect(own.carriedPerSecond).toBe(arrivalsPerSecond);
    }
  });

  test('full to the brim turns away all that is too much', () => {
    const own = mmck({ ...queue(1e6, 10), capacity: 5000 });
    expect(own.utilisation).toBeCloseTo(1, 12);
    expect(relative(1 - own.blockingProbability, 1e-6)).toBeLessThan(1e-9);
    expect(own.meanWaitSeconds).toBeCloseTo(499, 3);
  });
});

describe('service that is not exponential', () => {
  test('before one server waits by the variance alone', () => {
    fc.assert(
      fc.property(load, fc.double({ min: 0, max: 20, noNaN: true }), (load, scv) => {
        const markov = stable(queue(load, 1)).meanWaitSeconds;
        expect(relative(mg1MeanWait(queue(load, 1), 1)!, markov)).toBeLessThan(1e-12);
        expect(relative(mg1MeanWait(queue(load, 1), 0)!, markov / 2)).toBeLessThan(1e-12);
        const general = mg1MeanWait(queue(load, 1), scv)!;
        expect(relative(mgcMeanWait(queue(load, 1), scv)!.seconds, general)).toBeLessThan(1e-12);
      }),
    );
    expect([mg1MeanWait(queue(1, 1), 0), mgcMeanWait(queue(1, 4), 0)]).toEqual([null, null]);
  });

  test('of two exponentials has their moments; of two equal ones it is exponential', () => {
    const same = hyperexponential([0.3, 0.7].map((probability) => ({ probability, meanSeconds: 2 })));
    expect(same.serviceSeconds).toBeCloseTo(2, 14);
    expect(same.scv).toBeCloseTo(1, 14);
    const parts = [
      { probability: 0.9, meanSeconds: 0.5 },
      { probability: 0.1, meanSeconds: 5.5 },
    ];
    const { serviceSeconds, scv } = hyperexponential(parts);
    const waits = simulatedWaits(
      queue(0.6, 1),
      (draw) => -Math.log(draw()) * parts[draw() < 0.9 ? 0 : 1]!.meanSeconds,
      3,
    );
    const mean = waits.reduce((sum, each) => sum + each) / waits.length;
    expect(serviceSeconds).toBeCloseTo(1, 14);
    expect(relative(mean, mg1MeanWait(queue(0.6, 1), scv)!)).toBeLessThan(0.06);
  });

  test('before several servers is M/M/c where it is exponential', () => {
    const { seconds, band } = mgcMeanWait(queue(0.8, 6), 1)!;
    expect(relative(seconds, stable(queue(0.8, 6)).meanWaitSeconds)).toBeLessThan(1e-12);
    expect(band).toBe(0);
    expect(mgcMeanWait(queue(0.8, 6), 5)!.band).toBeNull();
    expect(mgcMeanWait({ arrivalsPerSecond: 0, serviceSeconds: 1, servers: 3 }, 0)!.seconds).toBe(0);
  });

  const constant = (): number => 1;
  const erlang2 = (draw: () => number): number => -Math.log(draw() * draw()) / 2;
  // Two kinds that do half of the work each, p of them short: c² is 2.
  const p = (1 + Math.sqrt(1 / 3)) / 2;
  const mixed = (draw: () => number): number => -Math.log(draw()) / (2 * (draw() < p ? p : 1 - p));
  test.each<[string, (draw: () => number) => number, number]>([
    ['constant', constant, 0],
    ['in two stages', erlang2, 0.5],
    ['of two kinds', mixed, 2],
  ])('%s, before several servers, is within the band', (_, service, scv) => {
    for (const [load, servers] of [
      [0.7, 2],
      [0.8, 4],
      [0.85, 8],
    ] as const) {
      const { seconds, band } = mgcMeanWait(queue(load, servers), scv)!;
      const waits = simulatedWaits(queue(load, servers), service, 17);
      const mean = waits.reduce((sum, each) => sum + each) / waits.length;
      expect(Math.abs(mean / seconds - 1)).toBeLessThan(band!);
    }
  });
});

describe('an open network', () => {
  test('is the sum of its stations, each a queue by itself', () => {
    const stations = [
      { serviceSeconds: 0.01, visits: 1, servers: 1 },
      { serviceSeconds: 0.04, visits: 1, servers: 2 },
      { serviceSeconds: 0.02, visits: 0.8, servers: 1 },
    ];
    const { stations: each, responseSeconds } = openNetwork(20, stations)!;
    expect(each.map(({ utilisation }) => utilisation)).toEqual(
      [0.2, 0.4, 0.32].map((u) => expect.closeTo(u, 12) as number),
    );
    // By Little's law.
    expect(each.reduce((sum, { inside }) => sum + inside, 0) / 20).toBeCloseTo(responseSeconds, 12);
    expect(each[1]!.responseSeconds).toBe(stable(queue(0.4, 2, 0.04)).meanResponseSeconds);
  });

  test('has no long run where one of its stations has none', () => {
    expect(
      openNetwork(60, [
        { serviceSeconds: 0.01, visits: 2, servers: 1 },
        { serviceSeconds: 0.01, visits: 1, servers: 1 },
      ]),
    ).toBeNull();
  });
});
