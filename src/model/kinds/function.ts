import { BETA, NEEDED, REPLICAS, typically, UP } from './common.ts';
import type { KindSpec } from './field.ts';
import { GROUP_REST } from './group.ts';

export const FUNCTION: KindSpec<'function'> = {
  kind: 'function',
  label: 'Function',
  help: 'Code that runs on demand on somebody’s platform.',
  icon: 'SquareFunction',
  key: 'f',
  calls: true,
  called: true,
  fields: [typically(REPLICAS, 1), typically(NEEDED, 1), typically(UP, '99.95 %'), BETA, ...GROUP_REST],
};
