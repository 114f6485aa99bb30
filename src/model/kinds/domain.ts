import { UP } from './common.ts';
import type { Field } from './field.ts';

/** The kinds of a failure domain. */
export const DOMAIN_KINDS = ['zone', 'region', 'power', 'network', 'deploy', 'configuration'] as const;

/** The fields of a failure domain. */
export const DOMAIN_FIELDS: readonly Field[] = [
  {
    ...UP,
    label: 'Is up',
    help: 'The share of time that the domain itself is up, such as 99.99 %. Everything that stands in it falls with it.',
  },
  {
    key: 'in',
    label: 'Stands in',
    help: 'The domain or domains that this one falls with.',
    section: 'placement',
    absent: 'none',
    computed: true,
    edit: { shape: 'references', to: 'domains' },
  },
];
