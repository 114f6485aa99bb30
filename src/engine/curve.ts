import type {
  Curve,
  CurveQuestion,
  CutSets,
  FanOutCurve,
  Paths,
  ReplicasCurve,
  ScalingCurve,
} from '../model/report.ts';
import { isLoadQuestion } from '../model/report-load.ts';
import type { Resolved, ResolvedComponent } from '../model/resolved.ts';
import { bracketStepwise } from './availability/bracket.ts';
import type { EngineCache } from './engine-cache.ts';
import { cutSetsOf } from './availability/cut-sets.ts';
import { exactStepwise, type Evaluated } from './availability/evaluated.ts';
import { pathSetsOf } from './availability/path-sets.ts';
import { mayHave, withReplicas } from './availability/remedies.ts';
import { neededByLoad } from './loaded-design.ts';
import { latencyCurveStepwise } from './latency-curve.ts';
import { loadCurveStepwise } from './load-curve.ts';
import { fanOutHalf, fanOutTail } from './latency/fan-out-tail.ts';
import { availabilityFigures, SECONDS_PER_YEAR } from './numeric/downtime.ts';
import { finished } from './numeric/finished.ts';
import { wholeGrid } from './numeric/whole-grid.ts';
import { amdahlSpeedup } from './scalability/amdahl.ts';
import { uslPeakReplicas, uslSpeedup } from './scalability/usl.ts';
import { USUAL_PROMISES } from './slo/objective.ts';

function fanOutCurve(slowProbability: number, callees: number): FanOutCurve {
  const half = fanOutHalf(slowProbability);
  const end = Math.max(10, 2 * callees, half !== null && half <= 1e6 ? 2 * half : 0);
  const slow = (count: number) => ({ callees: count, slow: fanOutTail(slowProbability, count) });
  const marks = half === null ? [callees] : [callees, half];
  return { question: 'fan-out', points: wholeGrid(end, marks).map(slow), today: slow(callees), half };
}

function scalingCurve(component: ResolvedComponent): ScalingCurve {
  const { replicas, sigma, kappa } = component;
  const peak = uslPeakReplicas(sigma, kappa);
  const end = Math.min(1e5, Math.max(10, 2 * replicas, peak === null ? 0 : 2 * peak));
  const usl = (count: number) => uslSpeedup(count, sigma, kappa);
  return {
    question: 'scaling',
    points: wholeGrid(end, peak === null ? [replicas] : [replicas, peak]).map((count) => ({
      replicas: count,
      usl: usl(count),
      amdahl: amdahlSpeedup(count, sigma),
      linear: count,
    })),
    today: { replicas, usl: usl(replicas) },
    peak: peak === null ? null : { replicas: peak, usl: usl(peak) },
  };
}

/** The design and the place of the client that a question is about; below 0 where there is none. */
function journeyAsked(resolved: Resolved, asked: { readonly design: number; readonly journey: string }) {
  const design = resolved.designs[asked.design];
  const client = design?.components.findIndex(({ id, kind }) => id === asked.journey && kind === 'client') ?? -1;
  return { design, client };
}

function* cutSetsCurve(
  resolved: Resolved,
  asked: Extract<CurveQuestion, { question: 'cut-sets' }>,
  cache: EngineCache | undefined,
): Generator<unknown, CutSets> {
  const { design, client } = journeyAsked(resolved, asked);
  if (design === undefined || client < 0) return { question: 'cut-sets', count: null, byOrder: [], sets: [] };
  // A share is of the journey's unavailability, which only the sets that are listed need.
  const unavailability = asked.most > 0 ? yield* roughly(yield* exactStepwise(design, cache), client) : 0;
  return yield* cutSetsOf(design, client, asked.most, unavailability);
}

/** A journey's unavailability; where it is out of reach, to three digits if they can be had. */
function* roughly({ structure, groups, journeys }: Evaluated, client: number): Generator<number, number> {
  const journey = journeys.get(client);
  if (journey) return journey.unavailability;
  let low = 0;
  for (const bracket of bracketStepwise(structure, groups, client)) {
    low = bracket?.low ?? low;
    if (bracket !== null && bracket.high - low < 1e-3 * low) break;
    yield 1;
  }
  return low;
}

