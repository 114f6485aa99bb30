import type { Mitigation, MitigationEdit, MitigationEffect, Mitigations, TailShares } from '../../model/report.ts';
import type { ResolvedCall } from '../../model/resolved.ts';
import { callAlone, ONE_ATTEMPT, responseIn, secondsAt, withCall, type Asked } from './asked.ts';
import { createDesignLatency } from './design-latency.ts';
import { tailShares } from './tail-shares.ts';
import { sentBy } from './sent-by.ts';

/** So many calls are looked at, those with the largest shares of the slowest 1 %, and so many changes are answered. */
const CALLS = 6;
const TRIES = 5;

/** A change is worth trying when it takes so much off p99, or so much of the failures. */
const FASTER = 1e-3;
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

/** The calls that a journey waits for, those with most of the slowest 1 % first. */
function byShare(asked: Asked, client: number, { parts }: TailShares): ResolvedCall[] {
  const shares = new Map<string, number>();
  for (const { of, slowest } of parts) shares.set(JSON.stringify(of), slowest);
  const shareOf = ({ id, to }: ResolvedCall): number =>
    [{ call: id }, { timeout: id }, { hedge: id }, { component: asked.design.components[to]!.id }].reduce(
      (sum, of) => sum + (shares.get(JSON.stringify(of)) ?? 0),
      0,
    );
  const { calls } = createDesignLatency(asked.design, asked.algebra, asked.cache);
  const reached = new Set([client]);
  for (const place of reached) for (const { to } of calls[place]!) reached.add(to);
  return [...reached].flatMap((place) => calls[place]!).sort((a, b) => shareOf(b) - shareOf(a));
}

/** What can be tried on one call: a hedge at its p95, a timeout at its p99 with a retry, half its fan-out. */
function editsOf(asked: Asked, call: ResolvedCall): MitigationEdit[] {
  const { success } = callAlone(asked, call, ONE_ATTEMPT);
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
 * Model: on the six calls with the largest shares of the slowest 1 %, one change at a time: a hedge at the p95 of one
 * attempt, its p99 as a timeout with a retry, half the fan-out; those that help, at most five. Last, the best hedge as
 * tied requests, which gain nothing while nobody waits for a worker. Everything up. Units: seconds, probabilities,
 * requests. Errors: none; p99 null where nothing is answered well. Accuracy: that of the algebra; the edited scenario
 * computes the same. Cost: as `tailShares`, and about 20 evaluations of what leads to a call; yields between them.
 * Source: J. Dean, L. A. Barroso, "The tail at scale", CACM 56 (2013).
 *
 * @example finished(mitigations({ design: samples.checkout.designs[0], algebra: sampleAlgebra, cache: createLatencyCache() }, 0)).tries // => []
 */
export function* mitigations(asked: Asked, client: number): Generator<unknown, Mitigations> {
  const { design, algebra } = asked;
  const shares = yield* tailShares(asked, client);
  const calls = byShare(asked, client, shares).slice(0, CALLS);
  const now = responseIn(asked, client);
  const p99 = ({ success }: typeof now): number | null => secondsAt(algebra, success, 0.99);
  const load = Object.values(sentBy(now)).reduce((sum, count) => sum + count, 0);
  const today = { p99: p99(now), success: 1 - now.failure, load };
  const effect = (call: ResolvedCall, edit: MitigationEdit): Mitigation => {
    const response = responseIn(asked, client, withCall(design, call, mitigated(edit)));
    const sent = sentBy(response)[edit.call] ?? 0;
    return { ...edit, p99: p99(response), success: 1 - response.failure, load: sent };
  };
  const tries: Mitigation[] = [];
  for (const call of calls) {
    for (const edit of editsOf(asked, call)) {
      yield tries;
      const made = effect(call, edit);
      const isFaster = slowness(made) < (1 - FASTER) * slowness(today);
      if (isFaster || 1 - made.success < SAFER * now.failure) tries.push(made);
    }
  }
  tries.sort((a, b) => slowness(a) - slowness(b) || b.success - a.success);
  const best = tries.slice(0, TRIES);
  const hedge = best.find(({ kind }) => kind === 'hedge');
  const call = calls.find(({ id }) => id === hedge?.call);
  if (hedge?.kind !== 'hedge' || call === undefined) return { question: 'mitigations', today, tries: best };
  const tied = effect(call, { call: call.id, kind: 'tied', delaySeconds: hedge.delaySeconds });
  return { question: 'mitigations', today, tries: [...best, tied] };
}
