import { quantity } from './common.ts';
import type { Field } from './field.ts';

export const WHEN_DOWN: Field = {
  key: 'whenDown',
  label: 'When it is down',
  help: 'Whether callers get an error at once or no answer at all. Calls to one that hangs need a timeout.',
  section: 'recovery',
  absent: 'refuse',
  computed: true,
  edit: {
    shape: 'choice',
    options: [
      { value: 'refuse', label: 'Refuses at once' },
      { value: 'hang', label: 'Never answers' },
    ],
  },
};

export const PLANNED: Field = {
  key: 'planned',
  label: 'Planned downtime',
  help: 'Deploys and maintenance that take the whole group down, such as 20 min/month: one window of 20 minutes each month.',
  section: 'recovery',
  absent: 'none',
  computed: true,
  edit: quantity('availability'),
};

const FAILOVER_TIME: Field = {
  key: 'failover.time',
  label: 'Failover time',
  help: 'How long the group is down each time a serving replica fails, until a spare has taken over. It needs the time to repair.',
  section: 'recovery',
  absent: '0 s',
  computed: true,
  edit: quantity('duration'),
};

const FAILOVER_COVERAGE: Field = {
  key: 'failover.coverage',
  label: 'Failover coverage',
  help: 'The share of a serving replica’s failures that a spare takes over from. The rest take the whole group down.',
  section: 'recovery',
  absent: '100 %',
  computed: true,
  edit: quantity('probability'),
};

const STANDBY_TIME: Field = {
  key: 'standby.time',
  label: 'Standby start',
  help: 'Spares do not serve, and start only when a replica has failed. This long is added to the failover time.',
  section: 'recovery',
  absent: '0 s',
  computed: true,
  edit: quantity('duration'),
};

/** Failure and repair beyond the group itself, the same for everything that works. */
export const RECOVERY: readonly Field[] = [WHEN_DOWN, PLANNED, FAILOVER_TIME, FAILOVER_COVERAGE, STANDBY_TIME];
