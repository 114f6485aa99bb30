import type { Outcome } from '../model/issue.ts';
import type { Analysis, Curve, CurveQuestion, Explanation, Figure } from '../model/report.ts';
import type { Scenario } from '../model/scenario.ts';
import type { FittedLoadTest, LoadPoint } from '../model/usl-fit.ts';

/** Everything the engine is asked to do. A new row here types its caller, its answer and the runner that does it. */
export interface Jobs {
  analyse: { request: { scenario: Scenario }; reply: Analysed };
  curve: { request: { scenario: Scenario; question: CurveQuestion }; reply: Curve };
  explain: { request: { scenario: Scenario; figure: Figure }; reply: Explanation };
  'fit-usl': { request: { points: readonly LoadPoint[] }; reply: Outcome<FittedLoadTest> };
}
export type JobName = keyof Jobs;
export type Request<J extends JobName> = Jobs[J]['request'];
export type Reply<J extends JobName> = Jobs[J]['reply'];

export interface Analysed extends Analysis {
  /** What the engine itself took, without the way there and back. */
  readonly engineMilliseconds: number;
}

/** How far a long job has come. Its coming at all shows that the worker lives. */
export interface Progress {
  /** In [0, 1]. */
  readonly done: number;
  /** What could be answered by now, of an analysis whose exact answer is long in coming. */
  readonly best?: Analysed;
}

/** How anything that went wrong crosses the wire. */
export interface WireError {
  readonly code: string;
  readonly message: string;
}

/** A failure of a job, as it reaches whoever asked for it. */
export class JobError extends Error {
  readonly code: string;
  constructor({ code, message }: WireError) {
    super(message);
    this.name = 'JobError';
    this.code = code;
  }
}

/** Whether the worker itself stopped, perhaps over something else: another one may well give the answer. */
export const isWorkerLost = (error: unknown): boolean =>
  error instanceof JobError && (error.code === 'worker/crashed' || error.code === 'worker/hung');

export type ToWorker =
  | { readonly type: 'run'; readonly id: number; readonly job: JobName; readonly request: Request<JobName> }
  | { readonly type: 'cancel'; readonly id: number }
  /** What was to be shown before the job goes on stands on the screen. */
  | { readonly type: 'seen'; readonly id: number }
  | { readonly type: 'ping' };

export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'pong' }
  | { readonly type: 'progress'; readonly id: number; readonly progress: Progress; readonly untilSeen?: boolean }
  | { readonly type: 'reply'; readonly id: number; readonly reply: Reply<JobName> }
  | { readonly type: 'error'; readonly id: number; readonly error: WireError };

/**
 * Does the jobs. A long one calls `breathe` now and then, and where it has to fetch more first, until what it has stands on
 * the screen; that rejects when the job has been cancelled.
 */
export type Runner = <J extends JobName>(
  job: J,
  request: Request<J>,
  breathe: (progress: Progress, untilSeen?: boolean) => Promise<void>,
) => Promise<Reply<J>>;
