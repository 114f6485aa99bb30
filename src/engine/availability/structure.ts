import type { ResolvedCall, ResolvedComponent, ResolvedDesign, ResolvedDomain } from '../../model/resolved.ts';
import { childrenFirst } from '../graph/children-first.ts';
import { domainsAbove, placementOf, type Placement } from './placement.ts';

/** What of a design can make a request fail. Components are named by their places in the design, calls by theirs here. */
export interface Structure {
  readonly components: readonly ResolvedComponent[];
  readonly domains: readonly ResolvedDomain[];
  /** By component. */
  readonly placements: readonly Placement[];
  /** Only the calls that can fail their caller, by caller. */
  readonly calls: readonly ResolvedCall[];
  /** By component: its calls that can fail it (required, synchronous, made at least once). */
  readonly needs: readonly (readonly number[])[];
  /** By component: whether it calls anything that it waits for, optional or not. */
  readonly waits: readonly boolean[];
  readonly clients: readonly number[];
  /** Every component after those that it needs. */
  readonly order: readonly number[];
  /** By component: whether the failure chance of a visit, given what is down, can lie strictly between 0 and 1. */
  readonly fractional: readonly boolean[];
}

/**
 * Whether a component can be down itself, its domains left aside: a client never, a gate only where a failure of its own
 * is given.
 *
 * Model: rules 2 and 7 of the scenario format. Units: none. Errors: none. Accuracy: exact. Cost: constant.
 * Source: docs/availability-maths.md, "Who can be down".
 *
 * @example failsItself({ kind: 'client', unavailability: 0.1 }) // => false
 */
export function failsItself(component: {
  readonly kind: ResolvedComponent['kind'];
  readonly unavailability: number;
  readonly plannedUnavailability?: number;
}): boolean {
  const { kind, unavailability, plannedUnavailability = 0 } = component;
  return kind === 'gate' ? unavailability > 0 || plannedUnavailability > 0 : kind !== 'client';
}

/**
 * Whether a cache answers some requests itself.
 *
 * Model: rule 4 of the scenario format. Units: none. Errors: none. Accuracy: exact. Cost: constant.
 * Source: docs/availability-maths.md, "Branches".
 *
 * @example hitsSome({ kind: 'cache', hitRatio: 0.9 }) // => true
 */
export function hitsSome(component: Pick<ResolvedComponent, 'kind' | 'hitRatio'>): boolean {
  return component.kind === 'cache' && component.hitRatio > 0;
}

/**
 * Whether every visit to a component makes all its certain calls: not so at a gate, nor at a cache that hits.
 *
 * Model: rules 4 and 7 of the scenario format. Units: a place in the structure. Errors: none. Accuracy: exact.
 * Cost: constant. Source: docs/availability-maths.md, "Branches".
 *
 * @example answersAll(structureOf(samples.checkout.designs[0]), 2) // => true
 */
export function answersAll({ components, needs }: Structure, place: number): boolean {
  const component = components[place]!;
  return component.kind !== 'gate' && !(hitsSome(component) && needs[place]!.length > 0);
}

/**
 * What of a design can make a request fail.
 *
 * Model: optional and asynchronous calls never fail their caller; a queue answers once it has taken the message, so
 * nothing that it calls matters; rules 4 to 7 of the scenario format. Units: places in the design. Domain: calls without
 * rings. Errors: none. Accuracy: exact. Cost: linear.
 * Source: docs/availability-maths.md, "The structure function".
 *
 * @example structureOf(samples.checkout.designs[0]).needs[0] // => [0]
 */
export function structureOf(design: ResolvedDesign): Structure {
  const { components, domains } = design;
  const above = domainsAbove(domains);
  const placements = components.map((component) => placementOf(component, above));
  const needed: ResolvedCall[][] = components.map(() => []);
  const waits = components.map(() => false);
  for (const call of design.calls) {
    if (call.async || !(call.times > 0) || components[call.from]!.kind === 'queue') continue;
    waits[call.from] = true;
    if (!call.optional) needed[call.from]!.push(call);
  }
  // Numbered by caller, so that calls which do not matter never shift the others.
  const calls = needed.flat();
  let next = 0;
  const needs = needed.map((list) => list.map(() => next++));
  const clients = components.flatMap((component, index) => (component.kind === 'client' ? [index] : []));
  const order = childrenFirst(
    needs.map((list) => list.map((call) => calls[call]!.to)),
    clients,
  );
  const fractional = components.map(() => false);
  for (const place of order) {
    const own = hitsSome(components[place]!) && needs[place]!.length > 0;
    fractional[place] =
      own || needs[place]!.some((call) => calls[call]!.probability < 1 || fractional[calls[call]!.to]!);
  }
  return { components, domains, placements, calls, needs, waits, clients, order, fractional };
}
