import { quantity } from './common.ts';
import type { Field } from './field.ts';

export const WHEN_DOWN: Field = {
  key: 'whenDown',
  label: 'When it is down',
  help: 'Whether callers get an error at once or no answer at all. Calls to one that hangs need a timeout.',
  section: 'redundancy',
  absent: 'refuse',
  computed: false,
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
  help: 'Maintenance that takes the whole group down, such as 20 min/month.',
  section: 'redundancy',
  absent: 'none',
  computed: false,
  edit: quantity('availability'),
};

const FAILOVER_TIME: Field = {
  key: 'failover.time',
  label: 'Failover time',
  help: 'How long the group is down while a spare takes over.',
  section: 'redundancy',
  absent: '0 s',
  computed: false,
  edit: quantity('duration'),
};

const FAILOVER_COVERAGE: Field = {
  key: 'failover.coverage',
  label: 'Failover coverage',
  help: 'The share of failures that a spare takes over from. The rest take the group down.',
  section: 'redundancy',
  absent: '100 %',
  computed: false,
  edit: quantity('probability'),
};

const STANDBY_TIME: Field = {
  key: 'standby.time',
  label: 'Standby start',
  help: 'Spares do not serve, and take this long to start.',
  section: 'redundancy',
  absent: 'spares serve',
  computed: false,
  edit: quantity('duration'),
};

/** Failure and repair beyond the group itself, the same for everything that works. */
export const RECOVERY: readonly Field[] = [WHEN_DOWN, PLANNED, FAILOVER_TIME, FAILOVER_COVERAGE, STANDBY_TIME];
