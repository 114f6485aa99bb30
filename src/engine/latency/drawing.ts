import type { Span } from '../../model/report.ts';
import type { ResolvedCall, ResolvedDesign } from '../../model/resolved.ts';
import type { ResolvedTime } from '../../model/resolved-time.ts';
import { randomFrom, type Random } from '../numeric/random.ts';
import type { Down } from './design-latency.ts';
import { drawTime } from './draw-time.ts';
import { atOnce, type DrawnRun } from './drawn-run.ts';

/** What one visit to a component drew once for all attempts at it: its branches, and the visits behind them. */
export interface Branches {
  hit?: boolean;
  made?: Map<ResolvedCall, boolean>;
  behind?: Map<ResolvedCall, Branches[]>;
}

/** Everything that drawing one request needs. */
export interface Drawing {
  readonly design: ResolvedDesign;
  /** Of each component the calls that are waited for, by step and in the order of the list. */
  readonly steps: readonly (readonly (readonly ResolvedCall[])[])[];
  readonly down: Down;
  /** Whether a visit to a component can be answered well, given what is down. */
  readonly works: (place: number) => boolean;
  readonly random: Random;
  /** Whether spans are kept. */
  readonly recording: boolean;
  /** Visits that may still be made; from 0 on nothing is answered any more, and the request has to be thrown away. */
  visitsLeft: number;
}

/** More visits than this make a request that is too large to be drawn, or so deep a chain of calls. */
export const MOST_VISITS = 200_000;
export const DEEPEST = 400;

/**
 * The calls of each component that are waited for, step by step.
 *
 * Model: asynchronous calls, and those of a queue, are not waited for. Units: none. Errors: none. Accuracy: exact.
 * Cost: a sort. Source: docs/scenario-format.md.
 *
 * @example stepsOf(samples.checkout.designs[0])[2].map((step) => step.length) // => [2]
 */
export function stepsOf({ components, calls }: ResolvedDesign): ResolvedCall[][][] {
  const steps = components.map((): ResolvedCall[][] => []);
  for (const call of [...calls].sort((a, b) => a.step - b.step)) {
    if (call.async || components[call.from]!.kind === 'queue') continue;
    const own = steps[call.from]!;
    const last = own.at(-1);
    if (last?.[0]?.step === call.step) last.push(call);
    else own.push([call]);
  }
  return steps;
}

/**
 * What one request of a design is drawn with.
 *
 * Model: none. Units: none. Errors: none. Accuracy: the same for the same seed. Cost: constant. Source: none needed.
 *
 * @example drawingOf(samples.checkout.designs[0], [], allUp, 1, false).visitsLeft // => 200000
 */
export function drawingOf(
  design: ResolvedDesign,
  steps: Drawing['steps'],
  state: Pick<Drawing, 'down' | 'works'>,
  seed: number,
  recording: boolean,
): Drawing {
  return { design, steps, ...state, random: randomFrom(seed), recording, visitsLeft: MOST_VISITS };
}

/**
 * Time spent on something, drawn or given.
 *
 * Model: none. Units: seconds. Errors: none. Accuracy: as `drawTime`. Cost: a draw. Source: none needed.
 *
 * @example spent(drawingOf(samples.checkout.designs[0], [], allUp, 1, true), 1, 2, { of: { component: 'app' }, depth: 0, attempt: 1 }).end // => 3
 */
export function spent(
  { recording, random }: Drawing,
  start: number,
  time: number | ResolvedTime,
  what: Pick<Span, 'of' | 'depth' | 'attempt'>,
  outcome: Span['outcome'] = 'good',
): DrawnRun {
  const end = start + (typeof time === 'number' ? time : drawTime(time, random));
  if (!recording || end === start) return atOnce(end, true);
  const spans = [{ ...what, startSeconds: start, endSeconds: end, outcome, critical: false }];
  return { end, good: true, spans, path: spans };
}
