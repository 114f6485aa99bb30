import type { ResolvedComponent } from '../../model/resolved.ts';
import { binomialTailSlope, binomialUpperTail } from '../numeric/binomial-tail.ts';

/** A group of equal replicas: q is the failure chance of one, β the share of its failures that take the whole group. */
export interface Group {
  readonly replicas: number;
  readonly needed: number;
  readonly unavailability: number;
  readonly beta: number;
}

/**
 * A component's own group. A gate is one thing, since what it needs are callees; a client is never down.
 *
 * Model: rules 2 and 7 of the scenario format. Units: as `Group`. Errors: none. Accuracy: exact. Cost: constant.
 * Source: docs/availability-maths.md, "Groups".
 *
 * @example groupOf({ kind: 'gate', replicas: 1, needed: 2, unavailability: 0.1, beta: 0 }).needed // => 1
 */
export function groupOf(component: Group & Pick<ResolvedComponent, 'kind'>): Group {
  const { kind, replicas, needed, unavailability, beta } = component;
  if (kind === 'client') return { replicas: 1, needed: 1, unavailability: 0, beta: 0 };
  if (kind === 'gate') return { replicas: 1, needed: 1, unavailability, beta: 0 };
  return { replicas, needed, unavailability, beta };
}

/**
 * The chance that a group is down: βq + (1 − βq) · P(at least n − k + 1 of n fail, each with (1 − β)q).
 *
 * Model: replicas fail independently but for the common cause, which takes all; β has no effect on a group of one.
 * Units: whole 1 ≤ k ≤ n, q and β in [0, 1], result in [0, 1]. Errors: none. Accuracy: relative error ≤ 1e-12.
 * Cost: that of a binomial tail. Source: K. N. Fleming, "A reliability model for common mode failures" (1975), the β-factor.
 *
 * @example groupUnavailability({ replicas: 3, needed: 1, unavailability: 0.01, beta: 0.1 }) // => 0.001000728271
 */
export function groupUnavailability(group: Group): number {
  const { replicas, needed, unavailability } = group;
  if (replicas === 1 && needed === 1) return unavailability;
  const beta = replicas > 1 ? group.beta : 0;
  const common = beta * unavailability;
  const alone = (1 - beta) * unavailability;
  return common + (1 - common) * binomialUpperTail(replicas, replicas - needed + 1, alone);
}

/**
 * How fast the group's chance to be down grows with q, the failure chance of one replica.
 *
 * Model, units, errors and source as for `groupUnavailability`; result ≥ 0. Accuracy: relative error ≤ 1e-12.
 * Cost: a binomial tail and a single binomial chance.
 *
 * @example groupSlope({ replicas: 2, needed: 1, unavailability: 0.01, beta: 0 }) // => 0.02
 */
export function groupSlope(group: Group): number {
  const { replicas, needed, unavailability } = group;
  if (replicas === 1 && needed === 1) return 1;
  const beta = replicas > 1 ? group.beta : 0;
  const alone = (1 - beta) * unavailability;
  const failures = replicas - needed + 1;
  const slope = (1 - beta * unavailability) * (1 - beta) * binomialTailSlope(replicas, failures, alone);
  return beta === 0 ? slope : slope + beta * (1 - binomialUpperTail(replicas, failures, alone));
}
