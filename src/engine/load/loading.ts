import type { QueueModel } from '../../model/report-load.ts';
import type { Waiting } from '../../model/resolved-load.ts';
import type { ResolvedDesign } from '../../model/resolved.ts';
import type { Algebra } from '../latency/algebra.ts';
import type { Down } from '../latency/design-latency.ts';
import type { LatencyCache } from '../latency/latency-cache.ts';
import type { Stream } from '../latency/stream.ts';

/** What is up. */
export interface LoadState {
  readonly down: Down;
  /** Replicas up, by the place of their component; all of them where it is absent. */
  readonly up: ReadonlyMap<number, number>;
}

export const EVERYTHING_UP: LoadState = { down: new Set(), up: new Map() };

export interface LoadOptions {
  /** Of all clients' rates. */
  readonly times?: number;
  /** From which side the state is reached that it settles in, where there is more than one. */
  readonly from?: 'calm' | 'stormy';
}

/** The algebra that loads are computed with, and what is known by it. */
export interface LoadedBy {
  readonly algebra: Algebra;
  readonly visits: LatencyCache;
}

/** One queue before workers. Null is infinite. */
export interface Line {
  /** Null where nobody waits. */
  readonly queue: QueueModel | null;
  /** At this queue, of which each replica has one unless they are pooled; and at all of them. */
  readonly arrivalsPerSecond: number;
  readonly ratePerSecond: number;
  /** Of one replica. */
  readonly workers: number;
  /** More than 1 where more comes than can be worked off. */
  readonly utilisation: number;
  readonly holdSeconds: number | null;
  /** Where some are given up: how long others hold a worker. */
  readonly wholeSeconds?: number;
  /** c² of the hold: its variance over its squared mean. */
  readonly scv: number | null;
  /** Workers behind this queue. */
  readonly servers: number;
  readonly waiting: Waiting | null;
  /** Of those that are let in; null where it is unstable. */
  readonly meanWaitSeconds: number | null;
  readonly p99WaitSeconds: number | null;
  /** How far the mean may be off, over it: 0 where it is exact, null where nothing is known of that. */
  readonly band: number | null;
}

/** A design with its waits filled in, and the rates that make them. */
export interface Loaded {
  readonly design: ResolvedDesign;
  /** By place: requests per second that arrive at the whole group. */
  readonly rates: readonly number[];
  /** By call id: requests per second along it. */
  readonly calls: Readonly<Record<string, number>>;
  /** By call id, where any call is cancelled: those requests by how long they are waited for. */
  readonly streams?: Readonly<Record<string, Stream>>;
  /** By place: the queue of the workers that all callers share; null where workers are unlimited or it is down. */
  readonly lines: readonly (Line | null)[];
  /** By call id: the queue of the workers that are kept for it. */
  readonly pools: Readonly<Record<string, Line>>;
  readonly settled: boolean;
}

/** A design with everything up, and its loads. */
export interface LoadedDesign {
  /** As it is written, with as many replicas needed as its load needs where that is asked for. */
  readonly design: ResolvedDesign;
  readonly loaded: Loaded;
}
