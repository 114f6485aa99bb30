import { MOST_WORKERS, quantity } from './common.ts';
import type { Field } from './field.ts';

export const TIME: Field = {
  key: 'time',
  label: 'Service time',
  help: 'How long its own work on one request takes: one time, or a distribution.',
  section: 'timing',
  absent: '0 ms',
  computed: true,
  edit: { shape: 'time' },
};

const WORKERS: Field = {
  key: 'workers',
  label: 'Workers',
  help: 'How many requests one replica works on at the same time. More wait.',
  section: 'capacity',
  absent: 'unlimited',
  computed: true,
  edit: quantity('count', { min: 1, max: MOST_WORKERS }),
};

const TARGET: Field = {
  key: 'target',
  label: 'Target load',
  help: 'How busy the workers may be on average.',
  section: 'capacity',
  absent: '70 %',
  computed: true,
  edit: quantity('probability', { min: 0.001 }),
};

const HOLDS: Field = {
  key: 'holds',
  label: 'A worker is held',
  help: 'Whether a worker waits until the calls it makes have answered (threads) or only does its own work.',
  section: 'capacity',
  absent: 'own',
  computed: true,
  edit: {
    shape: 'choice',
    options: [
      { value: 'own', label: 'For its own work' },
      { value: 'response', label: 'Until the response' },
    ],
  },
};

const POOLED: Field = {
  key: 'pooled',
  label: 'One queue for all',
  help: 'All workers of the group take from one queue, instead of each replica having its own.',
  section: 'capacity',
  absent: 'no',
  computed: true,
  edit: { shape: 'flag' },
};

const QUEUE: Field = {
  key: 'queue',
  label: 'Queue limit',
  help: 'How many requests may wait at one replica. More are turned away.',
  section: 'capacity',
  absent: 'unlimited',
  computed: true,
  edit: quantity('count', { max: MOST_WORKERS }),
};

const LEAD_TIME: Field = {
  key: 'leadTime',
  label: 'Lead time',
  help: 'How long it takes to have more replicas, from the order on.',
  section: 'capacity',
  absent: 'not given',
  computed: true,
  edit: quantity('duration'),
};

const SIGMA: Field = {
  key: 'scaling.sigma',
  label: 'Contention',
  help: 'The share of the work that replicas have to do one after the other (sigma of the Universal Scalability Law).',
  section: 'scaling',
  absent: '0',
  computed: true,
  edit: quantity('ratio', { min: 0, max: 1 }),
};

const KAPPA: Field = {
  key: 'scaling.kappa',
  label: 'Coordination',
  help: 'What each pair of replicas costs in keeping up with each other (kappa of the Universal Scalability Law).',
  section: 'scaling',
  absent: '0',
  computed: true,
  edit: quantity('ratio', { min: 0, max: 1 }),
};

/** How much work a group can carry, and how that grows with its replicas. */
export const LOAD: readonly Field[] = [TIME, WORKERS, TARGET, HOLDS, POOLED, QUEUE, LEAD_TIME, SIGMA, KAPPA];
