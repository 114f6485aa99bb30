import type { ResolvedCall, ResolvedComponent } from '../../model/resolved.ts';
import type { Algebra } from './algebra.ts';
import { attempts, repeats } from './attempts.ts';
import { failover, race } from './gate.ts';
import { answering, beside, ended, failing, inTurn, oneOf, type Response } from './response.ts';
import { crossed, repeated, single, together, type Variants } from './variants.ts';

/** A call, and a visit to what it calls, there and back: with its branches told apart where they have to be. */
export interface Called {
  readonly call: ResolvedCall;
  readonly arrived: Variants;
  /** Whether its caller waits for the answer. */
  readonly waits: boolean;
  /** Whether any visit to it can be answered well, given what is down. */
  readonly works: boolean;
}

/** How a visit is to be given: with its branches told apart, because somebody above tries again, or not. */
export interface Visited {
  readonly down: boolean;
  readonly keep: boolean;
}

/**
 * Whether a call has to know the branches of what it calls.
 *
 * Model: rule 4 of the scenario format. Units: `keep` as of the caller. Errors: none. Accuracy: exact. Cost: constant.
 * Source: docs/latency-maths.md.
 *
 * @example keepsBranches({ ...PLAIN_TIMING, hedgeSeconds: 0.1 }, false) // => true
 */
export function keepsBranches(call: Parameters<typeof repeats>[0], keep: boolean): boolean {
  return keep || repeats(call);
}

/**
 * One visit to a component, from visits to what it calls.
 *
 * Model: rules 2 to 7 of the scenario format: own time, own error, the calls step by step; a gate's in its mode; a cache
 * that hits makes none, one that is down and bypassed has no time of its own. Units: as `Response`; calls in the order
 * of the design. Errors: none. Accuracy: that of the algebra; exact up to `MOST_VARIANTS` outcomes of its branches.
 * Cost: a few convolutions a call. Source: docs/latency-maths.md.
 *
 * @example visit(sampleAlgebra, samples.checkout.designs[0].components[4], [], { down: true, keep: false }).list[0].response.failure // => 1
 */
export function visit(
  algebra: Algebra,
  component: ResolvedComponent,
  calls: readonly Called[],
  { down, keep }: Visited,
): Variants {
  const { kind, whenDown, hitRatio } = component;
  const bypassed = whenDown === 'bypass' && calls.some(({ waits }) => waits);
  if (down && !bypassed) return single(failing(algebra, whenDown === 'hang'));
  const works = !down && kind !== 'client';
  const own = works
    ? answering(algebra, algebra.of(component.time), component.errors)
    : answering(algebra, algebra.at(0));
  const shaped = (variants: Variants): Variants => (keep ? variants : together(algebra, variants));
  if (kind === 'gate') return shaped(gate(algebra, component, own, calls, keep));
  if (calls.length === 0) return single(own);
  const cancelled = calls.map(({ call }) => call.cancel);
  const steps = [...new Set(calls.map(({ call }) => call.step))].sort((a, b) => a - b);
  const made = crossed(
    algebra,
    calls.map((called) => wanted(algebra, called, keep && called.waits)),
    (responses) =>
      steps.reduce((before, step) => {
        const of = <Each>(each: readonly Each[], waits: boolean): Each[] =>
          each.filter((_, place) => calls[place]!.call.step === step && calls[place]!.waits === waits);
        return inTurn(algebra, before, beside(algebra, of(responses, true), of(responses, false), of(cancelled, true)));
      }, own),
  );
  if (kind !== 'cache' || down || hitRatio === 0) return shaped(made);
  return shaped(
    mixed([
      [hitRatio, single(own)],
      [1 - hitRatio, made],
    ]),
  );
}

/** One of several by chance. */
function mixed(choices: readonly (readonly [chance: number, variants: Variants])[]): Variants {
  return {
    list: choices.flatMap(([chance, { list }]) =>
      chance > 0 ? list.map(({ weight, response }) => ({ weight: chance * weight, response })) : [],
    ),
    merged: choices.some(([, { merged }]) => merged),
  };
}

/** One call with all its attempts, made once. What nobody waits for is never given up. */
function tried(algebra: Algebra, { call: made, arrived, waits }: Called, keep: boolean): Variants {
  const call = waits || !made.cancel ? made : { ...made, cancel: false };
  const { list, merged } = arrived;
  const all = {
    list: list.map(({ weight, response }) => ({ weight, response: attempts(algebra, call, response) })),
    merged,
  };
  return keep ? all : together(algebra, all);
}

/** One call as its caller wants it: all its `times`, if it is made at all. */
function wanted(algebra: Algebra, called: Called, keep: boolean): Variants {
  const { optional, times, sequential, probability, cancel } = called.call;
  const { list, merged } = tried(algebra, called, keep);
  const one =
    optional || !called.waits
      ? list.map(({ weight, response }) => ({ weight, response: ended(algebra, response) }))
      : list;
  const all = repeated(algebra, { list: one, merged }, times, sequential, cancel);
  if (probability >= 1) return all;
  const choice = mixed([
    [1 - probability, single(answering(algebra, algebra.at(0)))],
    [probability, all],
  ]);
  return keep && !all.list.every(({ response }) => isAtOnce(algebra, response)) ? choice : together(algebra, choice);
}

/** Answered well and without delay for certain: then it makes no difference whether it is called. */
const isAtOnce = (algebra: Algebra, { failure, success }: Response): boolean =>
  failure === 0 && algebra.beyond(success, 0) === 0;

/** A gate by its mode: its parts are its calls, in a race each of their `times`. */
function gate(
  algebra: Algebra,
  { mode, needed, switchSeconds }: ResolvedComponent,
  own: Response,
  calls: readonly Called[],
  keep: boolean,
): Variants {
  const after = (response: Response): Response => inTurn(algebra, own, response);
  const parted = (called: Called): Variants => tried(algebra, called, keep);
  if (mode === 'race') {
    const copies = calls.flatMap((called) => Array.from({ length: called.call.times }, () => called));
    const cancelled = copies.map(({ call }) => call.cancel);
    return crossed(algebra, copies.map(parted), (responses) => after(race(algebra, needed, responses, cancelled)));
  }
  const listed = mode === 'balance' ? calls.filter(({ works }) => works) : inOrder(calls);
  if (listed.length < needed) return single(after(failing(algebra, false)));
  const callees = listed.map((called) => {
    const { times, sequential, cancel } = called.call;
    return repeated(algebra, parted(called), times, sequential, cancel);
  });
  if (mode === 'failover')
    return crossed(algebra, callees, (responses) => after(failover(algebra, responses, algebra.at(switchSeconds))));
  const total = listed.reduce((sum, { call }) => sum + call.weight, 0);
  const share = (place: number): number => (total > 0 ? listed[place]!.call.weight / total : 1 / listed.length);
  return crossed(algebra, callees, (responses) =>
    after(
      oneOf(
        algebra,
        responses.map((response, place) => ({ weight: share(place), response })),
      ),
    ),
  );
}

const inOrder = (calls: readonly Called[]): Called[] => [...calls].sort((a, b) => a.call.step - b.call.step);
