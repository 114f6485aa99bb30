import { BETA, NEEDED, REPLICAS, typically, UP } from './common.ts';
import type { KindSpec } from './field.ts';
import { GROUP_REST } from './group.ts';

export const SERVICE: KindSpec<'service'> = {
  kind: 'service',
  label: 'Service',
  help: 'Work done by a group of replicas.',
  icon: 'Layers',
  key: 's',
  calls: true,
  called: true,
  fields: [typically(REPLICAS, 2), typically(NEEDED, 1), typically(UP, '99.9 %'), BETA, ...GROUP_REST],
};
