import { Heap } from '../graph/heap.ts';
import { likeliest, type Outcome } from '../graph/likeliest.ts';
import { anyOf } from '../numeric/any-of.ts';
import type { Down } from './design-latency.ts';

/** So many replicas up, with the chance of that. */
export interface Level {
  readonly up: number;
  readonly probability: number;
}

/** What can be down: domains, and components by themselves, all independent but for what a domain takes with it. */
export interface Outages {
  /** The chance of each domain. */
  readonly domains: readonly number[];
  /** The chance that the component at a place is down while these domains are; 1 where they take it. */
  readonly chance: (place: number, domains: ReadonlySet<number>) => number;
  /** How many replicas are up while it is not down and these domains are; one level where their number makes no difference. */
  readonly levels: (place: number, domains: ReadonlySet<number>) => readonly Level[];
  /** How many replicas these domains leave standing. */
  readonly standing: (place: number, domains: ReadonlySet<number>) => number;
}

/** How many replicas are up, by place, where not all are. */
export type Up = ReadonlyMap<number, number>;

/** The next state of what is down, and how likely. `down` is null for states in which no request gets past what is down. */
export interface OutageState {
  readonly down: Down | null;
  readonly up: Up;
  readonly probability: number;
}

/** The next state of a world (of which domains are down), or a world that is not opened yet: none of its states is likelier. */
type Waiting = { readonly probability: number } & (
  { readonly world: Outcome } | { readonly state: OutageState; readonly states: Generator<OutageState> }
);

const ALL: Up = new Map();
const NONE: ReadonlySet<number> = new Set();

/** Of things that happen or don't: those that happen. */
const happening = (taken: readonly (number | null)[]): number[] =>
  taken.flatMap((outcome, event) => (outcome === 1 ? [event] : []));

/**
 * The states of what is down, and of how many replicas are up where that makes a difference, the likeliest first, all of
 * them in the end.
 *
 * Model: rule 11 of the scenario format. What fails all requests by itself is taken out beforehand, and so is all that
 * comes to what fails them already. Units: `reached` are the places that matter; `fails` says whether no request gets
 * past what is down, and is monotone. Errors: none. Accuracy: the probabilities add up to 1 but for rounding.
 * Cost: one question of `fails` a state. Source: docs/latency-maths.md.
 *
 * @example [...statesOf({ domains: [], chance: () => 0.1, levels: () => [{ up: 1, probability: 1 }], standing: () => 1 }, [0, 1], ({ size }) => size > 1)].length // => 4
 */
export function* statesOf(
  { domains, chance, levels, standing }: Outages,
  reached: readonly number[],
  fails: (down: Down) => boolean,
): Generator<OutageState> {
  const takenBy = (happened: ReadonlySet<number>): number[] => reached.filter((place) => chance(place, happened) >= 1);
  const critical = new Set(reached.filter((place) => fails(new Set([place]))));
  const worlds = likeliest(
    domains.map((each) => [1 - each, each]),
    (taken) => fails(new Set(takenBy(new Set(happening(taken))))),
  );
  /** The states of the components while some domains are down. */
  function* within(happened: ReadonlySet<number>, probability: number): Generator<OutageState> {
    const spared = anyOf([...critical].map((place) => chance(place, happened)));
    // What fails all requests is not down any more; of everything else the last outcome is that it is.
    const open = reached.map((place) => {
      const down = critical.has(place) ? 0 : chance(place, happened);
      const up = down < 1 ? levels(place, happened) : [];
      return { place, up, chances: [...up.map((level) => level.probability * (1 - down)), down] };
    });
    const downBy = (taken: readonly (number | null)[]): Set<number> =>
      new Set(open.flatMap(({ place, up }, at) => (taken[at] === up.length ? [place] : [])));
    const upBy = (taken: readonly (number | null)[]): Up =>
      new Map(
        open.flatMap(({ place, up }, at): (readonly [number, number])[] => {
          const level = up[taken[at] ?? up.length];
          return level === undefined || level.up === standing(place, NONE) ? [] : [[place, level.up]];
        }),
      );
    const outcomes = likeliest(
      open.map(({ chances }) => chances),
      (taken) => fails(downBy(taken)),
    );
    for (const { taken, hopeless, probability: each } of outcomes) {
      const down = hopeless ? null : downBy(taken);
      yield { down, up: hopeless ? ALL : upBy(taken), probability: probability * (1 - spared) * each };
    }
    if (spared > 0) yield { down: null, up: ALL, probability: probability * spared };
  }

  const waiting = new Heap<Waiting>((a, b) => a.probability > b.probability);
  const waitForWorld = (): void => {
    const world = worlds.next();
    if (world.done !== true) waiting.push({ probability: world.value.probability, world: world.value });
  };
  const waitForState = (states: Generator<OutageState>): void => {
    const state = states.next();
    if (state.done !== true) waiting.push({ probability: state.value.probability, state: state.value, states });
  };
  waitForWorld();
  for (let first = waiting.pop(); first !== undefined; first = waiting.pop()) {
    if ('state' in first) {
      yield first.state;
      waitForState(first.states);
      continue;
    }
    const { taken, probability, hopeless } = first.world;
    if (hopeless) yield { down: null, up: ALL, probability };
    else waitForState(within(new Set(happening(taken)), probability));
    waitForWorld();
  }
}
