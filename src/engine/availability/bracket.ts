import { anySet, type Between } from '../graph/any-set.ts';
import { CutFamilies } from '../graph/cut-families.ts';
import { Diagram, ONE, ZERO } from '../graph/diagram.ts';
import { anyOf } from '../numeric/any-of.ts';
import { branchChance, countValues } from './branch.ts';
import { builtIn } from './build.ts';
import { Builder } from './builder.ts';
import { cutVariables, type CutVariables } from './cut-variables.ts';
import { nodeChances, rootUnavailability } from './evaluate.ts';
import type { Group } from './group.ts';
import { ordersOf, type Order } from './orders.ts';
import { independentParts, planOf } from './plan.ts';
import type { Structure } from './structure.ts';

/** The truth lies between the two. */
export interface Bracketed extends Between {
  /** All states with no more failures than these are counted. */
  readonly failures: number;
}

/** Nodes that one diagram may take. */
const ROOM = 500_000;
/** Failures at once that are followed at most. */
const MOST_FAILURES = 10;
/** A method whose brackets narrow to less than this with one more failure is left alone. */
const QUICK = 0.2;
/** One that narrows no further than to this with one more failure is given up, once it has had its chance. */
const SLOW = 0.9;
const PATIENCE = 2;
/** Relative width below which nothing is gained by going on. */
const NARROW = 1e-6;

/**
 * Two numbers that hold the unavailability of a journey between them, closer with each step; all states with one failure
 * are counted first, then those with two at once, and so on.
 *
 * Model: as the structure, over the variables of the cut sets. Two methods, each rigorous by itself: the minimal cut
 * sets of few failures, with a bound on what they leave out (`CutFamilies`), which is close where failures are rare;
 * and decision diagrams that stop after few failures (`Diagram` with a cut), which is close where parts of the drawing
 * forget each other. Units: `groups` by component, `client` by place; unavailabilities. Yields null while it works, and
 * each bracket as it comes; returns the last. Errors: null where neither method applies. Accuracy: the truth is between
 * the two but for rounding, 1e-13. Cost: bounded by the room, about a second. Source: A. Rauzy (2001) on truncation; J.
 * D. Esary, F. Proschan, "Coherent structures of non-identical components" (1963), on cut bounds.
 *
 * @example finished(bracketStepwise(structureOf(samples.checkout.designs[0]), samples.checkout.designs[0].components, 0)).high // => 0.0005029985
 */
export function* bracketStepwise(
  structure: Structure,
  groups: readonly Group[],
  client: number,
): Generator<Bracketed | null, Bracketed | null> {
  const order = ordersOf(structure, client)[1]!();
  const own = cutVariables(structure, groups);
  let best = null as Bracketed | null;
  const methods = { bySets: true, byDiagrams: true };
  for (let failures = 1; failures <= MOST_FAILURES && (methods.bySets || methods.byDiagrams); failures++) {
    const asked = { structure, order, own, client };
    const before = best;
    for (const method of ['bySets', 'byDiagrams'] as const) {
      // Where the one method closes in quickly, the other would only take time.
      const quickly =
        method === 'byDiagrams' && methods.bySets && (before === null || width(best) < QUICK * width(before));
      if (!methods[method] || quickly) continue;
      const found: Between | null = yield* METHODS[method](asked, failures);
      if (found === null) {
        methods[method] = false;
        continue;
      }
      const last = width(best);
      const low = Math.max(best?.low ?? 0, found.low);
      best = { failures, low, high: Math.max(low, Math.min(best?.high ?? 1, found.high)) };
      yield best;
      if (width(best) <= NARROW * best.low) return best;
      if (failures > PATIENCE && width(best) > SLOW * last) methods[method] = false;
    }
  }
  return best;
}

const METHODS = { bySets: byCutSets, byDiagrams: byFewFailures };

const width = (bracket: Between | null): number => (bracket === null ? 1 : bracket.high - bracket.low);

interface Asked {
  readonly structure: Structure;
  readonly order: Order;
  readonly own: CutVariables;
  readonly client: number;
}

/** The chance of each variable of a builder. */
function chancesOf({ structure, own }: Asked, builderOf: () => Builder): (variable: number) => number {
  const known: number[] = [];
  let values: number[] = [];
  const chance = (variable: number): number => {
    const { whole, counts } = builderOf();
    const what = whole.variables[variable]!;
    if (!('of' in what)) return own.of(variable, whole).drawn;
    if (values.length < counts.length) values = countValues(structure, counts);
    return branchChance(structure, what, values);
  };
  return (variable) => (known[variable] ??= chance(variable));
}

function* byCutSets(asked: Asked, failures: number): Generator<null, Between | null> {
  const { structure, order, own, client } = asked;
  const chanceOf = chancesOf(asked, () => builder);
  const costOf = (variable: number): 0 | 1 => ('of' in builder.whole.variables[variable]! ? 0 : 1);
  const heldAt = (variable: number): 0 | 1 | null => {
    const chance = chanceOf(variable);
    return chance >= 1 ? 1 : chance > 0 ? null : 0;
  };
  const cuts = new CutFamilies(ROOM, { failures, costOf, chanceOf, heldAt });
  const builder: Builder = new Builder(structure, cuts, order.asked, own.own);
  const built = yield* quietly(builtIn(order.places, cuts, builder));
  // Functions of numbers have no smallest sets.
  if (builder.usesNumbers) return null;
  const parts = independentParts(cuts, builder, built.failures.get(client)!);
  if (parts === null) return null;
  const series = [...parts.series].map(chanceOf);
  const found = parts.diagrams.map((root) => anySet(cuts, root, costOf, chanceOf));
  const low = anyOf([...series, ...found.map((one) => one.low)]);
  const high = anyOf([...series, ...found.map((one) => one.high)]);
  return { low, high: Math.min(1, high + cuts.lost) };
}

function* byFewFailures(asked: Asked, failures: number): Generator<null, Between | null> {
  const { structure, order, own, client } = asked;
  const { components, fractional } = structure;
  // A gate that balances does better with a callee down than with one that errs: what is cut may lie on either side.
  if (order.places.some((place) => components[place]!.mode === 'balance' && fractional[place] === true)) return null;
  const ends: number[] = [];
  for (const end of [ZERO, ONE] as const) {
    const chanceOf = chancesOf(asked, () => builder);
    const counts = (variable: number): boolean =>
      !('of' in builder.whole.variables[variable]!) && chanceOf(variable) < 1;
    const diagram = new Diagram(ROOM, { failures, end, counts });
    const builder: Builder = new Builder(structure, diagram, order.asked, own.own);
    const built = yield* quietly(builtIn(order.places, diagram, builder));
    const plan = planOf(diagram, builder, new Map([[client, built.failures.get(client)!]]));
    const root = plan.roots.get(client);
    if (!root) return null;
    const chances = plan.variables.map((_, variable) => chanceOf(variable));
    ends.push(rootUnavailability(root, chances, nodeChances(plan, chances)));
  }
  return { low: ends[0]!, high: ends[1]! };
}

/** Steps whose progress nobody needs to know. */
function* quietly<Result>(steps: Generator<unknown, Result>): Generator<null, Result> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield null;
  }
}
