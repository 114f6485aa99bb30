import { BETA, NEEDED, quantity, REPLICAS, typically, UP } from './common.ts';
import type { Field, KindSpec } from './field.ts';
import { GROUP_REST } from './group.ts';

const SLA: Field = {
  key: 'contract.sla',
  label: 'Contract',
  help: 'The availability that its contract states. It is taken where "Is up" is empty.',
  section: 'redundancy',
  absent: 'none',
  computed: true,
  edit: quantity('availability'),
};

const CREDITS: Field = {
  key: 'contract.credits',
  label: 'Credits',
  help: 'What the contract pays back when it is broken.',
  section: 'cost',
  absent: 'none',
  computed: false,
  edit: { shape: 'open', keys: [] },
};

/** Its fields for replicas are there for a provider that is bought several times; the palette leaves them alone. */
export const EXTERNAL: KindSpec<'external'> = {
  kind: 'external',
  label: 'External',
  help: 'Somebody else’s service: a published figure, no replicas to add.',
  icon: 'Cloud',
  key: 'e',
  calls: true,
  called: true,
  fields: [
    {
      ...typically(UP, '99.95 %'),
      label: 'Is up',
      help: 'The share of time that it is up, as measured, such as 99.95 %. Empty takes the contract’s figure.',
    },
    SLA,
    REPLICAS,
    NEEDED,
    BETA,
    CREDITS,
    ...GROUP_REST,
  ],
};
