import { linesOf } from './component-load.ts';
import type { Loaded } from './loading.ts';

/** A component by its place, and how busy its workers are. */
export interface Busy {
  readonly place: number;
  readonly utilisation: number;
}

/**
 * Which of some components is the busiest; null where none has limited workers.
 *
 * Model: by the workers that all callers share, or by those that are kept for one, whichever are busier. Units: utilisation is
 * above 1 where more comes than can be done. Errors: none. Accuracy: exact. Cost: linear. Source: rule 12 of the scenario format.
 *
 * @example busiestAmong({ design: samples.checkout.designs[0], rates: [], calls: {}, lines: [], pools: {}, settled: true }, new Set([1])) // => null
 */
export function busiestAmong(loaded: Loaded, of: ReadonlySet<number>): Busy | null {
  let busiest: Busy | null = null;
  for (const place of of)
    for (const { utilisation } of linesOf(loaded.design, loaded, place))
      if (utilisation >= (busiest?.utilisation ?? 0)) busiest = { place, utilisation };
  return busiest;
}
