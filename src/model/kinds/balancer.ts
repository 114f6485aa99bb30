import { BETA, NEEDED, REPLICAS, typically, UP } from './common.ts';
import type { KindSpec } from './field.ts';
import { GROUP_REST } from './group.ts';

export const BALANCER: KindSpec<'balancer'> = {
  kind: 'balancer',
  label: 'Balancer',
  help: 'Spreads requests over what it calls.',
  icon: 'Split',
  key: 'l',
  calls: true,
  called: true,
  fields: [typically(REPLICAS, 2), typically(NEEDED, 1), typically(UP, '99.99 %'), BETA, ...GROUP_REST],
};
