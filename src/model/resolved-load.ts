import type { ResolvedTime } from './resolved-time.ts';

/** How much work a component can carry; of a client, how much it sends. */
export interface ResolvedCapacity {
  /** Requests that one replica works on at the same time; null for as many as come. */
  readonly workers: number | null;
  /** Whether a worker is held for its own work only, or until the calls that it waits for have answered too. */
  readonly holds: 'own' | 'response';
  /** One queue for the workers of all replicas, instead of one each. */
  readonly pooled: boolean;
  /** Requests that may wait at one replica (of all, where pooled); null for as many as come. */
  readonly queue: number | null;
  /** How busy the workers may be. */
  readonly target: number;
  /** Whether `needed` is to follow from load (rule 12); until that is computed it is a first estimate. */
  readonly neededByLoad: boolean;
  /** How long it takes to have more of it; null where that is not given. */
  readonly leadSeconds: number | null;
  /** Of a queue: how fast its messages are taken; null for as fast as they come. */
  readonly consumedPerSecond: number | null;
  /** Of a client: its rate on average, where `ratePerSecond` is at peak; null where that is not given. */
  readonly averagePerSecond: number | null;
  /** Of a client: how much its rate grows in a month of 730 h, as a share of it. */
  readonly growthPerMonth: number;
  /** Who waits for a worker, and who is turned away; filled in once load is known, null where nobody waits. */
  readonly waiting: Waiting | null;
}

/** How requests get a worker. */
export interface Waiting {
  /** Of those that are let in. */
  readonly wait: ResolvedTime;
  /** The share that finds the queue full: an error at once. */
  readonly shed: number;
  /** More comes than can be worked off, and nothing limits the queue: nobody is ever answered. */
  readonly unstable: boolean;
}

/** What limits the load that a call brings. */
export interface ResolvedLimits {
  /** Further attempts, as a share of first ones, that are made at most; null for all. */
  readonly retryBudget: number | null;
  /** The share of failed attempts above which the caller stops sending some; null for never. */
  readonly breaker: number | null;
  /** Workers of every replica of the callee that are kept for this call alone; null where all callers share them. */
  readonly pool: number | null;
  /** The share of retries that are made, and of attempts that are sent rather than refused at once; 1 until load is known. */
  readonly retried: number;
  readonly admitted: number;
  /** Of a call with a pool of its own, instead of the callee's. */
  readonly waiting: Waiting | null;
}

/** How much a component carries where nothing is written: all that comes, at once. */
export const NO_LIMITS: ResolvedCapacity = {
  workers: null,
  holds: 'own',
  pooled: false,
  queue: null,
  target: 0.7,
  neededByLoad: false,
  leadSeconds: null,
  consumedPerSecond: null,
  averagePerSecond: null,
  growthPerMonth: 0,
  waiting: null,
};

/** A call that nothing limits. */
export const UNLIMITED: ResolvedLimits = {
  retryBudget: null,
  breaker: null,
  pool: null,
  retried: 1,
  admitted: 1,
  waiting: null,
};
