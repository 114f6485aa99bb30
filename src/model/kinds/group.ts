import { ERRORS } from './common.ts';
import type { Field } from './field.ts';
import { LOAD } from './load.ts';
import { PLACE } from './placement.ts';
import { RECOVERY } from './recovery.ts';

/** What a group of replicas has besides its redundancy. */
export const GROUP_REST: readonly Field[] = [ERRORS, ...LOAD, ...RECOVERY, ...PLACE];
