import type { StormRemedyEdit } from '../../model/report-load.ts';
import type { ResolvedCall, ResolvedDesign } from '../../model/resolved.ts';
import { withCall } from '../latency/asked.ts';
import { reachedFrom } from './journey-under.ts';
import type { Loaded } from './loading.ts';

/** Calls whose retries make the most load are looked at, so many of them. */
const CALLS = 2;
/** Retries as a share of first attempts, and failed attempts as a share of all, as they are usually limited. */
const BUDGET = 0.1;
const BREAKER = 0.2;
/** Who waits in a full queue should have so much of his patience left. */
const PATIENCE = 0.5;

/**
 * A change against a retry storm, as it changes the design.
 *
 * Model: as `model/edit/storm-remedy` writes it. Units: places, shares. Errors: none; what is not there changes nothing.
 * Accuracy: exact. Cost: linear. Source: none needed.
 *
 * @example remedied(samples.checkout.designs[0], { kind: 'queue-limit', component: 'app', places: 8 }).components[2].queue // => 8
 */
export function remedied(design: ResolvedDesign, edit: StormRemedyEdit): ResolvedDesign {
  if (edit.kind === 'queue-limit') {
    const components = design.components.map((one) =>
      one.id === edit.component ? { ...one, queue: edit.places } : one,
    );
    return { ...design, components };
  }
  const call = design.calls.find(({ id }) => id === edit.call);
  if (call === undefined) return design;
  if (edit.kind === 'cancel') return withCall(design, call, { cancel: true });
  if (edit.kind === 'no-retries') return withCall(design, call, { retries: 0 });
  return withCall(design, call, edit.kind === 'breaker' ? { breaker: edit.share } : { retryBudget: edit.share });
}

/** A queue so short that who waits in it is still listened to; null where it is, or where nobody ever hangs up. */
function queueLimit({ design, lines }: Loaded, place: number): StormRemedyEdit | null {
  const { id, queue } = design.components[place]!;
  const patience = design.calls.map(({ to, timeoutSeconds }) =>
    to === place && timeoutSeconds !== null ? timeoutSeconds : Number.POSITIVE_INFINITY,
  );
  const { servers, holdSeconds } = lines[place] ?? { servers: 0, holdSeconds: null };
  const seconds = PATIENCE * Math.min(...patience);
  if (holdSeconds === null || holdSeconds === 0 || !Number.isFinite(seconds)) return null;
  const places = Math.max(1, Math.floor((seconds * servers) / holdSeconds));
  return queue !== null && queue <= places ? null : { kind: 'queue-limit', component: id, places };
}

/**
 * What can be tried where a component may be kept overloaded by retries.
 *
 * Model: a queue whose wait, when it is full, is half of what its callers wait for; on the calls that lead to it with the most retries, a
 * retry budget of 10 %, a breaker at 20 %, an end to work that is given up, and no retries. Units: places, shares. Errors: none. Accuracy: rules of thumb. Cost: linear.
 * Source: M. Brooker, "Timeouts, retries and backoff with jitter", The Amazon Builders' Library (2019); B. Beyer et al., "Site
 * reliability engineering" (2016), chapters 21 and 22.
 *
 * @example stormRemedies({ design: samples.checkout.designs[0], rates: [], calls: {}, lines: [], pools: {}, settled: true }, 2, {}) // => []
 */
export function stormRemedies(
  calm: Loaded,
  place: number,
  stormy: Readonly<Record<string, number>>,
): StormRemedyEdit[] {
  const { design } = calm;
  const added = ({ id }: ResolvedCall): number => (stormy[id] ?? 0) - (calm.calls[id] ?? 0);
  const retrying = design.calls
    .filter(({ retries, to }) => retries > 0 && reachedFrom(design, to).has(place))
    .sort((one, other) => added(other) - added(one))
    .slice(0, CALLS);
  const limit = queueLimit(calm, place);
  return [
    ...(limit === null ? [] : [limit]),
    ...retrying.flatMap(({ id: call, retryBudget, breaker, cancel, timeoutSeconds }): StormRemedyEdit[] => [
      ...(cancel || timeoutSeconds === null ? [] : [{ kind: 'cancel', call } as const]),
      ...(retryBudget !== null && retryBudget <= BUDGET
        ? []
        : [{ kind: 'retry-budget', call, share: BUDGET } as const]),
      ...(breaker !== null && breaker <= BREAKER ? [] : [{ kind: 'breaker', call, share: BREAKER } as const]),
      { kind: 'no-retries', call },
    ]),
  ];
}
