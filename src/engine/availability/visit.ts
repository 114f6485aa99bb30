import { anyOf } from '../numeric/any-of.ts';
import { callFailure, gateFailure } from '../numeric/visit-failure.ts';
import type { Structure } from './structure.ts';

/**
 * The failure chance of one visit to a component, from those of one visit to each of its callees.
 *
 * Model: rules 4 to 7 of the scenario format, every failure taken as independent of the others (the naive product); a
 * balanced gate fails when fewer than k of its callees work.
 * Units: chances in [0, 1]; `callees` by component. Errors: none. Accuracy: relative error about 1e-16 a callee.
 * Cost: linear in its calls. Source: docs/availability-maths.md, "Branches".
 *
 * @example visitFailure(structureOf(samples.checkout.designs[0]), 4, 0.0005, []) // => 0.0005
 */
export function visitFailure(structure: Structure, place: number, down: number, callees: readonly number[]): number {
  const component = structure.components[place]!;
  const calls = structure.needs[place]!.map((index) => structure.calls[index]!);
  if (component.kind === 'gate') {
    const chances = calls.map((call) => callees[call.to]!);
    const mode = component.mode === 'race' ? 'race' : 'failover';
    return anyOf([down, gateFailure(mode, component.needed, calls, chances)]);
  }
  const below = anyOf(calls.map((call) => callFailure(call, callees[call.to]!)));
  if (component.kind !== 'cache') return anyOf([down, below]);
  const up = (1 - component.hitRatio) * below;
  const whenDown = component.whenDown === 'bypass' && structure.waits[place] === true ? below : 1;
  return down * whenDown + (1 - down) * up;
}
