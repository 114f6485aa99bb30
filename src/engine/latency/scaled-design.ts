import type { TailShares } from '../../model/report.ts';
import type { Waiting } from '../../model/resolved-load.ts';
import type { ResolvedTime } from '../../model/resolved-time.ts';
import type { ResolvedCall, ResolvedDesign } from '../../model/resolved.ts';
import { withCall } from './asked.ts';

/** Something that takes time, by what a report calls it. */
export type TimedPart = TailShares['parts'][number]['of'];

/**
 * A time that is so many times as long.
 *
 * Model: all of the distribution is stretched. Units: a factor above 0. Errors: none. Accuracy: to rounding.
 * Cost: linear in its points. Source: none needed.
 *
 * @example scaledTime({ of: 'gamma', meanSeconds: 2, shape: 3 }, 2) // => { of: 'gamma', meanSeconds: 4, shape: 3 }
 */
export function scaledTime(time: ResolvedTime, factor: number): ResolvedTime {
  switch (time.of) {
    case 'constant':
      return { of: 'constant', seconds: time.seconds * factor };
    case 'exponential':
      return { of: 'exponential', meanSeconds: time.meanSeconds * factor };
    case 'gamma':
      return { ...time, meanSeconds: time.meanSeconds * factor };
    case 'weibull':
    case 'pareto':
      return { ...time, scaleSeconds: time.scaleSeconds * factor };
    case 'lognormal':
      return { ...time, medianSeconds: time.medianSeconds * factor };
    case 'mixture':
      return { ...time, parts: time.parts.map((part) => ({ ...part, time: scaledTime(part.time, factor) })) };
    case 'quantiles':
      return { ...time, points: time.points.map((point) => ({ ...point, seconds: point.seconds * factor })) };
    case 'samples':
      return { ...time, seconds: time.seconds.map((seconds) => seconds * factor) };
  }
}

const takesTime = (time: ResolvedTime): boolean => !(time.of === 'constant' && time.seconds === 0);

/** What of a call takes time, and the call with that stretched. */
function timedParts(call: ResolvedCall): (readonly [TimedPart, (factor: number) => Partial<ResolvedCall>])[] {
  const { id, network, timeoutSeconds, deadlineSeconds, hedgeSeconds, backoff, retries } = call;
  const scaled = (seconds: number | null, factor: number): number | null =>
    seconds === null ? null : seconds * factor;
  const parts: ReturnType<typeof timedParts> = [];
  if (takesTime(network)) parts.push([{ call: id }, (factor) => ({ network: scaledTime(network, factor) })]);
  if (timeoutSeconds !== null || deadlineSeconds !== null)
    parts.push([
      { timeout: id },
      (factor) => ({
        timeoutSeconds: scaled(timeoutSeconds, factor),
        deadlineSeconds: scaled(deadlineSeconds, factor),
      }),
    ]);
  if (hedgeSeconds !== null && !call.tied)
    parts.push([{ hedge: id }, (factor) => ({ hedgeSeconds: scaled(hedgeSeconds, factor) })]);
  if (retries > 0 && backoff.firstSeconds > 0) {
    const { firstSeconds, maxSeconds } = backoff;
    const longer = (factor: number) => ({ firstSeconds: firstSeconds * factor, maxSeconds: maxSeconds * factor });
    parts.push([{ backoff: id }, (factor) => ({ backoff: { ...backoff, ...longer(factor) } })]);
  }
  return parts;
}

/** Whether anybody waits for a worker of a component. */
const waitsFor = ({ components, calls }: ResolvedDesign, place: number): boolean =>
  components[place]!.waiting !== null || calls.some(({ to, waiting }) => to === place && waiting !== null);

/** The design with longer waits for the workers of a component. */
function withWaits(design: ResolvedDesign, place: number, factor: number): ResolvedDesign {
  const longer = <Each extends { readonly waiting: Waiting | null }>(each: Each): Each =>
    each.waiting === null
      ? each
      : { ...each, waiting: { ...each.waiting, wait: scaledTime(each.waiting.wait, factor) } };
  return {
    ...design,
    components: design.components.with(place, longer(design.components[place]!)),
    calls: design.calls.map((call) => (call.to === place ? longer(call) : call)),
  };
}

/** A part of a design that takes time, and the design with that part stretched. */
export interface Stretchable {
  readonly of: TimedPart;
  /** The component that it is a part of, or the caller; and the call, where it is a part of that. */
  readonly place: number;
  readonly call: ResolvedCall | null;
  readonly stretched: (factor: number) => ResolvedDesign;
}

/**
 * Everything in a design that takes time and that a journey may wait for.
 *
 * Model: own times, waits for workers, networks, timeouts (with deadlines), hedge delays, backoffs and switches of gates. Units: a factor.
 * `calls` are those that each component waits for. Errors: none. Accuracy: exact. Cost: linear.
 * Source: docs/latency-maths.md.
 *
 * @example stretchables(samples.checkout.designs[0], [[], [], [], [], []], 0) // => []
 */
export function stretchables(
  design: ResolvedDesign,
  calls: readonly (readonly ResolvedCall[])[],
  client: number,
): Stretchable[] {
  const { components } = design;
  const found: Stretchable[] = [];
  const reached = new Set([client]);
  for (const place of reached) {
    const component = components[place]!;
    const add = (of: TimedPart, change: (factor: number) => Partial<typeof component>): void => {
      const stretched = (factor: number): ResolvedDesign => ({
        ...design,
        components: components.with(place, { ...component, ...change(factor) }),
      });
      found.push({ of, place, call: null, stretched });
    };
    if (takesTime(component.time) && place !== client)
      add({ component: component.id }, (factor) => ({ time: scaledTime(component.time, factor) }));
    if (waitsFor(design, place))
      found.push({
        of: { wait: component.id },
        place,
        call: null,
        stretched: (factor) => withWaits(design, place, factor),
      });
    if (component.kind === 'gate' && component.switchSeconds > 0)
      add({ switch: component.id }, (factor) => ({ switchSeconds: component.switchSeconds * factor }));
    for (const call of calls[place]!) {
      reached.add(call.to);
      for (const [of, change] of timedParts(call))
        found.push({ of, place, call, stretched: (factor) => withCall(design, call, change(factor)) });
    }
  }
  return found;
}
