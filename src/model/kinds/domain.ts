import type { Domain } from '../scenario.ts';
import { typically, UP } from './common.ts';
import type { Field } from './field.ts';

/** The kinds of a failure domain. */
export const DOMAIN_KINDS = ['zone', 'region', 'power', 'network', 'deploy', 'configuration'] as const;

/** What the kinds are called, with the name of a lucide icon for each. */
export const DOMAIN_SPECS: Readonly<Record<Domain['kind'], { readonly label: string; readonly icon: string }>> = {
  zone: { label: 'Zone', icon: 'Building2' },
  region: { label: 'Region', icon: 'Globe' },
  power: { label: 'Power', icon: 'Plug' },
  network: { label: 'Network', icon: 'Network' },
  deploy: { label: 'Deploy', icon: 'Rocket' },
  configuration: { label: 'Configuration', icon: 'SlidersHorizontal' },
};

/** The fields of a failure domain. */
export const DOMAIN_FIELDS: readonly Field[] = [
  {
    ...typically(UP, '99.99 %'),
    section: 'failures',
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
