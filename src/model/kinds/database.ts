import { BETA, MOST_REPLICAS, NEEDED, quantity, REPLICAS, typically, UP } from './common.ts';
import type { Field, FieldShape, KindSpec } from './field.ts';
import { GROUP_REST } from './group.ts';

/** What is known of how a database keeps data; no number uses it yet. */
const keeps = (key: string, label: string, absent: string, help: string, edit: FieldShape): Field => ({
  key,
  label,
  help,
  section: 'data',
  absent,
  computed: false,
  edit,
});

const DATA: readonly Field[] = [
  keeps(
    'copies',
    'Copies',
    '1',
    'How many copies of each record there are.',
    quantity('count', { min: 1, max: MOST_REPLICAS }),
  ),
  keeps(
    'writeQuorum',
    'Write quorum',
    '1',
    'How many copies must confirm a write.',
    quantity('count', { min: 1, words: ['majority'] }),
  ),
  keeps(
    'readQuorum',
    'Read quorum',
    '1',
    'How many copies a read asks.',
    quantity('count', { min: 1, words: ['majority'] }),
  ),
  keeps('replication', 'Replication', 'sync', 'Whether a write waits for the other copies.', {
    shape: 'choice',
    options: [
      { value: 'sync', label: 'Waits for the copies' },
      { value: 'async', label: 'Copies follow later' },
    ],
  }),
  keeps('lag', 'Lag', '0 s', 'How far the copies follow behind.', quantity('duration')),
  keeps('consistency', 'Consistency', 'none stated', 'What readers are promised, such as linearizable or eventual.', {
    shape: 'text',
  }),
  keeps('size', 'Size', '0 B', 'How much data it holds, such as 2 TB.', quantity('size')),
  keeps('afr', 'Disk failures', '0 %', 'The share of disks that fail in a year.', quantity('probability')),
  keeps('rebuild', 'Rebuild', '0 s', 'How long it takes to make a lost copy again.', quantity('duration')),
];

export const DATABASE: KindSpec<'database'> = {
  kind: 'database',
  label: 'Database',
  help: 'Keeps data.',
  icon: 'Database',
  key: 'd',
  calls: true,
  called: true,
  fields: [typically(REPLICAS, 2), typically(NEEDED, 1), typically(UP, '99.9 %'), BETA, ...DATA, ...GROUP_REST],
};
