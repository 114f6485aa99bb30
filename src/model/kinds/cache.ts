import { BETA, NEEDED, quantity, REPLICAS, typically, UP } from './common.ts';
import type { Field, KindSpec } from './field.ts';
import { GROUP_REST } from './group.ts';
import { WHEN_DOWN } from './recovery.ts';

const HIT_RATIO: Field = {
  key: 'hitRatio',
  label: 'Hit ratio',
  help: 'The share of requests that it answers by itself. The rest go on to what it calls.',
  section: 'calls',
  absent: '0 %',
  computed: true,
  edit: quantity('probability'),
};

const CACHE_WHEN_DOWN: Field = {
  ...WHEN_DOWN,
  help: 'Whether requests go on to what it calls, get an error at once, or get no answer at all.',
  section: 'redundancy',
  absent: 'bypass',
  edit: {
    shape: 'choice',
    options: [
      { value: 'bypass', label: 'Requests go on' },
      { value: 'refuse', label: 'Refuses at once' },
      { value: 'hang', label: 'Never answers' },
    ],
  },
};

export const CACHE: KindSpec<'cache'> = {
  kind: 'cache',
  label: 'Cache',
  help: 'Answers a share of requests itself; the rest go on to what it calls.',
  icon: 'Zap',
  key: 'k',
  calls: true,
  called: true,
  fields: [
    typically(HIT_RATIO, '90 %'),
    CACHE_WHEN_DOWN,
    typically(REPLICAS, 2),
    typically(NEEDED, 1),
    typically(UP, '99.9 %'),
    BETA,
    ...GROUP_REST.filter((field) => field !== WHEN_DOWN),
  ],
};
