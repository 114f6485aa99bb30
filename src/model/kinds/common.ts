import type { Dimension, Field, FieldShape } from './field.ts';

/** Limits of the format itself (rule 13). */
export const MOST_REPLICAS = 100_000;
export const MOST_TIMES = 100_000;

/** A field edited as a quantity of one dimension. */
export const quantity = (
  dimension: Dimension,
  limits: { min?: number; max?: number; words?: string[] } = {},
): FieldShape => ({
  shape: 'quantity',
  dimension,
  ...limits,
});

/** The same field with another typical value, as the palette writes it for one kind. */
export const typically = (field: Field, typical: string | number): Field => ({ ...field, typical });

export const REPLICAS: Field = {
  key: 'replicas',
  label: 'Replicas',
  help: 'How many copies of it run.',
  section: 'redundancy',
  absent: '1',
  computed: true,
  edit: quantity('count', { min: 1, max: MOST_REPLICAS }),
};

export const NEEDED: Field = {
  key: 'needed',
  label: 'Needed',
  help: 'How many replicas must be up for the group to work: a number, "majority", or "capacity" for as many as carry the load.',
  section: 'redundancy',
  absent: '1',
  computed: true,
  edit: quantity('count', { min: 1, max: MOST_REPLICAS, words: ['majority', 'capacity'] }),
};

export const UP: Field = {
  key: 'up',
  label: 'One is up',
  help: 'The share of time that one replica is up, such as 99.9 %, 4 nines or 20 min/month down. Or the mean time between failures and to repair.',
  section: 'redundancy',
  absent: '100 %',
  computed: true,
  edit: { shape: 'up' },
};

export const BETA: Field = {
  key: 'beta',
  label: 'Shared failures',
  help: 'The share of a replica’s failures that take the whole group with them (the beta factor). It has no effect on a group of one.',
  section: 'redundancy',
  absent: '0 %',
  computed: true,
  edit: quantity('probability'),
};

export const ERRORS: Field = {
  key: 'errors',
  label: 'Errors',
  help: 'The chance that one request fails by itself while everything is up. Retries help against these.',
  section: 'redundancy',
  absent: '0 %',
  computed: false,
  edit: quantity('probability'),
};

export const TIME: Field = {
  key: 'time',
  label: 'Service time',
  help: 'How long its own work on one request takes: one time, or a distribution. Today it is used for "needed: capacity" only.',
  section: 'capacity',
  absent: '0 ms',
  computed: true,
  edit: { shape: 'time' },
};

export const WORKERS: Field = {
  key: 'workers',
  label: 'Workers',
  help: 'How many requests one replica works on at the same time. Today it is used for "needed: capacity" only.',
  section: 'capacity',
  absent: 'unlimited',
  computed: true,
  edit: quantity('count', { min: 1 }),
};

export const TARGET: Field = {
  key: 'target',
  label: 'Target load',
  help: 'How busy the workers may be on average. Today it is used for "needed: capacity" only.',
  section: 'capacity',
  absent: '70 %',
  computed: true,
  edit: quantity('probability', { min: 0.001 }),
};

export const HOLDS: Field = {
  key: 'holds',
  label: 'A worker is held',
  help: 'Whether a worker waits until the calls it makes have answered (threads) or only does its own work.',
  section: 'capacity',
  absent: 'own',
  computed: false,
  edit: {
    shape: 'choice',
    options: [
      { value: 'own', label: 'For its own work' },
      { value: 'response', label: 'Until the response' },
    ],
  },
};

export const POOLED: Field = {
  key: 'pooled',
  label: 'One queue for all',
  help: 'All workers of the group take from one queue, instead of each replica having its own.',
  section: 'capacity',
  absent: 'no',
  computed: false,
  edit: { shape: 'flag' },
};

