import { NO_LIMITS, UNLIMITED } from '../../src/model/resolved-load.ts';
import { NO_TIME, PLAIN_TIMING } from '../../src/model/resolved-time.ts';
import { analyse, createCache, type EngineCache } from '../../src/engine/index.ts';
import { exactStepwise } from '../../src/engine/availability/evaluated.ts';
import {
  nodeChances,
  ownChances,
  rootUnavailability,
  variableChances,
} from '../../src/engine/availability/evaluate.ts';
import { plansStepwise } from '../../src/engine/availability/cache.ts';
import { groupOf } from '../../src/engine/availability/group.ts';
import { structureOf } from '../../src/engine/availability/structure.ts';
import { finished } from '../../src/engine/numeric/finished.ts';
import type { Resolved, ResolvedCall, ResolvedComponent, ResolvedDesign } from '../../src/model/resolved.ts';

/** One line of the result: what was measured and its medians. */
export interface BenchRow {
  readonly components: number;
  /** Full report, nothing known before. */
  readonly rebuildMilliseconds: number;
  /** Full report after an edit of one value. */
  readonly sliderMilliseconds: number;
  /** The journeys' unavailability alone, nothing known before, and after an edit of one value. */
  readonly builtMilliseconds: number;
  readonly unavailabilityMilliseconds: number;
  readonly heapMegabytes: number;
}

/** A layered drawing: services call two or three of the next layer, some behind caches, gates and branches; data is shared. */
export function layeredDesign(count: number, journeys = 3): Resolved {
  const neutral = {
    needed: 1,
    beta: 0,
    mttrSeconds: null,
    plannedUnavailability: 0,
    plannedSeconds: null,
    takeoverSeconds: 0,
    uncovered: 0,
    placement: [],
    errors: 0,
    time: NO_TIME,
    switchSeconds: 0,
    hitRatio: 0,
    whenDown: 'refuse',
    mode: 'failover',
    sigma: 0,
    kappa: 0,
    scales: false,
    ratePerSecond: null,
    objective: { unavailability: 1e-3, windowSeconds: 2_592_000 },
    latencyObjective: null,
    ...NO_LIMITS,
  } as const;
  const components: ResolvedComponent[] = [];
  const calls: ResolvedCall[] = [];
  // A fixed sequence of numbers in [0, 1): the same drawing every time.
  let seed = 12_345;
  const next = (): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 8) / 2 ** 24;
  };
  const width = Math.ceil((count - journeys) / 6);
  for (let place = 0; place < count; place++) {
    const layer = place < journeys ? 0 : 1 + Math.floor((place - journeys) / width);
    const draw = next();
    const last = place >= count - width;
    const kind = layer === 0 ? 'client' : last ? 'database' : draw < 0.08 ? 'gate' : draw < 0.16 ? 'cache' : 'service';
    components.push({
      ...neutral,
      id: `c${place}`,
      name: `Component ${place}`,
      kind,
      replicas: kind === 'client' || kind === 'gate' ? 1 : 1 + Math.floor(3 * next()),
      unavailability: kind === 'client' || kind === 'gate' ? 0 : 0.0001 + 0.01 * next(),
      hitRatio: kind === 'cache' ? 0.9 : 0,
      whenDown: kind === 'cache' ? 'bypass' : 'refuse',
    });
    if (last) continue;
    const start = journeys + layer * width;
    const fans = kind === 'client' ? 2 : kind === 'gate' ? 2 : 1 + Math.floor(2.5 * next());
    for (let call = 0; call < fans; call++) {
      const to = Math.min(count - 1, start + Math.floor(width * next()));
      const branch = kind !== 'gate' && kind !== 'client' && next() < 0.08;
      const id = `${place}-${call}`;
      const fields = { step: 1, times: 1, probability: branch ? 0.05 : 1, optional: false, async: false, weight: 1 };
      calls.push({ id, from: place, to, ...PLAIN_TIMING, ...UNLIMITED, ...fields });
    }
  }
  return { designs: [{ name: 'layered', components, calls, domains: [] }], issues: [], findings: [] };
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1]!;

function timed(runs: number, work: (run: number) => void): number {
  work(-1);
  return median(
    Array.from({ length: runs }, (_, run) => {
      const start = performance.now();
      work(run);
      return performance.now() - start;
    }),
  );
}

/** The same drawing with one value changed, as a slider does it. */
function slid(resolved: Resolved, run: number): Resolved {
  const [design] = resolved.designs;
  const place = design!.components.length - 1 - (Math.abs(run) % 7);
  const components = design!.components.with(place, {
    ...design!.components[place]!,
    unavailability: 0.001 * (1 + run / 1000),
  });
  return { ...resolved, designs: [{ ...design!, components }] };
}

/** The journeys' unavailability alone. */
function unavailabilities(design: ResolvedDesign, cache?: EngineCache): void {
  const structure = structureOf(design);
  const { plans, roots } = finished(plansStepwise(structure, cache));
  const own = ownChances(structure, design.components.map(groupOf));
  for (const client of structure.clients) {
    const at = roots[client];
    if (!at) continue;
    const chances = variableChances(structure, plans[at.plan]!, own);
    rootUnavailability(at.root, chances, nodeChances(plans[at.plan]!, chances));
  }
}

function row(count: number): BenchRow {
  const resolved = layeredDesign(count);
  const runs = count <= 100 ? 40 : 9;
  const before = process.memoryUsage().heapUsed;
  const rebuildMilliseconds = timed(runs, () => analyse(resolved));
  const cache = createCache();
  analyse(resolved, {}, cache);
  const sliderMilliseconds = timed(runs, (run) => analyse(slid(resolved, run), {}, cache));
  const builtMilliseconds = timed(runs, () => unavailabilities(resolved.designs[0]!));
  const unavailabilityMilliseconds = timed(runs, (run) => unavailabilities(slid(resolved, run).designs[0]!, cache));
  const heapMegabytes = (process.memoryUsage().heapUsed - before) / 2 ** 20;
  return {
    components: count,
    rebuildMilliseconds,
    sliderMilliseconds,
    builtMilliseconds,
    unavailabilityMilliseconds,
    heapMegabytes,
  };
}

/** Medians for drawings of 50 to 1,000 components. */
export function engineBench(): Promise<{ name: string; rows: BenchRow[] }[]> {
  return Promise.resolve([{ name: 'engine', rows: [50, 300, 500, 1000].map(row) }]);
}

/** How large the diagrams are, for whoever tunes them. */
export function planSize(resolved: Resolved): number {
  const { structure } = finished(exactStepwise(resolved.designs[0]!));
  return finished(plansStepwise(structure, undefined)).plans.reduce((sum, plan) => sum + plan.variable.length, 0);
}
