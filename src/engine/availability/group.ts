import type { ResolvedComponent } from '../../model/resolved.ts';
import { anyOf } from '../numeric/any-of.ts';
import { tooFewLeft, tooFewLeftSlope } from './replicas-left.ts';

/** A group of equal replicas and all that can take it down but its domains. What is absent never happens. */
export interface Group {
  readonly replicas: number;
  readonly needed: number;
  /** The failure chance q of one replica. */
  readonly unavailability: number;
  /** The share β of a replica's failures that take the whole group. */
  readonly beta: number;
  readonly mttrSeconds?: number | null;
  readonly plannedUnavailability?: number;
  readonly plannedSeconds?: number | null;
  readonly takeoverSeconds?: number;
  readonly uncovered?: number;
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
  const { kind, replicas, needed, unavailability, beta, mttrSeconds = null, uncovered = 0 } = component;
  const { plannedUnavailability = 0, plannedSeconds = null, takeoverSeconds = 0 } = component;
  const client = kind === 'client';
  const single = client || kind === 'gate';
  return {
    replicas: single ? 1 : replicas,
    needed: single ? 1 : needed,
    unavailability: client ? 0 : unavailability,
    beta: single ? 0 : beta,
    mttrSeconds,
    plannedUnavailability: client ? 0 : plannedUnavailability,
    plannedSeconds,
    takeoverSeconds,
    uncovered,
  };
}

/** The chances of what takes a group down, independent of each other. */
export interface GroupChances {
  readonly planned: number;
  readonly takeover: number;
  readonly common: number;
  /** That one replica fails by itself. */
  readonly alone: number;
  /** The share of the failures of one that serves which nobody notices. */
  readonly uncovered: number;
}

/**
 * The chances of all that takes a group down.
 *
 * Model: β splits q into what takes all and what takes one, and has no effect on a group of one; with spares every failure
 * of a replica that serves costs a takeover: k · w · time with w = q/mttr (rule 8 of the scenario format).
 * Units: chances in [0, 1]. `scale` multiplies the chance of each failure. Errors: none. Accuracy: exact. Cost: constant.
 * Source: K. N. Fleming, "A reliability model for common mode failures" (1975), the β-factor; rule 8.
 *
 * @example groupChances({ replicas: 3, needed: 1, unavailability: 0.01, beta: 0.1 }).common // => 0.001
 */
export function groupChances(group: Group, scale = 1): GroupChances {
  const { replicas, needed, mttrSeconds = null, takeoverSeconds = 0, plannedUnavailability = 0 } = group;
  const unavailability = scale * group.unavailability;
  const beta = replicas > 1 ? group.beta : 0;
  const switches = replicas > needed && mttrSeconds !== null && mttrSeconds > 0;
  return {
    planned: scale * plannedUnavailability,
    takeover: switches ? Math.min(1, (needed * unavailability * takeoverSeconds) / mttrSeconds) : 0,
    common: beta * unavailability,
    alone: (1 - beta) * unavailability,
    uncovered: group.uncovered ?? 0,
  };
}

/**
 * Whether nothing but its replicas takes a group down, each failure being noticed.
 *
 * Model: rule 8 of the scenario format. Units: none. Errors: none. Accuracy: exact. Cost: constant.
 * Source: docs/availability-maths.md, "Groups".
 *
 * @example isPlain({ replicas: 3, needed: 1, unavailability: 0.01, beta: 0.1 }) // => false
 */
export function isPlain({
  replicas,
  beta,
  plannedUnavailability = 0,
  takeoverSeconds = 0,
  uncovered = 0,
}: Group): boolean {
  return (beta === 0 || replicas === 1) && plannedUnavailability === 0 && takeoverSeconds === 0 && uncovered === 0;
}

/**
 * The chance that a group is down by itself: that planned downtime, a takeover or the common cause has it, or that too few
 * replicas are left of those that its domains leave standing.
 *
 * Model: all of these are independent. Units: whole 1 ≤ k ≤ n, `standing` replicas; result in [0, 1]. Errors: none.
 * Accuracy: relative error ≤ 1e-12. Cost: that of a binomial tail.
 * Source: K. N. Fleming (1975); docs/availability-maths.md, "Groups".
 *
 * @example groupUnavailability({ replicas: 3, needed: 1, unavailability: 0.01, beta: 0.1 }) // => 0.001000728271
 */
export function groupUnavailability(group: Group, standing = group.replicas, scale = 1): number {
  if (isPlain(group)) return tooFewLeft(standing, group.needed, scale * group.unavailability, 0);
  const { planned, takeover, common, alone, uncovered } = groupChances(group, scale);
  return anyOf([planned, takeover, common, tooFewLeft(standing, group.needed, alone, uncovered)]);
}

/** By what takes the group down: the growth of its chance to be down when all failure chances grow together. */
export interface GroupGrowth {
  readonly replicas: number;
  readonly uncovered: number;
  readonly common: number;
  readonly takeover: number;
  readonly planned: number;
}

/**
 * x · ∂Q/∂x for each failure x of a group at `scale` times its chances, today's chance as the factor: how fast Q grows with
 * the scale, by what makes it grow.
 *
 * Model and source as for `groupUnavailability`. Units: pure numbers ≥ 0, whose sum is dQ/d(scale). Errors: none.
 * Accuracy: relative error ≤ 1e-11. Cost: a few binomial tails.
 *
 * @example groupGrowth({ replicas: 2, needed: 1, unavailability: 0.01, beta: 0 }).replicas // => 0.0002
 */
export function groupGrowth(group: Group, standing = group.replicas, scale = 1): GroupGrowth {
  const { planned, takeover, common, alone, uncovered } = groupChances(group, scale);
  const today = groupChances(group);
  const slope = tooFewLeftSlope(standing, group.needed, alone, uncovered);
  const enough = 1 - tooFewLeft(standing, group.needed, alone, uncovered);
  const others = (1 - planned) * (1 - takeover) * (1 - common);
  return {
    replicas: others * today.alone * slope.replicas,
    uncovered: others * today.alone * slope.uncovered,
    common: today.common * (1 - planned) * (1 - takeover) * enough,
    takeover: today.takeover * (1 - planned) * (1 - common) * enough,
    planned: today.planned * (1 - takeover) * (1 - common) * enough,
  };
}

/**
 * How often a second a group goes down, by its own failures; null where one of them has no known length.
 *
 * Model: every failure alternates between up and down, w = q/mttr times a second, unless it is there always; one that takes the group down counts
 * (Vesely's Σ B·w within the group). Planned windows have the length that they were written with, takeovers theirs.
 * Units: per second. Errors: null. Accuracy: relative error ≤ 1e-11. Cost: that of `groupGrowth`.
 * Source: W. E. Vesely, "A time-dependent methodology for fault tree evaluation" (1970).
 *
 * @example groupFrequency({ replicas: 1, needed: 1, unavailability: 0.01, beta: 0, mttrSeconds: 36 }) // => 0.0002777777778
 */
export function groupFrequency(group: Group, standing = group.replicas): number | null {
  const { replicas, uncovered, common, takeover, planned } = groupGrowth(group, standing);
  const { mttrSeconds = null, plannedSeconds = null, takeoverSeconds = 0 } = group;
  const failing = group.unavailability < 1 ? replicas + uncovered + common : 0;
  if ((failing > 0 && !mttrSeconds) || (planned > 0 && !plannedSeconds)) return null;
  return (
    (failing > 0 ? failing / mttrSeconds! : 0) +
    (takeover > 0 ? takeover / takeoverSeconds : 0) +
    (planned > 0 ? planned / plannedSeconds! : 0)
  );
}
