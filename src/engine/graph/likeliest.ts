import { Heap } from './heap.ts';

/** One outcome of independent events; of a hopeless one, with it all outcomes in which more of the later events happen. */
export interface Outcome {
  /** Places of the events that happen. */
  readonly happened: readonly number[];
  readonly probability: number;
  readonly hopeless: boolean;
}

interface Node {
  /** Ranks of the events that do not go their likelier way, ascending; all that follow the last one do. */
  readonly turned: readonly number[];
  readonly probability: number;
}

/**
 * The outcomes of independent events, the likeliest first, all of them in the end.
 *
 * Model: independent events. `hopeless` says of a set of events that nothing is to be hoped for once these happen,
 * whatever else happens: such outcomes come together, with the probability of all. Units: chances in [0, 1]; the
 * probabilities add up to 1. Errors: none. Accuracy: rounding. Cost: log n steps an outcome.
 * Source: E. L. Lawler, "A procedure for computing the k best solutions" (1972).
 *
 * @example [...likeliest([0.1, 0.25], () => false)].map(({ happened }) => happened.length) // => [0, 1, 1, 2]
 */
export function* likeliest(
  chances: readonly number[],
  hopeless: (happened: readonly number[]) => boolean,
): Generator<Outcome> {
  const certain = chances.flatMap((chance, place) => (chance >= 1 ? [place] : []));
  const odds = chances.map((chance) => Math.min(chance, 1 - chance) / Math.max(chance, 1 - chance));
  const open = chances.flatMap((chance, place) => (chance > 0 && chance < 1 ? [place] : []));
  open.sort((a, b) => odds[b]! - odds[a]! || a - b);
  // By rank: the probability that all events from there on go their likelier way.
  const rest = new Float64Array(open.length + 1).fill(1);
  for (let rank = open.length - 1; rank >= 0; rank--) {
    const chance = chances[open[rank]!]!;
    rest[rank] = rest[rank + 1]! * Math.max(chance, 1 - chance);
  }
  /** What happens among the first events, for certain events too. */
  const happening = ({ turned }: Node, ranks: number): number[] => [
    ...certain,
    ...open.filter((place, rank) => rank < ranks && chances[place]! > 0.5 !== turned.includes(rank)),
  ];
  const waiting = new Heap<Node>((a, b) => a.probability > b.probability);
  const turn = (turned: readonly number[], rank: number, probability: number): void => {
    if (rank < open.length) waiting.push({ turned: [...turned, rank], probability: probability * odds[open[rank]!]! });
  };
  waiting.push({ turned: [], probability: rest[0]! });
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const { turned, probability } = node;
    const last = turned.at(-1) ?? -1;
    if (last >= 0) turn(turned.slice(0, -1), last + 1, probability / odds[open[last]!]!);
    const decided = happening(node, last + 1);
    if (hopeless(decided)) {
      yield { happened: decided, probability: probability / rest[last + 1]!, hopeless: true };
      continue;
    }
    yield { happened: happening(node, open.length), probability, hopeless: false };
    turn(turned, last + 1, probability);
  }
}