function* pathsCurve(
  resolved: Resolved,
  asked: Extract<CurveQuestion, { question: 'paths' }>,
  cache: EngineCache | undefined,
): Generator<unknown, Paths> {
  const { design, client } = journeyAsked(resolved, asked);
  if (design === undefined || client < 0) return { question: 'paths', total: null, left: null, sets: [] };
  const { owns } = yield* exactStepwise(design, cache);
  return yield* pathSetsOf(
    design,
    client,
    asked.most,
    owns.map(({ unavailability }) => unavailability),
  );
}

function* replicasCurve(
  resolved: Resolved,
  asked: Extract<CurveQuestion, { question: 'replicas' }>,
  cache: EngineCache | undefined,
): Generator<unknown, ReplicasCurve> {
  const { design, client } = journeyAsked(resolved, asked);
  const place = design?.components.findIndex((component) => component.id === asked.component) ?? -1;
  const component = design?.components[place];
  const none: ReplicasCurve = { question: 'replicas', points: [], today: component?.replicas ?? 1, knee: 1 };
  if (design === undefined || component === undefined || client < 0) return none;
  const { structure, journeys } = yield* exactStepwise(design, cache);
  const part = journeys.get(client)?.parts.find(({ owner }) => 'component' in owner && owner.component === place);
  if (part === undefined) return none;
  function* at(replicas: number): Generator<unknown, number | null> {
    if (!mayHave(component!, replicas)) return null;
    const known = withReplicas(structure, part!, replicas);
    if (known !== null) return known;
    const components = design!.components.with(place, { ...component!, replicas });
    const { journeys: changed } = yield* exactStepwise({ ...design!, components });
    return changed.get(client)?.unavailability ?? null;
  }
  const first = Math.max(1, component.needed);
  let knee = first;
  for (let now = yield* at(knee); knee < 1e5; knee++) {
    const next = yield* at(knee + 1);
    if (!((next ?? 1) < 0.9 * (now ?? 0))) break;
    now = next;
  }
  const end = Math.max(component.replicas + 3, first + 6, knee);
  const points: ReplicasCurve['points'][number][] = [];
  for (const replicas of wholeGrid(end, [component.replicas, knee], first)) {
    const unavailability = yield* at(replicas);
    if (unavailability === null) continue;
    points.push({ replicas, unavailability, downtimeSecondsPerYear: unavailability * SECONDS_PER_YEAR });
  }
  return { question: 'replicas', points, today: component.replicas, knee };
}

/**
 * The points of a chart, by the question that it answers, step by step: yields now and then, and can be left.
 *
 * Model, units, domain, errors, accuracy, cost and source as `curve`.
 *
 * @example finished(curveStepwise(samples.checkout, { question: 'nines' })).question // => 'nines'
 */
export function* curveStepwise(given: Resolved, asked: CurveQuestion, cache?: EngineCache): Generator<unknown, Curve> {
  const resolved = 'design' in asked ? yield* neededByLoad(given, asked.design, cache) : given;
  if (asked.question === 'fan-out') return fanOutCurve(asked.slowProbability, asked.callees);
  if (asked.question === 'nines') return { question: 'nines', points: USUAL_PROMISES.map(availabilityFigures) };
  if (asked.question === 'replicas') return yield* replicasCurve(resolved, asked, cache);
  if (asked.question === 'cut-sets') return yield* cutSetsCurve(resolved, asked, cache);
  if (asked.question === 'paths') return yield* pathsCurve(resolved, asked, cache);
  if (isLoadQuestion(asked)) return yield* loadCurveStepwise(resolved, asked, cache);
  if (asked.question !== 'scaling') return yield* latencyCurveStepwise(resolved, asked, cache);
  const component = resolved.designs[asked.design]?.components.find(({ id }) => id === asked.component);
  if (component === undefined) return { question: 'scaling', points: [], today: { replicas: 1, usl: 1 }, peak: null };
  return scalingCurve(component);
}

/**
 * The points of a chart, by the question that it answers.
 *
 * Model: fan-out by independent slow callees, scaling by the Universal Scalability Law, replicas by the exact journey.
 * Units: SI and probabilities. Domain: a resolved scenario; designs by index, components by id. Errors: what is not
 * there gives a curve without points. Accuracy: as the functions behind it. Cost: about 60 points; the replicas'
 * question evaluates the design once. Source: the pages in docs/.
 *
 * @example curve(samples.checkout, { question: 'fan-out', slowProbability: 0.01, callees: 100 }).half // => 69
 */
export function curve(resolved: Resolved, asked: CurveQuestion, cache?: EngineCache): Curve {
  return finished(curveStepwise(resolved, asked, cache));
}