export const QUEUE: Field = {
  key: 'queue',
  label: 'Queue limit',
  help: 'How many requests may wait at one replica. More are turned away.',
  section: 'capacity',
  absent: 'unlimited',
  computed: false,
  edit: quantity('count'),
};

export const SIGMA: Field = {
  key: 'scaling.sigma',
  label: 'Contention',
  help: 'The share of the work that replicas have to do one after the other (sigma of the Universal Scalability Law).',
  section: 'scaling',
  absent: '0',
  computed: true,
  edit: quantity('ratio', { min: 0, max: 1 }),
};

export const KAPPA: Field = {
  key: 'scaling.kappa',
  label: 'Coordination',
  help: 'What each pair of replicas costs in keeping up with each other (kappa of the Universal Scalability Law).',
  section: 'scaling',
  absent: '0',
  computed: true,
  edit: quantity('ratio', { min: 0, max: 1 }),
};

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

export const FAILOVER_TIME: Field = {
  key: 'failover.time',
  label: 'Failover time',
  help: 'How long the group is down while a spare takes over.',
  section: 'redundancy',
  absent: '0 s',
  computed: false,
  edit: quantity('duration'),
};

export const FAILOVER_COVERAGE: Field = {
  key: 'failover.coverage',
  label: 'Failover coverage',
  help: 'The share of failures that a spare takes over from. The rest take the group down.',
  section: 'redundancy',
  absent: '100 %',
  computed: false,
  edit: quantity('probability'),
};

export const STANDBY_TIME: Field = {
  key: 'standby.time',
  label: 'Standby start',
  help: 'Spares do not serve, and take this long to start.',
  section: 'redundancy',
  absent: 'spares serve',
  computed: false,
  edit: quantity('duration'),
};

export const PRICE: Field = {
  key: 'price',
  label: 'Price',
  help: 'What it costs, such as $60/month for each replica.',
  section: 'cost',
  absent: 'nothing',
  computed: false,
  edit: { shape: 'open', keys: ['perReplica'] },
};

export const DOMAINS: Field = {
  key: 'domains',
  label: 'Domains',
  help: 'The failure domains that its replicas are dealt over in turn.',
  section: 'placement',
  absent: 'none',
  computed: false,
  edit: { shape: 'references', to: 'domains' },
};

export const REGION: Field = {
  key: 'region',
  label: 'Region',
  help: 'Where it stands, for network times and prices.',
  section: 'placement',
  absent: 'none',
  computed: false,
  edit: { shape: 'references', to: 'regions' },
};

export const TEAM: Field = {
  key: 'team',
  label: 'Team',
  help: 'Who looks after it.',
  section: 'placement',
  absent: 'nobody named',
  computed: false,
  edit: { shape: 'text' },
};

/** Failure and repair beyond the group itself, the same for everything that works. */
export const RECOVERY: readonly Field[] = [WHEN_DOWN, PLANNED, FAILOVER_TIME, FAILOVER_COVERAGE, STANDBY_TIME];

export const LOAD: readonly Field[] = [TIME, WORKERS, TARGET, HOLDS, POOLED, QUEUE];

export const SCALING: readonly Field[] = [SIGMA, KAPPA];

export const PLACE: readonly Field[] = [PRICE, DOMAINS, REGION, TEAM];

/** What a group of replicas has besides its redundancy. */
export const GROUP_REST: readonly Field[] = [ERRORS, ...LOAD, ...SCALING, ...RECOVERY, ...PLACE];

/** What everything may carry beside its fields: how it is called, and notes. */
export const LABEL_FIELDS: readonly Field[] = [
  {
    key: 'name',
    label: 'Name',
    help: 'What it is called on the board.',
    section: 'placement',
    absent: 'its id',
    computed: true,
    edit: { shape: 'text' },
  },
  {
    key: 'notes',
    label: 'Notes',
    help: 'Free text: why it is as it is.',
    section: 'placement',
    absent: 'none',
    computed: true,
    edit: { shape: 'text' },
  },
];
