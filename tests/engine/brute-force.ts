import type { ResolvedComponent, ResolvedDesign } from '../../src/model/resolved.ts';

/** Can this component be down itself? */
const canBeDown = (design: ResolvedDesign, place: number): boolean => {
  const { kind, unavailability } = design.components[place]!;
  return kind === 'gate' ? unavailability > 0 : kind !== 'client';
};

/** All combinations of outcomes of independent draws, each with its chance; only sensible for a dozen. */
function* outcomes(chances: readonly number[]): Generator<{ failed: boolean[]; chance: number }> {
  for (let mask = 0; mask < 2 ** chances.length; mask++) {
    const failed = chances.map((_, index) => (mask >> index) % 2 === 1);
    const chance = failed.reduce((product, down, index) => product * (down ? chances[index]! : 1 - chances[index]!), 1);
    if (chance > 0) yield { failed, chance };
  }
}

/** The chance that a component's own group is down: over all states of its replicas and of what takes them all. */
export function groupDown({ kind, replicas, needed, unavailability, beta }: ResolvedComponent): number {
  if (kind === 'client') return 0;
  if (kind === 'gate' || replicas === 1) return unavailability;
  let sum = 0;
  const chances = [beta * unavailability, ...Array.from({ length: replicas }, () => (1 - beta) * unavailability)];
  for (const { failed, chance } of outcomes(chances)) {
    if (failed[0] || failed.slice(1).filter((one) => !one).length < needed) sum += chance;
  }
  return sum;
}

const anyFails = (chances: readonly number[]): number =>
  1 - chances.reduce((product, chance) => product * (1 - chance), 1);

/** The failure chance of one visit, given what is down: rules 4 to 7 read aloud, without any cleverness. */
function visitGiven(design: ResolvedDesign, down: readonly boolean[], place: number): number {
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

/** The failure chance of one visit, over all 2ⁿ states of what is down. */
export function bruteForce(design: ResolvedDesign, chances: readonly number[], place: number): number {
  const able = design.components.flatMap((_, index) => (canBeDown(design, index) ? [index] : []));
  let sum = 0;
  for (const { failed, chance } of outcomes(able.map((index) => chances[index]!))) {
    const down = design.components.map((_, index) => failed[able.indexOf(index)] ?? false);
    sum += chance * visitGiven(design, down, place);
  }
  return sum;
}
