import type { Enough } from './at-least.ts';
import { SAME_TIME } from './atoms.ts';
import type { GridMeasure } from './grid-measure.ts';
import type { Profile } from './profile.ts';

/** The exact times of several measures together, and what each has before and after every one of them. */
export interface Events {
  readonly seconds: readonly number[];
  /** By event, then by measure: one row more than there are events. */
  readonly before: readonly Float64Array[];
  readonly after: readonly Float64Array[];
}

/**
 * The exact times of several measures taken together.
 *
 * Model: times closer than 1e-12 of themselves are the same. Units: seconds, masses. Errors: none. Accuracy: exact.
 * Cost: a sort. Source: none needed.
 *
 * @example eventsOf([NEVER, NEVER]).seconds.length // => 0
 */
export function eventsOf(measures: readonly GridMeasure[]): Events {
  const all = measures.flatMap(({ atoms }) => atoms.seconds).sort((one, other) => one - other);
  const seconds = all.filter((at, place) => place === 0 || at - all[place - 1]! > SAME_TIME * at);
  const masses = seconds.map(() => new Float64Array(measures.length));
  measures.forEach(({ atoms }, index) => {
    let event = 0;
    atoms.seconds.forEach((at, place) => {
      while (event + 1 < seconds.length && seconds[event + 1]! <= at * (1 + SAME_TIME)) event++;
      masses[event]![index]! += atoms.masses[place]!;
    });
  });
  const before = [new Float64Array(measures.length)];
  const after = [new Float64Array(measures.length)];
  for (const row of masses) before.push(before.at(-1)!.map((sum, index) => sum + row[index]!));
  for (const row of masses.toReversed()) after.push(after.at(-1)!.map((sum, index) => sum + row[index]!));
  return { seconds, before, after: after.toReversed() };
}

/**
 * One moment of several measures: the chance of each to have come, and to come later, by its profile and its exact times.
 *
 * Model: independent parts. Units: seconds, masses. Errors: none. Accuracy: that of the profiles. Cost: one reading a part.
 * Source: H. A. David, H. N. Nagaraja, "Order statistics" (2003), chapter 2.
 *
 * @example new Moment([], atLeastOf(1, [1]), eventsOf([])).events.length // => 0
 */
export class Moment {
  readonly profiles: readonly Profile[];
  readonly enough: Enough;
  readonly within: Float64Array;
  readonly beyond: Float64Array;
  readonly #deviations: Float64Array;
  readonly #events: Events;

  constructor(profiles: readonly Profile[], enough: Enough, events: Events) {
    this.profiles = profiles;
    this.enough = enough;
    this.#events = events;
    this.within = new Float64Array(profiles.length);
    this.beyond = new Float64Array(profiles.length);
    this.#deviations = new Float64Array(profiles.length);
  }

  get events(): readonly number[] {
    return this.#events.seconds;
  }

  /** Stands at a time, with so many events passed. */
  stand(seconds: number, passed: number): void {
    const before = this.#events.before[passed]!;
    const after = this.#events.after[passed]!;
    for (let index = 0; index < this.profiles.length; index++) {
      const profile = this.profiles[index]!;
      const part = profile.find(seconds);
      this.within[index] = before[index]! + profile.withinAt(part);
      this.beyond[index] = after[index]! + profile.beyondAt(part);
    }
  }

  /** Stands in the cell after a point of the grid: at its mean, or by two places where it rises or falls. */
  meanIn(point: number, passed: number, tail: boolean): number {
    const { profiles, within, beyond } = this;
    const deviations = this.#deviations;
    const before = this.#events.before[passed]!;
    const after = this.#events.after[passed]!;
    let steepest = 0;
    for (let index = 0; index < profiles.length; index++) {
      const profile = profiles[index]!;
      const cell = Math.min(profile.count, Math.max(0, point - profile.low + 1));
      const deviation = profile.deviation(cell);
      if (deviation > steepest) steepest = deviation;
      deviations[index] = 2 * deviation;
      within[index] = before[index]! + profile.below[cell]! + deviation;
      beyond[index] = after[index]! + profile.above[cell]! - deviation;
    }
    const one = this.read(tail);
    if (steepest === 0) return one;
    for (let index = 0; index < profiles.length; index++) {
      within[index] = within[index]! - deviations[index]!;
      beyond[index] = beyond[index]! + deviations[index]!;
    }
    return (one + this.read(tail)) / 2;
  }

  /** That enough have come, or that they come later. */
  read(tail: boolean): number {
    return tail ? this.enough.later(this.within, this.beyond) : this.enough.come(this.within);
  }
}
