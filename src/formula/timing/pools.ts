import type { ResolvedComponent } from '../../model/resolved.ts';
import type { CallDraft } from '../draft.ts';
import { inside, type Reader } from '../reader.ts';

/**
 * The calls with the pools that can be kept for them. Whoever else calls needs a worker too; where pools take more than
 * that leaves, that is an error at the first that does not fit, and all callers share.
 */
export function checkPools(
  components: readonly ResolvedComponent[],
  drafts: readonly CallDraft[],
  reader: Reader,
): CallDraft[] {
  const into = (place: number): CallDraft[] => drafts.filter(({ resolved }) => resolved?.to === place);
  const callees = new Set(drafts.flatMap(({ resolved }) => (resolved?.pool == null ? [] : resolved.to)));
  const shared = new Set([...callees].filter((place) => !fits(components[place]!, into(place), reader)));
  return drafts.map((draft) =>
    draft.resolved !== null && shared.has(draft.resolved.to)
      ? { ...draft, resolved: { ...draft.resolved, pool: null } }
      : draft,
  );
}

function fits({ name, workers }: ResolvedComponent, calls: readonly CallDraft[], reader: Reader): boolean {
  const pools = calls.flatMap(({ place, resolved }) => (resolved?.pool == null ? [] : { place, pool: resolved.pool }));
  if (workers === null) {
    for (const { place } of pools) {
      reader.finding(
        'pool-without-workers',
        inside(place, 'pool'),
        `${place.where}: ${name} works on as many requests as come, so keeping workers changes nothing.`,
      );
    }
    return false;
  }
  const others = pools.length < calls.length;
  let left = others ? workers - 1 : workers;
  for (const { place, pool } of pools) {
    left -= pool;
    if (left >= 0) continue;
    reader.issue(
      'call/pools',
      inside(place, 'pool'),
      `${name} has ${workers === 1 ? 'only 1 worker' : `only ${workers} workers`}${others ? ', and its other callers need one' : ''}. Keep fewer, or give it more`,
    );
    return false;
  }
  return true;
}
