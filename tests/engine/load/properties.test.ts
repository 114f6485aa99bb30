import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAlgebra } from '../../../src/engine/latency/create-algebra.ts';
import { createLatencyCache } from '../../../src/engine/latency/latency-cache.ts';
import { requestsOf } from '../../../src/engine/latency/waterfall.ts';
import { createDesignLatency } from '../../../src/engine/latency/design-latency.ts';
import { loadedStepwise } from '../../../src/engine/load/loaded.ts';
import { EVERYTHING_UP, type Loaded, type LoadOptions } from '../../../src/engine/load/loading.ts';
import { stormyTraffic } from '../../../src/engine/load/stormy-traffic.ts';
import { finished } from '../../../src/engine/numeric/finished.ts';
import type { ResolvedDesign } from '../../../src/model/resolved.ts';
import { anyTimedDesign } from '../random-design.ts';
import { component, resolvedOf } from '../samples.ts';

const algebra = createAlgebra({ binsPerOctave: 8, rounding: 'near' });
const load = (design: ResolvedDesign, options: LoadOptions = {}): Loaded =>
  finished(loadedStepwise(design, EVERYTHING_UP, options, { algebra, visits: createLatencyCache() }));

/** Random designs in which requests come and workers are few. */
const anyLoadedDesign = fc
  .tuple(anyTimedDesign(6), fc.constantFrom(1, 10, 40), fc.constantFrom(null, 0, 20), fc.integer({ min: 1, max: 9 }))
  .map(([design, ratePerSecond, queue, workers]): ResolvedDesign => ({
    ...design,
    components: design.components.map((one, place) =>
      one.kind === 'client'
        ? { ...one, ratePerSecond }
        : one.kind === 'gate' || place % 2 === 0
          ? one
          : { ...one, workers, queue, holds: place % 4 === 1 ? 'own' : 'response' },
    ),
  }));

describe('loads', () => {
  it('are conserved: what arrives at a component is what is sent along its calls', () => {
    fc.assert(
      fc.property(anyLoadedDesign, (design) => {
        const { rates, calls } = load(design);
        design.components.forEach(({ kind }, place) => {
          if (kind === 'client') return;
          const sent = design.calls.reduce((sum, { id, to }) => (to === place ? sum + calls[id]! : sum), 0);
          expect(Math.abs(rates[place]! - sent)).toBeLessThanOrEqual(1e-9 * sent);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('are the same whatever was computed before, and make no waits where workers are unlimited', () => {
    const by = { algebra, visits: createLatencyCache() };
    fc.assert(
      fc.property(anyLoadedDesign, (design) => {
        const again = finished(loadedStepwise(design, EVERYTHING_UP, {}, by));
        expect(again).toEqual(load(design));
        const free = { ...design, components: design.components.map((one) => ({ ...one, workers: null })) };
        expect(load(free).design).toBe(free);
      }),
      { numRuns: 30 },
    );
  });

  it('come to numbers where any call is cancelled, and no more is sent than all attempts can make', () => {
    fc.assert(
      fc.property(anyLoadedDesign, fc.infiniteStream(fc.boolean()), (design, cancels) => {
        const calls = design.calls.map((call) => ({ ...call, cancel: cancels.next().value === true }));
        const cancelled = { ...design, calls };
        const most = stormyTraffic(cancelled, 1);
        const { rates, lines } = load(cancelled);
        rates.forEach((rate, place) => expect(rate).toBeLessThanOrEqual(most.rates[place]! * (1 + 1e-6)));
        for (const line of lines)
          if (line !== null && line.holdSeconds !== null) {
            expect(line.utilisation).toBeGreaterThanOrEqual(0);
            expect(line.waiting?.shed ?? 0).toBeGreaterThanOrEqual(-1e-9);
          }
      }),
      { numRuns: 40 },
    );
  });

  it('reached from a storm are never less than those reached from calm, before one queue', () => {
    const any = fc.record({
      rate: fc.integer({ min: 100, max: 2000 }),
      retries: fc.integer({ min: 0, max: 4 }),
      queue: fc.constantFrom(null, 5, 200),
      replicas: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(any, ({ rate, retries, queue, replicas }) => {
        const of = (count: number, from: 'calm' | 'stormy') => {
          const parts = [
            component({ id: 'u', kind: 'client', ratePerSecond: rate }),
            component({
              id: 's',
              kind: 'service',
              time: { of: 'exponential', meanSeconds: 0.01 },
              workers: 8,
              queue,
              replicas: count,
            }),
          ];
          const [design] = resolvedOf(parts, [['u', 's', { timeoutSeconds: 0.1, retries }]]).designs;
          return load(design!, { from });
        };
        const [calm, stormy] = [of(replicas, 'calm'), of(replicas, 'stormy')];
        expect(calm.rates[1]!).toBeLessThanOrEqual(stormy.rates[1]! * (1 + 1e-4));
        expect(of(replicas + 1, 'calm').lines[1]!.utilisation).toBeLessThanOrEqual(
          calm.lines[1]!.utilisation * (1 + 1e-6),
        );
      }),
      { numRuns: 40 },
    );
  });
});

describe('requests that are drawn', () => {
  it('wait, are turned away and share a worker among tied copies as it is computed', () => {
    const parts = [
      component({ id: 'u', kind: 'client', ratePerSecond: 95 }),
      component({ id: 's', kind: 'service', time: { of: 'exponential', meanSeconds: 0.02 }, workers: 2, queue: 4 }),
    ];
    const fine = createAlgebra({ binsPerOctave: 64, rounding: 'near' });
    for (const call of [{}, { hedgeSeconds: 0.005, tied: true }, { retryBudget: 0.02, retries: 2 }]) {
      const [design] = resolvedOf(parts, [['u', 's', call]]).designs;
      const by = { algebra: fine, visits: createLatencyCache() };
      const { design: filled } = finished(loadedStepwise(design!, EVERYTHING_UP, {}, by));
      const { failure, success } = createDesignLatency(filled, fine).response(0);
      const request = requestsOf(filled, 0, { down: new Set(), works: () => true });
      const runs = Array.from({ length: 20_000 }, (_, number) => request(number + 1, false)!.run);
      const good = runs.filter((run) => run.good).map(({ end }) => end);
      expect(1 - good.length / runs.length).toBeCloseTo(failure, 2);
      expect(good.reduce((sum, end) => sum + end, 0) / good.length / fine.mean(success)).toBeCloseTo(1, 1);
    }
  });
});
