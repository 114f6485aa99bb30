import { BETA, NEEDED, quantity, REPLICAS, typically, UP } from './common.ts';
import type { Field, KindSpec } from './field.ts';
import { GROUP_REST } from './group.ts';

const CONSUMER_RATE: Field = {
  key: 'consumerRate',
  label: 'Consumed',
  help: 'How fast consumers take work out of it.',
  section: 'traffic',
  absent: 'as it comes',
  computed: true,
  edit: quantity('rate'),
};

const RETENTION: Field = {
  key: 'retention',
  label: 'Retention',
  help: 'How long it keeps what nobody has taken.',
  section: 'data',
  absent: 'for ever',
  computed: false,
  edit: quantity('duration'),
};

export const QUEUE_KIND: KindSpec<'queue'> = {
  kind: 'queue',
  label: 'Queue',
  help: 'Takes work and answers at once; what it calls follows in its own time.',
  icon: 'ListOrdered',
  key: 'q',
  calls: true,
  called: true,
  fields: [
    typically(REPLICAS, 2),
    typically(NEEDED, 1),
    typically(UP, '99.9 %'),
    BETA,
    CONSUMER_RATE,
    RETENTION,
    ...GROUP_REST,
  ],
};
