import type { Mitigation, MitigationEdit, MitigationEffect, Mitigations, TailShares } from '../../model/report.ts';
import type { ResolvedCall } from '../../model/resolved.ts';
import { callAlone, ONE_ATTEMPT, responseIn, secondsAt, withCall, type Asked } from './asked.ts';
import { createDesignLatency } from './design-latency.ts';
import { sentIn } from './sent-by.ts';
import { tailShares } from './tail-shares.ts';

/**
 * So many calls are looked at: those of which the callee itself has the largest shares of the slowest 1 %, and those that
 * have with all that they lead to.
 */
const CALLS = 4;
/** So many changes are answered. */
const TRIES = 5;

/** A change is worth trying when it takes so much off p99, or so much of the failures. */
const FASTER = 0.01;
const SAFER = 0.5;

/** Two digits, as people would write them. */
const written = (seconds: number): number => Number(seconds.toPrecision(2));

/**
 * A change against the tail, as it changes the call.
 *
 * Model: as `model/edit/mitigation` writes it. Units: seconds. Errors: none. Accuracy: exact. Cost: constant.
 * Source: none needed.
 *
 * @example mitigated({ kind: 'retry', call: 'a->b', timeoutSeconds: 1, retries: 2 }) // => { timeoutSeconds: 1, retries: 2 }
 */
export function mitigated(edit: MitigationEdit): Partial<ResolvedCall> {
  switch (edit.kind) {
    case 'hedge':
    case 'tied':
      return { hedgeSeconds: edit.delaySeconds, tied: edit.kind === 'tied' };
    case 'retry':
      return { timeoutSeconds: edit.timeoutSeconds, retries: edit.retries };
    case 'smaller-fan-out':
      return { times: edit.times };
  }
}

/** The calls that a journey waits for and that matter most to the slowest 1 %. */
function callsThatMatter({ design, algebra, cache }: Asked, client: number, { parts }: TailShares): ResolvedCall[] {
  const shares = new Map(parts.map(({ of, slowest }) => [JSON.stringify(of), slowest]));
  const shareOf = (of: TailShares['parts'][number]['of']): number => shares.get(JSON.stringify(of)) ?? 0;
  const { calls } = createDesignLatency(design, algebra, cache);
  const along = ({ id, to }: ResolvedCall): number =>
    shareOf({ call: id }) + shareOf({ timeout: id }) + shareOf({ component: design.components[to]!.id });
  const reachedFrom = (place: number): number[] => {
    const reached = new Set([place]);
    for (const each of reached) for (const { to } of calls[each]!) reached.add(to);
    return [...reached];
  };
  const behind = (call: ResolvedCall): number =>
    reachedFrom(call.to).reduce(
      (sum, each) => calls[each]!.reduce((whole, next) => whole + along(next), sum),
      along(call),
    );
  const all = reachedFrom(client).flatMap((place) => calls[place]!);
  const most = (share: (call: ResolvedCall) => number): ResolvedCall[] =>
    all
      .map((call) => ({ call, share: share(call) }))
      .sort((one, other) => other.share - one.share)
      .slice(0, CALLS)
      .map(({ call }) => call);
  return [...new Set([...most(along), ...most(behind)])];
}

/** What can be tried on one call: a hedge at its p95, a timeout at its p99 with a retry, half its fan-out. */
function* editsOf(asked: Asked, call: ResolvedCall): Generator<unknown, MitigationEdit[]> {
  const { success } = yield* callAlone(asked, call, ONE_ATTEMPT);
  const [p95, p99] = [0.95, 0.99].map((each) => written(secondsAt(asked.algebra, success, each) ?? 0));
  const { id, timeoutSeconds, hedgeSeconds, retries, times } = call;
  const edits: MitigationEdit[] = [];
  const isHedged = hedgeSeconds !== null && !call.tied;
  if (!isHedged && p95! > 0 && p95! < (timeoutSeconds ?? Number.POSITIVE_INFINITY))
    edits.push({ call: id, kind: 'hedge', delaySeconds: p95! });
  if (!(retries > 0 && timeoutSeconds !== null) && p99! > 0)
    edits.push({ call: id, kind: 'retry', timeoutSeconds: p99!, retries: Math.max(1, retries) });
  if (times > 1) edits.push({ call: id, kind: 'smaller-fan-out', times: Math.ceil(times / 2) });
  return edits;
}

const slowness = ({ p99 }: MitigationEffect): number => p99 ?? Number.POSITIVE_INFINITY;

/**
 * What is worth trying against a journey's tail, with what it does to p99, success and load.
 *
 * Model: on the calls with the largest shares of the slowest 1 %, alone or with all behind them, one change at a time: a
 * hedge at the p95 of one attempt, its p99 as a timeout with a retry, half the fan-out; those that help, at most five.
 * Last, the best hedge as tied requests, where that helps too: only where requests wait for a worker. Everything up. Units:
 * seconds, probabilities, requests; `rough` is the same design by a coarser algebra, which is enough to tell which calls
 * matter. Errors: none; p99 null where nothing is answered well. Accuracy: that of the algebra; the edited scenario
 * computes the same. Cost: as `tailShares`, and about 20 evaluations of what leads to a call; yields between them.
 * Source: J. Dean, L. A. Barroso, "The tail at scale", CACM 56 (2013).
 *
 * @example ((asked) => finished(mitigations(asked, asked, 0)).tries)({ design: samples.checkout.designs[0], algebra: sampleAlgebra, cache: createLatencyCache() }) // => []
 */
export function* mitigations(asked: Asked, rough: Asked, client: number): Generator<unknown, Mitigations> {
  const { design, algebra } = asked;
  const calls = callsThatMatter(rough, client, yield* tailShares(rough, client));
  const now = yield* responseIn(asked, client);
  const p99 = ({ success }: typeof now): number | null => secondsAt(algebra, success, 0.99);
  const sentNow = sentIn(design, algebra, now);
  const load = Object.values(sentNow).reduce((sum, count) => sum + count, 0);
  const today = { p99: p99(now), success: 1 - now.failure, load };
  function* effect(call: ResolvedCall, edit: MitigationEdit): Generator<unknown, Mitigation> {
    const response = yield* responseIn(asked, client, withCall(design, call, mitigated(edit)));
    const sent = sentIn(design, algebra, response)[edit.call] ?? 0;
    return {
      ...edit,
      p99: p99(response),
      success: 1 - response.failure,
      load: sent,
      loadToday: sentNow[edit.call] ?? 0,
    };
  }
  const helps = (made: Mitigation): boolean =>
    slowness(made) < (1 - FASTER) * slowness(today) || 1 - made.success < SAFER * now.failure;
  const tries: Mitigation[] = [];
  for (const call of calls) {
    for (const edit of yield* editsOf(asked, call)) {
      yield tries;
      const made = yield* effect(call, edit);
      if (helps(made)) tries.push(made);
    }
  }
  tries.sort((a, b) => slowness(a) - slowness(b) || b.success - a.success);
  const best = tries.slice(0, TRIES);
  const hedge = best.find(({ kind }) => kind === 'hedge');
  const call = calls.find(({ id }) => id === hedge?.call);
  if (hedge?.kind !== 'hedge' || call === undefined) return { question: 'mitigations', today, tries: best };
  const tied = yield* effect(call, { call: call.id, kind: 'tied', delaySeconds: hedge.delaySeconds });
  return { question: 'mitigations', today, tries: helps(tied) ? [...best, tied] : best };
}
