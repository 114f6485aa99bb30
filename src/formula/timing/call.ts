import { NO_BACKOFF, type ResolvedBackoff } from '../../model/resolved-time.ts';
import type { Call } from '../../model/scenario.ts';
import type { CallDraft } from '../draft.ts';
import { inside, type Place, type Reader } from '../reader.ts';
import { limitsOf } from './load.ts';
import { resolvedTime } from './time.ts';

/** A call with its timing read, and what limits it. */
export function timedCall(draft: CallDraft, reader: Reader): CallDraft {
  const { call, place, values, resolved } = draft;
  const { numbers } = values;
  const network = resolvedTime(call.network, inside(place, 'network'), reader);
  const timeoutSeconds = someTime('timeout', draft, reader);
  const deadlineSeconds = someTime('deadline', draft, reader);
  if (resolved === null) return draft;
  const timed = {
    ...resolved,
    sequential: call.sequential === true,
    network,
    timeoutSeconds,
    deadlineSeconds,
    retries: numbers.get('retries') ?? 0,
    backoff: backoffOf(draft),
    hedgeSeconds: numbers.get('hedge') ?? null,
    tied: call.tied === true,
    cancel: call.cancel === true,
    ...limitsOf(draft),
  };
  sayUseless(call, timed, place, reader);
  return { ...draft, resolved: timed };
}

/** A timeout or deadline: no time at all would let nothing through. */
function someTime(key: 'timeout' | 'deadline', { place, values }: CallDraft, reader: Reader): number | null {
  const seconds = values.numbers.get(key) ?? null;
  if (seconds !== 0) return seconds;
  const message = `A ${key} of 0 ends every try before it can be answered. Write a time such as 400 ms, or leave it out`;
  reader.issue('quantity/out-of-range', inside(place, key), message);
  return null;
}

/** One time, or times that grow; whether each is drawn at random may be said inside or beside them. */
function backoffOf({ call, values: { numbers } }: CallDraft): ResolvedBackoff {
  const { backoff, jitter } = call;
  const inner = typeof backoff === 'object' ? backoff : {};
  return {
    firstSeconds: numbers.get('backoff') ?? numbers.get('backoff.first') ?? NO_BACKOFF.firstSeconds,
    factor: numbers.get('backoff.factor') ?? NO_BACKOFF.factor,
    maxSeconds: numbers.get('backoff.max') ?? NO_BACKOFF.maxSeconds,
    jitter: (inner.jitter ?? jitter) === 'full',
  };
}

type Timed = NonNullable<CallDraft['resolved']>;

/** What says how one call is timed; `tied` belongs to its hedge. */
const TIMING = [
  'timeout',
  'deadline',
  'retries',
  'hedge',
  'network',
  'backoff',
  'jitter',
  'sequential',
  'breaker',
  'cancel',
] as const;

/** What is written and changes nothing. */
function sayUseless(call: Call, timed: Timed, place: Place, reader: Reader): void {
  const { timeoutSeconds, deadlineSeconds, retries, backoff, hedgeSeconds } = timed;
  sayUnawaited(call, timed, place, reader);
  const say = (code: string, key: keyof Call, what: string): void =>
    reader.finding(code, inside(place, key), `${place.where}: ${what}, so it changes nothing.`);
  const timeout = timeoutSeconds ?? Number.POSITIVE_INFINITY;
  const deadline = deadlineSeconds ?? Number.POSITIVE_INFINITY;
  if (hedgeSeconds !== null && hedgeSeconds >= Math.min(timeout, deadline)) {
    say(
      'hedge-too-late',
      'hedge',
      `the copy would be sent when the ${timeout <= deadline ? 'timeout' : 'deadline'} has come`,
    );
  }
  if (timeoutSeconds !== null && deadline < timeoutSeconds) {
    say('timeout-after-deadline', 'timeout', 'its deadline comes before its timeout');
  }
  if (retries === 0 && call.backoff !== undefined)
    say('backoff-without-retries', 'backoff', 'there are no retries to wait');
  if (retries === 0 && call.retryBudget !== undefined)
    say('budget-without-retries', 'retryBudget', 'there are no retries to limit');
  if (call.tied === true && hedgeSeconds === null) say('tied-without-hedge', 'tied', 'there is no hedged copy to tie');
  if (call.jitter === 'full' && backoff.firstSeconds === 0)
    say('jitter-without-backoff', 'jitter', 'there is no backoff to draw');
}

/** Nobody waits for a call that is sent and forgotten: its timing can only change how many requests are sent. */
function sayUnawaited(call: Call, { async, retries, hedgeSeconds }: Timed, place: Place, reader: Reader): void {
  const first = TIMING.find((key) => call[key] !== undefined);
  if (!async || first === undefined) return;
  const what =
    retries > 0 || hedgeSeconds !== null
      ? 'only says how many requests are sent: it takes no time and fails nobody'
      : 'changes nothing';
  reader.finding(
    'timing-unawaited',
    inside(place, first),
    `${place.where}: nobody waits for it, so its timing ${what}.`,
  );
}
