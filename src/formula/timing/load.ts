import { NO_LIMITS, type ResolvedCapacity, type ResolvedLimits } from '../../model/resolved-load.ts';
import type { CallDraft, ComponentDraft } from '../draft.ts';

/** How much work a component can carry, or sends. */
export function capacityOf({ component, values: { numbers, words } }: ComponentDraft): ResolvedCapacity {
  return {
    ...NO_LIMITS,
    workers: numbers.get('workers') ?? null,
    holds: component.holds ?? NO_LIMITS.holds,
    pooled: component.pooled === true,
    queue: numbers.get('queue') ?? null,
    target: numbers.get('target') ?? NO_LIMITS.target,
    neededByLoad: words.get('needed') === 'capacity',
    leadSeconds: numbers.get('leadTime') ?? null,
    consumedPerSecond: numbers.get('consumerRate') ?? null,
    averagePerSecond: numbers.get('average') ?? null,
    growthPerMonth: numbers.get('growth') ?? NO_LIMITS.growthPerMonth,
  };
}

/** What limits the load that a call brings. */
export function limitsOf({ numbers }: CallDraft['values']): Pick<ResolvedLimits, 'retryBudget' | 'breaker' | 'pool'> {
  return {
    retryBudget: numbers.get('retryBudget') ?? null,
    breaker: numbers.get('breaker') ?? null,
    pool: numbers.get('pool') ?? null,
  };
}
