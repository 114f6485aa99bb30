import { Heap } from '../graph/heap.ts';
import { likeliest, type Outcome } from '../graph/likeliest.ts';
import { anyOf } from '../numeric/any-of.ts';
import type { Down } from './design-latency.ts';

/** What can be down: domains, and components by themselves, all independent but for what a domain takes with it. */
export interface Outages {
  /** The chance of each domain. */
  readonly domains: readonly number[];
  /** The chance that the component at a place is down while these domains are; 1 where they take it. */
  readonly chance: (place: number, domains: ReadonlySet<number>) => number;
}

/** What is down, and how likely. Null stands for states in which no request gets past what is down. */
export interface OutageState {
  readonly down: Down | null;
  readonly probability: number;
}

/** The next state of a world (of which domains are down), or a world that is not opened yet: none of its states is likelier. */
type Waiting = { readonly probability: number } & (
  { readonly world: Outcome } | { readonly state: OutageState; readonly states: Generator<OutageState> }
);

/**
 * The states of what is down, the likeliest first, all of them in the end.
 *
 * Model: rule 11 of the scenario format. What fails all requests by itself is taken out beforehand, and so is all that
 * comes to what fails them already. Units: `reached` are the places that matter; `fails` says whether no request gets
 * past what is down, and is monotone. Errors: none. Accuracy: the probabilities add up to 1 but for rounding.
 * Cost: one question of `fails` a state. Source: docs/latency-maths.md.
 *
 * @example [...statesOf({ domains: [], chance: () => 0.1 }, [0, 1], ({ size }) => size > 1)].length // => 4
 */
export function* statesOf(
  { domains, chance }: Outages,
  reached: readonly number[],
  fails: (down: Down) => boolean,
): Generator<OutageState> {
  const takenBy = (happened: ReadonlySet<number>): number[] => reached.filter((place) => chance(place, happened) >= 1);
  const critical = reached.filter((place) => fails(new Set([place])));
  const others = reached.filter((place) => !critical.includes(place));
  const worlds = likeliest(domains, (happened) => fails(new Set(takenBy(new Set(happened)))));
  /** The states of the components while some domains are down. */
  function* within(happened: ReadonlySet<number>, probability: number): Generator<OutageState> {
    const spared = anyOf(critical.map((place) => chance(place, happened)));
    const open = others.map((place) => chance(place, happened));
    const placesOf = (outcome: readonly number[]): Set<number> => new Set(outcome.map((index) => others[index]!));
    for (const outcome of likeliest(open, (down) => fails(placesOf(down)))) {
      const down = outcome.hopeless ? null : placesOf(outcome.happened);
      yield { down, probability: probability * (1 - spared) * outcome.probability };
    }
    if (spared > 0) yield { down: null, probability: probability * spared };
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
    const { happened, probability, hopeless } = first.world;
    if (hopeless) yield { down: null, probability };
    else waitForState(within(new Set(happened), probability));
    waitForWorld();
  }
}
