import type { Field } from './field.ts';

const PRICE: Field = {
  key: 'price',
  label: 'Price',
  help: 'What it costs, such as $60/month for each replica.',
  section: 'cost',
  absent: 'nothing',
  computed: false,
  edit: { shape: 'open', keys: ['perReplica'] },
};

const DOMAINS: Field = {
  key: 'domains',
  label: 'Domains',
  help: 'The failure domains that it stands in. Its replicas are dealt in turn over those of the same kind, and are up only while theirs are.',
  section: 'placement',
  absent: 'none',
  computed: true,
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

/** What it costs, where it stands and whose it is. */
export const PLACE: readonly Field[] = [PRICE, DOMAINS, REGION, TEAM];
