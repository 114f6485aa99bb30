import type { Group } from './group.ts';

/** The share of failures that the audit takes to be common to a group. */
export const AUDIT_BETA = 0.05;
/** The share of failures that is taken to be common where a claim of independence is false. */
export const CLAIM_BETA = 0.1;

/**
 * The same group if at least a share β of its replicas' failures took all of them.
 *
 * Model: the β-factor; a group of one stays as it is. Units: β in [0, 1]. Errors: none. Accuracy: exact. Cost: constant.
 * Source: K. N. Fleming (1975); 5 % is the low end of what is observed, NUREG/CR-4780 (1988).
 *
 * @example shared({ replicas: 2, needed: 1, unavailability: 0.01, beta: 0 }, 0.05).beta // => 0.05
 */
export function shared(group: Group, beta: number): Group {
  return group.replicas > 1 ? { ...group, beta: Math.max(group.beta, beta) } : group;
}
