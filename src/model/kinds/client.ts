import { quantity, typically } from './common.ts';
import type { Field, KindSpec } from './field.ts';
import { REGION, TEAM } from './placement.ts';

const RATE: Field = {
  key: 'rate',
  label: 'Requests',
  help: 'How many requests it sends at peak, such as 8,000 req/s.',
  section: 'traffic',
  absent: '0 req/s',
  computed: true,
  edit: quantity('rate'),
};

const AVERAGE: Field = {
  key: 'average',
  label: 'On average',
  help: 'How many requests it sends on average, beside those at peak.',
  section: 'traffic',
  absent: 'not given',
  computed: true,
  edit: quantity('rate'),
};

const AVAILABILITY: Field = {
  key: 'objectives.availability',
  label: 'Promised',
  help: 'The availability that this journey is held against, such as 99.99 % or 4 nines.',
  section: 'objective',
  absent: 'no promise',
  computed: true,
  edit: quantity('availability'),
};

const WINDOW: Field = {
  key: 'objectives.window',
  label: 'Counted over',
  help: 'The time over which the promise is counted. The allowed downtime is that share of it.',
  section: 'objective',
  absent: '30 days',
  computed: true,
  edit: quantity('duration', { min: 1 }),
};

const GROWTH: Field = {
  key: 'growth',
  label: 'Growth',
  help: 'How fast the requests grow, such as 3 %/month.',
  section: 'traffic',
  absent: '0 %/month',
  computed: true,
  edit: quantity('growth'),
};

const LATENCY_QUANTILE: Field = {
  key: 'objectives.latency.quantile',
  label: 'Share in time',
  help: 'The share of answers that must come within the limit, such as 0.99.',
  section: 'objective',
  absent: '99 %',
  computed: true,
  edit: quantity('probability', { min: 0.01, max: 0.999_999 }),
};

const LATENCY_LIMIT: Field = {
  key: 'objectives.latency.limit',
  label: 'Time limit',
  help: 'The time within which that share of answers must come.',
  section: 'objective',
  absent: 'no limit',
  computed: true,
  edit: quantity('duration'),
};

export const CLIENT: KindSpec<'client'> = {
  kind: 'client',
  label: 'Client',
  help: 'A source of requests, and the start of one journey through the system.',
  icon: 'User',
  key: 'c',
  calls: true,
  called: false,
  fields: [
    typically(AVAILABILITY, '99.9 %'),
    WINDOW,
    typically(RATE, '100 req/s'),
    AVERAGE,
    GROWTH,
    LATENCY_QUANTILE,
    LATENCY_LIMIT,
    REGION,
    TEAM,
  ],
};
