import { createLatencyCache } from '../../src/engine/latency/latency-cache.ts';
import { createAlgebra } from '../../src/engine/latency/create-algebra.ts';
import { createDesignLatency } from '../../src/engine/latency/design-latency.ts';
import { LIVE_STEPS } from '../../src/engine/latency/grid-steps.ts';
import { loadedStepwise } from '../../src/engine/load/loaded.ts';
import { EVERYTHING_UP, type LoadedBy } from '../../src/engine/load/loading.ts';
import type { ResolvedDesign } from '../../src/model/resolved.ts';
import { timedDesign } from './times.ts';

/** One line of the result, in milliseconds of the processor. */
export interface LoadsRow {
  readonly components: number;
  /** Rates, waits and attempts until they settle: all anew, and after a slider on a leaf's time. */
  readonly everything: number;
  readonly slider: number;
  /** The same, and the times of all components with everything up on the live grid. */
  readonly sliderWithTimes: number;
  readonly rounds: number;
}

/** How busy workers are where nobody retries. */
const BUSY = 0.6;

/** The timed drawing with limited workers everywhere, a limited queue before some, and threads held for the response in others. */
function loadedDesign(count: number): ResolvedDesign {
  const [timed] = timedDesign(count).designs;
  const design = {
    ...timed!,
    components: timed!.components.map((one) => (one.kind === 'client' ? { ...one, ratePerSecond: 100 } : one)),
  };
  const by = { algebra: createAlgebra({ binsPerOctave: LIVE_STEPS, rounding: 'near' }), visits: createLatencyCache() };
  const { rates } = run(design, by).loaded;
  const latency = createDesignLatency(design, by.algebra, by.visits);
  const components = design.components.map((one, place) => {
    if (one.kind === 'client' || one.kind === 'gate') return one;
    const holds = one.kind === 'service' && place % 3 === 0 ? ('response' as const) : ('own' as const);
    const hold = holds === 'own' ? latency.own(place) : latency.response(place).success;
    const busy = (rates[place]! * by.algebra.mean(hold)) / one.replicas;
    return { ...one, holds, workers: Math.max(2, Math.ceil(busy / BUSY)), queue: place % 5 === 0 ? 100 : null };
  });
  return { ...design, components };
}

function run(design: ResolvedDesign, by: LoadedBy) {
  const steps = loadedStepwise(design, EVERYTHING_UP, {}, by);
  for (let rounds = 0; ; rounds++) {
    const step = steps.next();
    if (step.done === true) return { loaded: step.value, rounds };
  }
}

/** The least of several runs, which other programs disturb least. */
function best(runs: number, work: (run: number) => void): number {
  const times = Array.from({ length: runs }, (_, each) => {
    const { user, system } = process.cpuUsage();
    work(each);
    const used = process.cpuUsage();
    return (used.user + used.system - user - system) / 1000;
  });
  return Math.min(...times);
}

/** The drawing with another time at one of its leaves. */
function slid(design: ResolvedDesign, each: number): ResolvedDesign {
  const place = design.components.length - 1 - (each % 7);
  const time = { of: 'lognormal' as const, medianSeconds: 0.003 + each / 1e5, sigma: 0.7 };
  return { ...design, components: design.components.with(place, { ...design.components[place]!, time }) };
}

function row(count: number): LoadsRow {
  const design = loadedDesign(count);
  const runs = count <= 100 ? 20 : 5;
  const by: LoadedBy = {
    algebra: createAlgebra({ binsPerOctave: LIVE_STEPS, rounding: 'near' }),
    visits: createLatencyCache(),
  };
  const times = (one: ResolvedDesign): void => {
    const { order, response } = createDesignLatency(one, by.algebra, by.visits);
    for (const place of order) void response(place).success;
  };
  const everything = best(runs, () => run(design, { ...by, visits: createLatencyCache() }));
  const { rounds, loaded } = run(design, by);
  times(loaded.design);
  const slider = best(runs, (each) => run(slid(design, each), by));
  const sliderWithTimes = best(runs, (each) => times(run(slid(design, 100 + each), by).loaded.design));
  return { components: count, everything, slider, sliderWithTimes, rounds };
}

/** Drawings of 50 and of 300 components with queues and retries. */
export const loadsBench = (): LoadsRow[] => [50, 300].map(row);
