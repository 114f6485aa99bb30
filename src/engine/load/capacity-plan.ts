import type { CapacityPlan, PlannedComponent } from '../../model/report-load.ts';
import type { ResolvedDesign } from '../../model/resolved.ts';
import { createDesignLatency } from '../latency/design-latency.ts';
import { busiestAmong } from './busiest.ts';
import { replicasCarrying } from './component-load.ts';
import { loadedStepwise } from './loaded.ts';
import { EVERYTHING_UP, type LoadedBy } from './loading.ts';
import { trafficOf } from './traffic.ts';

/** A hundred years. */
const MOST_MONTHS = 1200;
const SECONDS_PER_MONTH = 730 * 3600;
const MULTIPLES = [10, 100];

/** When a quantity that grows is at a mark: evenly in its logarithm within a month; null where it is not in a hundred years. */
function monthsUntil(at: (month: number) => number, mark: number): number | null {
  if (at(0) >= mark) return 0;
  if (!(at(MOST_MONTHS) >= mark)) return null;
  let [before, after] = [0, MOST_MONTHS];
  while (after - before > 1) {
    const middle = (before + after) >> 1;
    if (at(middle) >= mark) after = middle;
    else before = middle;
  }
  return before + Math.log(mark / at(before)) / Math.log(at(after) / at(before));
}

/** Full first at the head; of those that never are, and of those that are already, the busier one. */
const byTime = (one: PlannedComponent, other: PlannedComponent): number =>
  (one.monthsToTarget ?? MOST_MONTHS + 1) - (other.monthsToTarget ?? MOST_MONTHS + 1) ||
  other.utilisation[0]! / other.target - one.utilisation[0]! / one.target;

/**
 * Which component is full first, second, third, and when, as the clients grow; and what ten and a hundred times today's
 * load need.
 *
 * Model: each client's rate grows by its own share a month, compounding; the requests that one of it leads to stay as they are today,
 * waits and attempts among them, and so does what each holds a worker for. Units: months of 730 h; utilisation 1 is
 * saturation. Errors: null where it is not within a hundred years, or where no number of replicas is enough. Accuracy: rounding;
 * fractions of a month to the square of a month's growth where clients grow differently. Cost: that of `loadedStepwise`, and
 * one pass over the flows for each month that is looked at. Source: rule 12 of the scenario format.
 *
 * @example finished(capacityPlanOf(samples.checkout.designs[0], 12, { algebra: sampleAlgebra, visits: createLatencyCache() })).components // => []
 */
export function* capacityPlanOf(
  design: ResolvedDesign,
  months: number,
  by: LoadedBy,
): Generator<unknown, CapacityPlan> {
  const loaded = yield* loadedStepwise(design, EVERYTHING_UP, {}, by);
  const latency = createDesignLatency(loaded.design, by.algebra, by.visits);
  const { rates: today } = loaded;
  const { components } = loaded.design;
  const ratesWhere = (
    rateOf: (component: ResolvedDesign['components'][number]) => number | null,
  ): readonly number[] => {
    const changed = components.map((one) => ({ ...one, ratePerSecond: rateOf(one) }));
    return trafficOf({ ...loaded.design, components: changed }, latency, EVERYTHING_UP.down).rates;
  };
  const known = new Map<number, readonly number[]>();
  const inMonth = (month: number): readonly number[] => {
    const made =
      known.get(month) ??
      ratesWhere(({ ratePerSecond, growthPerMonth }) =>
        ratePerSecond === null ? null : ratePerSecond * (1 + growthPerMonth) ** month,
      );
    known.set(month, made);
    return made;
  };
  const average = components.some(({ averagePerSecond }) => averagePerSecond !== null)
    ? ratesWhere(({ ratePerSecond, averagePerSecond }) => averagePerSecond ?? ratePerSecond)
    : null;
  /** How many times today's requests come to a component. */
  const growthOf = (rates: readonly number[], place: number): number =>
    today[place]! > 0 ? rates[place]! / today[place]! : 0;
  const needed = (place: number, times: number): number | null =>
    replicasCarrying({ design, loaded, algebra: by.algebra }, place, times);
  const limited = components.flatMap((component, place) => {
    const busy = busiestAmong(loaded, new Set([place]));
    return busy === null ? [] : [{ ...component, ...busy }];
  });
  const end = Math.min(MOST_MONTHS, Math.max(0, Math.round(months)));
  const planned: PlannedComponent[] = [];
  for (const { id, place, utilisation, target, replicas, leadSeconds } of limited) {
    const busyIn = (rates: readonly number[]): number => {
      const times = growthOf(rates, place);
      return times === 0 ? 0 : utilisation * times;
    };
    const at = (month: number): number => busyIn(inMonth(month));
    const monthsToTarget = monthsUntil(at, target);
    const lead = (leadSeconds ?? 0) / SECONDS_PER_MONTH;
    planned.push({
      component: id,
      target,
      utilisation: Array.from({ length: end + 1 }, (_, month) => at(month)),
      averageUtilisation: average === null ? null : busyIn(average),
      monthsToTarget,
      monthsToSaturation: monthsUntil(at, 1),
      monthsToOrder: monthsToTarget === null ? null : Math.max(0, monthsToTarget - lead),
      replicas,
      replicasNeeded: needed(place, growthOf(inMonth(end), place)),
    });
    yield planned;
  }
  const order = planned.sort(byTime).map(({ component }) => limited.find(({ id }) => id === component)!);
  const multiples = MULTIPLES.map((times) => {
    const { rates } = trafficOf(loaded.design, latency, EVERYTHING_UP.down, times);
    return {
      times,
      components: order.map(({ id, place, utilisation }) => ({
        component: id,
        utilisation: utilisation * growthOf(rates, place),
        replicasNeeded: needed(place, growthOf(rates, place)),
      })),
    };
  });
  return { question: 'capacity-plan', components: planned, multiples };
}
