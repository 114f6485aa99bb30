import type { Call, Design } from '../scenario.ts';
import { MOST_TIMES, MOST_WORKERS, quantity } from './common.ts';
import type { Field } from './field.ts';

const JITTER = {
  shape: 'choice',
  options: [
    { value: 'none', label: 'Exactly that long' },
    { value: 'full', label: 'From 0 to it' },
  ],
} as const;

/** What one retry waits, as a constant or growing. */
const BACKOFF_PARTS: readonly Field[] = [
  {
    key: 'backoff.first',
    label: 'First backoff',
    help: 'How long the first retry waits, where the wait grows.',
    section: 'timing',
    absent: '0 ms',
    computed: true,
    edit: quantity('duration'),
  },
  {
    key: 'backoff.factor',
    label: 'Backoff factor',
    help: 'By how much each wait is longer than the one before.',
    section: 'timing',
    absent: '1',
    computed: true,
    edit: quantity('ratio', { min: 1 }),
  },
  {
    key: 'backoff.max',
    label: 'Longest backoff',
    help: 'The longest that a retry waits.',
    section: 'timing',
    absent: 'no limit',
    computed: true,
    edit: quantity('duration'),
  },
  {
    key: 'backoff.jitter',
    label: 'Backoff jitter',
    help: 'Whether a wait is drawn at random from 0 up to its length.',
    section: 'timing',
    absent: 'none',
    computed: true,
    edit: JITTER,
  },
];

/** Where a call's field means something: under an "any of", where somebody waits, or beside what it is about. */
export function isOffered({ key, section, computed }: Field, call: Call, { components }: Design): boolean {
  if (!computed) return false;
  const { backoff } = call;
  const grows = typeof backoff === 'object';
  if (key === 'backoff') return !grows && (backoff !== undefined || call.retries !== undefined);
  if (key === 'backoff.first') return grows;
  if (key === 'backoff.jitter') return grows && backoff.jitter !== undefined;
  if (key.startsWith('backoff.')) return backoff !== undefined;
  if (call[key as keyof Call] !== undefined) return true;
  if (key === 'jitter') return backoff !== undefined && !(grows && backoff.jitter !== undefined);
  if (key === 'weight') return components[call.from]?.kind === 'gate';
  if (key === 'tied') return call.hedge !== undefined;
  if (key === 'retryBudget') return call.retries !== undefined;
  if (key === 'pool') return components[call.to] !== undefined && 'workers' in components[call.to]!;
  return section !== 'timing' || call.async !== true;
}

/** The fields of a call, most important first. Of `backoff` either the one duration or its parts are written. */
export const CALL_FIELDS: readonly Field[] = [
  {
    key: 'times',
    label: 'Times',
    help: 'How often it is made for one request of the caller. All of them must answer.',
    section: 'calls',
    absent: '1',
    computed: true,
    edit: quantity('count', { min: 1, max: MOST_TIMES }),
  },
  {
    key: 'probability',
    label: 'Chance',
    help: 'The share of the caller’s requests that make this call at all.',
    section: 'calls',
    absent: '100 %',
    computed: true,
    edit: quantity('probability'),
  },
  {
    key: 'step',
    label: 'Order',
    help: 'Calls of the same step are made together, steps one after the other.',
    section: 'calls',
    absent: '1',
    computed: true,
    edit: quantity('count', { min: 0, max: MOST_TIMES }),
  },
  {
    key: 'optional',
    label: 'Optional',
    help: 'The caller goes on when this call fails.',
    section: 'calls',
    absent: 'no',
    computed: true,
    edit: { shape: 'flag' },
  },
  {
    key: 'async',
    label: 'Sent and forgotten',
    help: 'The caller does not wait for the answer and does not mind a failure.',
    section: 'calls',
    absent: 'no',
    computed: true,
    edit: { shape: 'flag' },
  },
  {
    key: 'weight',
    label: 'Weight',
    help: 'Its share of the requests of an "any of" that shares them out.',
    section: 'calls',
    absent: '1',
    computed: true,
    edit: quantity('ratio', { min: 0 }),
  },
  {
    key: 'network',
    label: 'Network',
    help: 'The time there and back.',
    section: 'timing',
    absent: '0 ms',
    computed: true,
    edit: { shape: 'time' },
  },
  {
    key: 'timeout',
    label: 'Timeout',
    help: 'How long the caller waits for one attempt. Calls to what never answers when it is down need one.',
    section: 'timing',
    absent: 'none',
    computed: true,
    edit: quantity('duration'),
  },
  {
    key: 'deadline',
    label: 'Deadline',
    help: 'How long all attempts together may take.',
    section: 'timing',
    absent: 'none',
    computed: true,
    edit: quantity('duration'),
  },
  {
    key: 'retries',
    label: 'Retries',
    help: 'How many further attempts follow an error or a timeout.',
    section: 'timing',
    absent: '0',
    computed: true,
    edit: quantity('count', { min: 0, max: 100 }),
  },
  {
    key: 'backoff',
    label: 'Backoff',
    help: 'How long a retry waits before it is made.',
    section: 'timing',
    absent: '0 ms',
    computed: true,
    edit: quantity('duration'),
  },
  ...BACKOFF_PARTS,
  {
    key: 'jitter',
    label: 'Jitter',
    help: 'Whether the wait before a retry is drawn at random from 0 up to its length.',
    section: 'timing',
    absent: 'none',
    computed: true,
    edit: JITTER,
  },
  {
    key: 'hedge',
    label: 'Hedge after',
    help: 'How long to wait before sending a second copy of the request.',
    section: 'timing',
    absent: 'none',
    computed: true,
    edit: quantity('duration'),
  },
  {
    key: 'sequential',
    label: 'One by one',
    help: 'Its repetitions are made one after the other instead of together.',
    section: 'timing',
    absent: 'no',
    computed: true,
    edit: { shape: 'flag' },
  },
  {
    key: 'tied',
    label: 'Tied copies',
    help: 'Both copies of a hedged request wait, and the first to start cancels the other. It matters where requests wait for a worker.',
    section: 'timing',
    absent: 'no',
    computed: true,
    edit: { shape: 'flag' },
  },
  {
    key: 'cancel',
    label: 'Cancelled when abandoned',
    help: 'Work that nobody waits for any more stops. Otherwise it runs to its end.',
    section: 'timing',
    absent: 'no',
    computed: true,
    edit: { shape: 'flag' },
  },
  {
    key: 'retryBudget',
    label: 'Retry budget',
    help: 'How many further attempts are made at most, as a share of the first ones.',
    section: 'timing',
    absent: 'no limit',
    computed: true,
    edit: quantity('probability'),
  },
  {
    key: 'breaker',
    label: 'Breaker',
    help: 'The share of failed attempts above which the caller holds some back: each an error at once.',
    section: 'timing',
    absent: 'none',
    computed: true,
    edit: quantity('probability', { min: 0.001 }),
  },
  {
    key: 'pool',
    label: 'Own workers',
    help: 'Workers of every replica that are kept for this call alone (a bulkhead).',
    section: 'capacity',
    absent: 'shared',
    computed: true,
    edit: quantity('count', { min: 1, max: MOST_WORKERS }),
  },
];
