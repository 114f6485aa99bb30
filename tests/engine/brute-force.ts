import type { ResolvedComponent, ResolvedDesign } from '../../src/model/resolved.ts';

/** All combinations of outcomes of independent draws, each with its chance; only sensible for a dozen. */
function* outcomes(chances: readonly number[]): Generator<{ failed: boolean[]; chance: number }> {
  for (let mask = 0; mask < 2 ** chances.length; mask++) {
    const failed = chances.map((_, index) => (mask >> index) % 2 === 1);
    const chance = failed.reduce((product, down, index) => product * (down ? chances[index]! : 1 - chances[index]!), 1);
    if (chance > 0) yield { failed, chance };
  }
}

/** Whether a domain and all that it stands in are up. */
const stands = (design: ResolvedDesign, down: readonly boolean[], domain: number): boolean =>
  !down[domain] && design.domains[domain]!.parents.every((parent) => stands(design, down, parent));

/** Which replicas of a component stand, given the domains that are down: rule 9 read aloud. */
export const standing = (design: ResolvedDesign, down: readonly boolean[], place: number): boolean[] => {
  const { replicas, placement } = design.components[place]!;
  return Array.from({ length: replicas }, (_, replica) =>
    placement.every((list) => stands(design, down, list[replica % list.length]!)),
  );
};

/**
 * The chance that a component's own group is down while so many of its replicas stand: over all states of its replicas and
 * of what takes them all. The first of those that stand serve; each of their failures may go unnoticed.
 */
export function groupDown(component: ResolvedComponent, left = component.replicas): number {
  const { kind, replicas, unavailability, beta, plannedUnavailability, takeoverSeconds, mttrSeconds, uncovered } =
    component;
  if (kind === 'client') return 0;
  if (left === 0) return 1;
  const needed = kind === 'gate' ? 1 : component.needed;
  if (left < needed) return 1;
  const shared = kind === 'gate' || replicas === 1 ? 0 : beta;
  const spares = kind !== 'gate' && replicas > needed;
  const takeover = spares && mttrSeconds !== null ? (needed * unavailability * takeoverSeconds) / mttrSeconds : 0;
  const alone = (1 - shared) * unavailability;
  let sum = 0;
  for (const {
    failed: [planned, switching, common, ...down],
    chance,
  } of outcomes([
    plannedUnavailability,
    takeover,
    shared * unavailability,
    ...Array.from({ length: left }, () => alone),
  ])) {
    if (planned || switching || common || down.filter((one) => !one).length < needed) sum += chance;
    else sum += chance * (1 - (spares ? 1 - uncovered : 1) ** down.slice(0, needed).filter(Boolean).length);
  }
  return sum;
}

const anyFails = (chances: readonly number[]): number =>
  1 - chances.reduce((product, chance) => product * (1 - chance), 1);

/** The failure chance of one visit, given what is down: rules 4 to 7 read aloud, without any cleverness. */
export function visitGiven(design: ResolvedDesign, down: readonly boolean[], place: number): number {
  const component = design.components[place]!;
  if (component.kind === 'queue') return down[place] ? 1 : 0;
  const waitedFor = design.calls.filter((call) => call.from === place && !call.async && call.times > 0);
  const calls = waitedFor.filter((call) => !call.optional);
  const visit = (to: number) => visitGiven(design, down, to);
  if (component.kind === 'gate') {
    if (down[place]) return 1;
    const callees = calls.flatMap((call) => {
      if (component.mode === 'race') return Array.from({ length: call.times }, () => visit(call.to));
      return [anyFails(Array.from({ length: call.times }, () => visit(call.to)))];
    });
    if (component.mode === 'balance') {
      const able = calls
        .map((call, index) => ({ weight: call.weight, chance: callees[index]! }))
        .filter((one) => one.chance < 1);
      if (able.length < component.needed) return 1;
      const total = able.reduce((sum, one) => sum + one.weight, 0);
      return able.reduce((sum, one) => sum + (one.weight / total) * one.chance, 0);
    }
    let fails = 0;
    for (const { failed, chance } of outcomes(callees)) {
      if (failed.filter((one) => !one).length < component.needed) fails += chance;
    }
    return fails;
  }
  const made = calls.map(
    (call) => call.probability * anyFails(Array.from({ length: call.times }, () => visit(call.to))),
  );
  const below = anyFails(made);
  if (component.kind === 'cache') {
    if (!down[place]) return (1 - component.hitRatio) * below;
    return component.whenDown === 'bypass' && waitedFor.length > 0 ? below : 1;
  }
  return down[place] ? 1 : below;
}

/** Holds a component or a domain at another chance, where it has one of its own. */
export type Held =
  { readonly component: number; readonly chance: number } | { readonly domain: number; readonly chance: number };

/** All states of the domains and of what else is down, with their chances. */
export function* everyState(design: ResolvedDesign, held?: Held): Generator<{ down: boolean[]; chance: number }> {
  const domains = design.domains.map(({ unavailability }, domain) =>
    held !== undefined && 'domain' in held && held.domain === domain ? held.chance : unavailability,
  );
  for (const state of outcomes(domains)) {
    const chances = design.components.map((component, index) => {
      const { kind, replicas, unavailability, plannedUnavailability } = component;
      const left = kind === 'client' ? replicas : standing(design, state.failed, index).filter(Boolean).length;
      const able = kind === 'gate' ? unavailability > 0 || plannedUnavailability > 0 : kind !== 'client';
      const taken = left < (kind === 'gate' ? 1 : component.needed);
      if (taken || !able) return taken ? 1 : 0;
      return held !== undefined && 'component' in held && held.component === index
        ? held.chance
        : groupDown(component, left);
    });
    const open = chances.flatMap((chance, index) => (chance > 0 ? [index] : []));
    for (const { failed, chance } of outcomes(open.map((index) => chances[index]!))) {
      const down = design.components.map((_, index) => failed[open.indexOf(index)] ?? false);
      yield { down, chance: state.chance * chance };
    }
  }
}

/** The failure chance of one visit, over all states. */
export function bruteForce(design: ResolvedDesign, place: number, held?: Held): number {
  let sum = 0;
  for (const { down, chance } of everyState(design, held)) sum += chance * visitGiven(design, down, place);
  return sum;
}
