import type { Dimension, Field, FieldShape, SliderRange } from './field.ts';

/** Limits of the format itself (rule 13). */
export const MOST_REPLICAS = 100_000;

export const MOST_TIMES = 100_000;

/** Of one replica, and those that wait for them. */
export const MOST_WORKERS = 100_000;

/** A field edited as a quantity of one dimension. */
export const quantity = (
  dimension: Dimension,
  limits: { min?: number; max?: number; words?: string[]; slider?: SliderRange } = {},
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
  help: 'The share of time that one replica is up, such as 99.9 %, 4 nines or 20 min/month down. Or how long it runs between failures and how long a repair takes.',
  section: 'redundancy',
  absent: '100 %',
  computed: true,
  edit: { shape: 'up' },
};

/** The two times that may stand inside `up`, each with a row of its own in a form. */
export const MTBF: Field = {
  key: 'up.mtbf',
  label: 'Fails every',
  help: 'How long it runs between two failures, on average. With the time to repair that says how often it is up.',
  section: 'redundancy',
  absent: 'such as 720 h',
  computed: true,
  edit: quantity('duration'),
};

export const MTTR: Field = {
  key: 'up.mttr',
  label: 'Repaired in',
  help: 'How long a repair takes, on average. From it follow how many outages there are a year and how long they last.',
  section: 'redundancy',
  absent: 'such as 43 min',
  computed: true,
  edit: quantity('duration'),
};

export const BETA: Field = {
  key: 'beta',
  label: 'Shared failures',
  help: 'The share of a replica’s failures that take the whole group with them (the beta factor). It has no effect on a group of one.',
  section: 'redundancy',
  absent: '0 %',
  computed: true,
  edit: quantity('probability', { slider: { min: 0.001, max: 0.5 } }),
};

export const ERRORS: Field = {
  key: 'errors',
  label: 'Errors',
  help: 'The chance that one request fails by itself while everything is up. Retries help against these.',
  section: 'redundancy',
  absent: '0 %',
  computed: true,
  edit: quantity('probability'),
};

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
