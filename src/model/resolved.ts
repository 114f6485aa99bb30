import type { Finding, Issue } from './issue.ts';
import type { ResolvedCapacity, ResolvedLimits } from './resolved-load.ts';
import type { ResolvedBackoff, ResolvedTime } from './resolved-time.ts';
import type { Domain, Kind } from './scenario.ts';

/**
 * A scenario after `formula/resolve`: every quantity an SI number (seconds, requests per second, probabilities in
 * [0, 1]), every default filled in, every wrong field replaced by its neutral default and listed in `issues`, so that
 * everything else still computes.
 */
export interface Resolved {
  readonly designs: readonly ResolvedDesign[];
  readonly issues: readonly Issue[];
  /** Notes of resolving itself, such as a field that no number uses yet. */
  readonly findings: readonly Finding[];
}

export interface ResolvedDesign {
  readonly name: string;
  /** In the order of the document; calls name components by their place here. */
  readonly components: readonly ResolvedComponent[];
  /** Calls between known components only, never part of a ring: a call that closes one is left out and an issue says so. */
  readonly calls: readonly ResolvedCall[];
  /** In the order of the document; components and other domains name them by their places here. */
  readonly domains: readonly ResolvedDomain[];
}

/** What fails together: a zone, a region, a deploy. */
export interface ResolvedDomain {
  readonly id: string;
  readonly name: string;
  readonly kind: Domain['kind'];
  readonly unavailability: number;
  /** Mean time to repair; null where none is given. */
  readonly mttrSeconds: number | null;
  /** Indexes of the domains that it stands in directly, never part of a ring. */
  readonly parents: readonly number[];
}

export interface ResolvedComponent extends ResolvedCapacity {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  readonly replicas: number;
  /** Replicas that must be up; for a gate, callees that must work. `capacity` has become a number already. */
  readonly needed: number;
  /** Unavailability of one replica, q = 1 - up. */
  readonly unavailability: number;
  /** Share of a replica's failures that take the whole group. */
  readonly beta: number;
  /** Mean time to repair of one replica; null where none is given. */
  readonly mttrSeconds: number | null;
  /** The chance that planned downtime has the whole group down. */
  readonly plannedUnavailability: number;
  /** Length of one planned window, where it was written as a time per time ("20 min/month"); else null. */
  readonly plannedSeconds: number | null;
  /** How long the group is down until a spare has taken over: `failover.time` and `standby.time` together. */
  readonly takeoverSeconds: number;
  /** Share of the failures of a serving replica that no spare takes over from, 1 − coverage: they take the group down. */
  readonly uncovered: number;
  /**
   * The failure domains of its replicas, one list for each kind of domain, as indexes: replica i stands in the (i mod
   * length)-th of every list. Empty where it stands in none.
   */
  readonly placement: readonly (readonly number[])[];
  /** Chance that one request fails by itself, after the service time and before any call. */
  readonly errors: number;
  /** Its own work on one request. */
  readonly time: ResolvedTime;
  /** Of a gate that fails over: what it takes to go on to the next callee. */
  readonly switchSeconds: number;
  readonly hitRatio: number;
  readonly whenDown: 'refuse' | 'hang' | 'bypass';
  readonly mode: 'failover' | 'race' | 'balance';
  readonly sigma: number;
  readonly kappa: number;
  /** Both null where no σ or κ is written: then no scaling is asked for. */
  readonly scales: boolean;
  readonly ratePerSecond: number | null;
  readonly objective: ResolvedObjective | null;
  readonly latencyObjective: ResolvedLatencyObjective | null;
}

export interface ResolvedObjective {
  /** Unavailability that is allowed. */
  readonly unavailability: number;
  readonly windowSeconds: number;
}

/** That this share of the good answers comes within the limit. */
export interface ResolvedLatencyObjective {
  readonly quantile: number;
  readonly limitSeconds: number;
}

export interface ResolvedCall extends ResolvedLimits {
  readonly id: string;
  /** Indexes into `components`. */
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly times: number;
  readonly probability: number;
  readonly optional: boolean;
  readonly async: boolean;
  readonly weight: number;
  /** Its `times` are made one after the other. */
  readonly sequential: boolean;
  /** There and back. */
  readonly network: ResolvedTime;
  /** Of one attempt; null where the caller waits for ever. */
  readonly timeoutSeconds: number | null;
  /** Of all attempts and backoffs together. */
  readonly deadlineSeconds: number | null;
  /** Further attempts after an error or a timeout. */
  readonly retries: number;
  readonly backoff: ResolvedBackoff;
  /** How long after the original a copy is sent; null for never. */
  readonly hedgeSeconds: number | null;
  /** Both copies wait for a worker, and the first to start cancels the other. */
  readonly tied: boolean;
  /** Abandoned work stops, instead of running to its end. */
  readonly cancel: boolean;
}
