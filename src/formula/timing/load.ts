import { NO_LIMITS, type ResolvedCapacity, type ResolvedLimits } from '../../model/resolved-load.ts';
import type { ResolvedTime } from '../../model/resolved-time.ts';
import type { Component } from '../../model/scenario.ts';
import type { CallDraft, ComponentDraft } from '../draft.ts';
import { inside, type Reader } from '../reader.ts';

/** What says something of workers, and nothing where there is no number of them. */
const OF_WORKERS = ['target', 'holds', 'pooled', 'queue', 'leadTime'] as const;

/** How much work a component can carry, or sends. */
export function capacityOf(draft: ComponentDraft, time: ResolvedTime, reader: Reader): ResolvedCapacity {
  const { component, values } = draft;
  const { numbers, words } = values;
  const capacity: ResolvedCapacity = {
    ...NO_LIMITS,
    workers: numbers.get('workers') ?? null,
    holds: component.holds ?? NO_LIMITS.holds,
    pooled: component.pooled === true,
    queue: numbers.get('queue') ?? null,
    target: numbers.get('target') ?? NO_LIMITS.target,
    neededByLoad: words.get('needed') === 'capacity',
    leadSeconds: numbers.get('leadTime') ?? null,
    consumedPerSecond: numbers.get('consumerRate') ?? null,
    averagePerSecond: averageOf(draft, reader),
    growthPerMonth: numbers.get('growth') ?? NO_LIMITS.growthPerMonth,
  };
  sayUseless(draft, capacity, time, reader);
  return capacity;
}

/** What limits the load that a call brings; nobody minds how many of those fail that are sent and forgotten. */
export function limitsOf({
  resolved,
  values: { numbers },
}: CallDraft): Pick<ResolvedLimits, 'retryBudget' | 'breaker' | 'pool'> {
  return {
    retryBudget: numbers.get('retryBudget') ?? null,
    breaker: resolved?.async === true ? null : (numbers.get('breaker') ?? null),
    pool: numbers.get('pool') ?? null,
  };
}

/** The average is at most the rate at peak; without one it stands for nothing. */
function averageOf({ component, place, values: { numbers } }: ComponentDraft, reader: Reader): number | null {
  const average = numbers.get('average');
  const peak = numbers.get('rate');
  if (average === undefined || peak === undefined) return null;
  if (average <= peak) return average;
  reader.issue(
    'client/average-above-peak',
    inside(place, 'average'),
    `${component.average} on average is more than the ${component.rate} at peak. Write less, or more at peak`,
  );
  return null;
}

/** What is written of load and changes nothing. */
function sayUseless(
  { component, place, values }: ComponentDraft,
  { workers, holds }: ResolvedCapacity,
  time: ResolvedTime,
  reader: Reader,
): void {
  const say = (code: string, key: keyof Component, what: string): void =>
    reader.finding(code, inside(place, key), `${place.where}: ${what}.`);
  if (!values.numbers.has('rate') && component.rate === undefined) {
    for (const key of ['average', 'growth'] as const)
      if (component[key] !== undefined)
        say('load-without-rate', key, `how many requests it sends at peak is not given, so its ${key} changes nothing`);
  }
  if (component.workers === undefined) {
    const first = OF_WORKERS.find((key) => component[key] !== undefined);
    if (first !== undefined)
      say('load-without-workers', first, 'it works on as many requests as come, so this changes nothing');
  }
  if (workers !== null && holds === 'own' && time.of === 'constant' && time.seconds === 0)
    say(
      'workers-without-time',
      'workers',
      'its own work takes no time, so none of its workers is ever busy. Write how long a request takes, such as 40 ms',
    );
}
