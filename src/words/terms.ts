import type { Section } from '../model/kinds/field.ts';
import type { Cause, FormulaId } from '../model/report.ts';

// What the first screen does not say: its code does without these.

/** The headings of the inspector's groups of fields. */
export const SECTION_LABELS: Readonly<Record<Section, string>> = {
  redundancy: 'Redundancy',
  failures: 'Failures',
  recovery: 'Recovery',
  calls: 'Calls',
  traffic: 'Traffic',
  objective: 'Promise',
  capacity: 'Capacity',
  scaling: 'Scaling',
  data: 'Data',
  cost: 'Cost',
  placement: 'Placement',
  timing: 'Timing',
};

/** What a working is about, in words. */
export const FORMULA_LABELS: Readonly<Record<FormulaId, string>> = {
  single: 'One that must be up',
  'one-of-n': 'Down only when all replicas are',
  'k-of-n': 'Down when too few replicas are up',
  'k-of-n-common-cause': 'Down when too few replicas are up, or all fail together',
  causes: 'Down when any of these takes it',
  dealt: 'Summed over the states of its domains',
  series: 'Down when any part is',
  'decision-diagram': 'Summed over everything that can be down',
  downtime: 'The share of a year of 8,760 hours',
  nines: 'How many nines that is',
  share: 'What this part adds to the downtime',
  usl: 'The Universal Scalability Law',
  'fan-out': 'At least one of the calls is slow',
  'latency-quantile': 'The smallest time that so many good answers stay within',
  'good-within': 'No outage, no error, and in time',
  success: 'Answered well, of what meets no outage',
  rate: 'What all callers send',
  concurrency: 'Little’s law',
  utilisation: 'Work that arrives over work that can be done',
  'replicas-needed': 'How many replicas carry the load within the target',
  'wait-mmc': 'The mean wait of M/M/c, by Erlang’s C',
  'wait-mg1': 'The mean wait of M/G/1, by Pollaczek and Khinchine',
  'wait-mgc': 'The mean wait of M/G/c, by Kimura',
  'wait-bounded': 'The mean wait in a queue that is bounded, by Little’s law',
};

/** What makes something fail, in a word or two. */
export const CAUSE_LABELS: Readonly<Record<Cause, string>> = {
  replicas: 'replicas',
  common: 'common cause',
  failover: 'takeover',
  planned: 'planned',
  domain: 'domain',
};

/** Three lines of a downtime: a year, 30 days, a week. */
export const PERIOD_LABELS = { year: 'a year', month: 'in 30 days', week: 'a week' } as const;
