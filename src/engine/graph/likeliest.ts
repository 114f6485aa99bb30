import { Heap } from './heap.ts';

/** The chances of the outcomes of one thing; they add up to 1. */
export type Chances = readonly number[];

/** One outcome of several independent things; of a hopeless one, with it all that differ only in things that are left open. */
export interface Outcome {
  /** By thing: which of its outcomes comes; null where a hopeless outcome leaves it open. */
  readonly taken: readonly (number | null)[];
  readonly probability: number;
  readonly hopeless: boolean;
}

/** A thing whose outcome is not certain. */
interface Open {
  readonly thing: number;
  /** Its outcomes, the likeliest first, without those that never come. */
  readonly order: readonly number[];
}

/** By rank of what is open: which of its outcomes comes, 0 being its likeliest; all that follow the last one take theirs. */
interface Node {
  readonly steps: readonly number[];
  readonly probability: number;
}

/**
 * The outcomes of independent things, the likeliest first, all of them in the end.
 *
 * Model: independent things. `hopeless` is asked with what is taken so far, null for what is open, and says whether
 * nothing is to be hoped for whatever else comes: such outcomes come together, with the probability of all. Units:
 * chances in [0, 1]; the probabilities add up to 1. Errors: none. Accuracy: rounding. Cost: log n steps an outcome.
 * Source: E. L. Lawler, "A procedure for computing the k best solutions" (1972).
 *
 * @example [...likeliest([[0.9, 0.1], [0.75, 0.25]], () => false)].map(({ taken }) => taken.join('')) // => ['00', '01', '10', '11']
 */
export function* likeliest(
  chances: readonly Chances[],
  hopeless: (taken: readonly (number | null)[]) => boolean,
): Generator<Outcome> {
  const orders = chances.map((list) =>
    list.flatMap((chance, outcome) => (chance > 0 ? [outcome] : [])).sort((a, b) => list[b]! - list[a]! || a - b),
  );
  /** The chance of an outcome of a thing over that of its likeliest. */
  const odds = ({ thing, order }: Open, step: number): number =>
    chances[thing]![order[step]!]! / chances[thing]![order[0]!]!;
  const open = orders.flatMap((order, thing): Open[] => (order.length > 1 ? [{ thing, order }] : []));
  open.sort((a, b) => odds(b, 1) - odds(a, 1) || a.thing - b.thing);
  // By rank: the probability that everything from there on takes its likeliest.
  const rest = new Float64Array(open.length + 1).fill(1);
  for (let rank = open.length - 1; rank >= 0; rank--) {
    const { thing, order } = open[rank]!;
    rest[rank] = rest[rank + 1]! * chances[thing]![order[0]!]!;
  }
  const certain = orders.map((order) => (order.length > 1 ? null : order[0]!));
  /** What the first so many take, and what is certain. */
  const taking = ({ steps }: Node, ranks: number): (number | null)[] => {
    const taken = [...certain];
    for (let rank = 0; rank < ranks; rank++) taken[open[rank]!.thing] = open[rank]!.order[steps[rank] ?? 0]!;
    return taken;
  };
  const waiting = new Heap<Node>((a, b) => a.probability > b.probability);
  /** The same but for the outcome at one rank, after which all take their likeliest. */
  const push = ({ steps, probability }: Node, rank: number, step: number): void => {
    const at = open[rank];
    if (at === undefined || step >= at.order.length) return;
    const before = Array.from({ length: rank }, (_, each) => steps[each] ?? 0);
    waiting.push({ steps: [...before, step], probability: probability * odds(at, step) });
  };
  waiting.push({ steps: [], probability: rest[0]! });
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const { steps, probability } = node;
    const last = steps.length - 1;
    if (last >= 0) {
      const without = { steps: steps.slice(0, last), probability: probability / odds(open[last]!, steps[last]!) };
      push(without, last, steps[last]! + 1);
      if (steps[last] === 1) push(without, last + 1, 1);
    }
    const decided = taking(node, last + 1);
    if (hopeless(decided)) {
      yield { taken: decided, probability: probability / rest[last + 1]!, hopeless: true };
      continue;
    }
    yield { taken: taking(node, open.length), probability, hopeless: false };
    push(node, last + 1, 1);
  }
}
