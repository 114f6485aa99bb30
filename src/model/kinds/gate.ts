import { ERRORS, MOST_REPLICAS, quantity, typically, UP } from './common.ts';
import type { Field, KindSpec } from './field.ts';
import { TIME } from './load.ts';
import { PLACE } from './placement.ts';
import { PLANNED, WHEN_DOWN } from './recovery.ts';

const CALLEES: Field = {
  key: 'needed',
  label: 'Needed',
  help: 'How many of the things that it calls must work: a number or "majority".',
  section: 'redundancy',
  absent: '1',
  computed: true,
  edit: quantity('count', { min: 1, max: MOST_REPLICAS, words: ['majority'] }),
};

const MODE: Field = {
  key: 'mode',
  label: 'Mode',
  help: 'One after the other until one works, all at once, or each request to one of those that are up. More than one needed means all at once.',
  section: 'redundancy',
  absent: 'failover, or race where more than one is needed',
  computed: true,
  edit: {
    shape: 'choice',
    options: [
      { value: 'failover', label: 'One after the other' },
      { value: 'race', label: 'All at once' },
      { value: 'balance', label: 'Shared out' },
    ],
  },
};

const SWITCH: Field = {
  key: 'switch',
  label: 'Switch time',
  help: 'How long it takes to go on to the next one, where one is asked after the other.',
  section: 'timing',
  absent: '0 ms',
  computed: true,
  edit: quantity('duration'),
};

export const GATE: KindSpec<'gate'> = {
  kind: 'gate',
  label: 'Any of',
  help: 'Some of what it calls suffice: a second provider, or a quorum of regions.',
  icon: 'Diamond',
  key: 'g',
  calls: true,
  called: true,
  fields: [
    typically(CALLEES, 1),
    MODE,
    {
      ...UP,
      label: 'Is up',
      help: 'The share of time that the switch itself is up. It has no failure of its own unless given.',
    },
    SWITCH,
    ERRORS,
    { ...TIME, section: 'timing', help: 'How long the switch itself takes for one request.' },
    WHEN_DOWN,
    PLANNED,
    ...PLACE,
  ],
};
