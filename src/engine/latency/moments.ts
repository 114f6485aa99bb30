import type { Chances, Enough } from './at-least.ts';
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
 * Moments of several measures: the chance of each to have come, and to come later, by its profile and its exact times.
 *
 * Model: independent parts; in each cell of the grid two moments that stand for all of it, or one in a staircase. Units:
 * seconds, masses; grid points from `low` to before `high`. Errors: none. Accuracy: that of the profiles. Cost: two readings
 * a cell and part. Source: H. A. David, H. N. Nagaraja, "Order statistics" (2003), chapter 2.
 *
 * @example new Moments([], atLeastOf(1, [1]), eventsOf([]), 0, 0).events.length // => 0
 */
export class Moments {
  readonly #profiles: readonly Profile[];
  readonly #enough: Enough;
  readonly #events: Events;
  readonly #low: number;
  readonly #each: number;
  /** Where the one moment is that is stood at; before it are those of the cells. */
  readonly #here: number;
  readonly #within: Chances;
  readonly #beyond: Chances;
  readonly #results: Float64Array;

  constructor(profiles: readonly Profile[], enough: Enough, events: Events, low: number, high: number) {
    this.#profiles = profiles;
    this.#enough = enough;
    this.#events = events;
    this.#low = low;
    this.#each = profiles[0]?.smooth === true ? 2 : 1;
    this.#here = this.#each * (high - low);
    this.#within = profiles.map(({ within }) => within);
    this.#beyond = profiles.map(({ beyond }) => beyond);
    this.#results = new Float64Array(this.#here + 1);
    for (const profile of profiles) profile.spread(low, high);
  }

  get events(): readonly number[] {
    return this.#events.seconds;
  }

  /** Takes the exact times into account, of which so many have passed by a point of the grid. */
  pass(passedBy: (point: number) => number): void {
    if (this.events.length === 0) return;
    for (let place = 0; place < this.#here; place++)
      this.#add(place, passedBy(this.#low + Math.floor(place / this.#each)));
  }

  #add(place: number, passed: number): void {
    const before = this.#events.before[passed]!;
    const after = this.#events.after[passed]!;
    for (let index = 0; index < this.#profiles.length; index++) {
      const within = this.#within[index]!;
      const beyond = this.#beyond[index]!;
      within[place] = before[index]! + within[place]!;
      beyond[place] = after[index]! + beyond[place]!;
    }
  }

  /** Stands at a time, with so many events passed. */
  stand(seconds: number, passed: number): void {
    const here = this.#here;
    for (let index = 0; index < this.#profiles.length; index++) {
      const profile = this.#profiles[index]!;
      const part = profile.find(seconds);
      this.#within[index]![here] = profile.withinAt(part);
      this.#beyond[index]![here] = profile.beyondAt(part);
    }
    this.#add(here, passed);
  }

  /** Where it stands: that enough have come, or that they come later. */
  read(tail: boolean): number {
    this.#read(tail, this.#here, this.#here + 1);
    return this.#results[this.#here]!;
  }

  /** The means of the same over the cells after some points of the grid. */
  readMeans(tail: boolean, from: number, end: number, means: Float64Array): void {
    const each = this.#each;
    const results = this.#results;
    const low = this.#low;
    this.#read(tail, each * (from - low), each * (end - low));
    for (let cell = from - low; cell < end - low; cell++)
      means[cell] = each === 1 ? results[cell]! : (results[2 * cell]! + results[2 * cell + 1]!) / 2;
  }

  #read(tail: boolean, from: number, end: number): void {
    if (tail) this.#enough.later(this.#within, this.#beyond, from, end, this.#results);
    else this.#enough.come(this.#within, from, end, this.#results);
  }
}
