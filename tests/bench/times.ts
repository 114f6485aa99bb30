import { createAlgebra } from '../../src/engine/latency/create-algebra.ts';
import { createDesignLatency } from '../../src/engine/latency/design-latency.ts';
import { createLatencyCache, type LatencyCache } from '../../src/engine/latency/latency-cache.ts';
import { analyse } from '../../src/engine/index.ts';
import type { Resolved, ResolvedDesign } from '../../src/model/resolved.ts';
import { randomFrom, Simulation } from '../engine/latency/simulated.ts';
import { layeredDesign } from './engine.ts';

/** One line of the result. */
export interface TimesRow {
  readonly components: number;
  /** Everything up, by steps an octave: all anew, and after a slider on one component, by component, rising. */
  readonly grids: readonly {
    readonly name: string;
    readonly everything: number;
    readonly sliders: readonly number[];
    readonly p99: number;
  }[];
  /** The whole report, over the states of what is down, and how many were counted. */
  readonly reportMilliseconds: number;
  readonly states: number;
  /** What a million requests take when they are drawn one by one, and the p99 of those that were. */
  readonly drawnMilliseconds: number;
  readonly drawnP99: number;
}

const DRAWN = 50_000;
const MILLION = 1e6;

/** The layered drawing with a time and a chance of errors everywhere, and timeouts and retries here and there. */
export function timedDesign(count: number): Resolved {
  const { designs, ...others } = layeredDesign(count);
  const [design] = designs;
  const components = design!.components.map((one, place) =>
    one.kind === 'client' || one.kind === 'gate'
      ? one
      : {
          ...one,
          errors: 0.0005,
          time: { of: 'lognormal' as const, medianSeconds: 0.002 * (1 + (place % 7)), sigma: 0.6 + 0.05 * (place % 5) },
        },
  );
  const calls = design!.calls.map((call, place) => ({
    ...call,
    network: { of: 'constant' as const, seconds: 0.0005 },
    ...(place % 9 === 0 ? { timeoutSeconds: 0.4, retries: 1 } : {}),
  }));
  return { ...others, designs: [{ ...design!, components, calls }] };
}

/** The least of several runs, which other programs disturb least. */
function best(runs: number, work: (run: number) => void): number {
  const times = Array.from({ length: runs }, (_, run) => {
    const start = performance.now();
    work(run);
    return performance.now() - start;
  });
  return Math.min(...times);
}

/** The drawing with another time at one of its components. */
function slid(design: ResolvedDesign, place: number, run: number): ResolvedDesign {
  const time = { of: 'lognormal' as const, medianSeconds: 0.003 + place / 1e6 + run / 1e8, sigma: 0.7 };
  return { ...design, components: design.components.with(place, { ...design.components[place]!, time }) };
}

function row(count: number): TimesRow {
  const resolved = timedDesign(count);
  const design = resolved.designs[0]!;
  const runs = count <= 100 ? 20 : 5;
  const grids = [16, 32, 64].map((binsPerOctave) => {
    const algebra = createAlgebra({ binsPerOctave, rounding: 'near' });
    const p99 = (one: ResolvedDesign, cache: LatencyCache): number => {
      const { order, response } = createDesignLatency(one, algebra, cache);
      for (const place of order) void response(place).success;
      return algebra.quantile(response(0).success, 0.99);
    };
    const known = createLatencyCache();
    const everything = best(runs, () => p99(design, createLatencyCache()));
    p99(design, known);
    const places = design.components.flatMap(({ time }, place) =>
      time.of === 'lognormal' && (count <= 100 || place % 7 === 0) ? [place] : [],
    );
    const sliders = places.map((place) => best(runs, (run) => p99(slid(design, place, run), known)));
    sliders.sort((one, other) => one - other);
    return { name: `${binsPerOctave} an octave`, everything, sliders, p99: p99(design, known) };
  });
  let states = 0;
  const reportMilliseconds = best(1, () => {
    const { journeys } = analyse(resolved).designs[0]!;
    states = Object.values(journeys).reduce((sum, { latency }) => sum + latency!.states.counted, 0);
  });
  const simulation = new Simulation(design, new Set(), randomFrom(1));
  const good: number[] = [];
  const drawnMilliseconds =
    (MILLION / DRAWN) *
    best(1, () => {
      for (let drawn = 0; drawn < DRAWN; drawn++) {
        const answer = simulation.request(0);
        if (answer.good) good.push(answer.end);
      }
    });
  const drawnP99 = good.sort((a, b) => a - b)[Math.ceil(0.99 * good.length) - 1]!;
  return { components: count, grids, reportMilliseconds, states, drawnMilliseconds, drawnP99 };
}

/** Drawings of 50 and of 300 components. */
export const timesBench = (): TimesRow[] => [50, 300].map(row);
