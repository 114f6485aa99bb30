import { binomialChance } from '../numeric/binomial-chance.ts';
import type { Algebra } from './algebra.ts';
import { allOf, alike, inTurn, oneOf, type Response } from './response.ts';

/** How a visit is answered for one outcome of all its branches. */
export interface Variant {
  readonly weight: number;
  readonly response: Response;
}

/** All outcomes; their weights add up to 1. `merged` says that some of them had to be taken together. */
export interface Variants {
  readonly list: readonly Variant[];
  readonly merged: boolean;
}

/** Outcomes of one visit that are told apart. */
export const MOST_VARIANTS = 64;

/** A chance of a good answer below this is rounding. */
const HOPE = 1e-12;

/** Outcomes less likely than this add nothing to any figure. */
const UNLIKELY = 1e-18;

/**
 * A visit whose branches are all fixed.
 *
 * Model: none. Units: none. Errors: none. Accuracy: exact. Cost: constant. Source: docs/latency-maths.md.
 *
 * @example single(failing(sampleAlgebra, false)).list.length // => 1
 */
export function single(response: Response): Variants {
  return { list: [{ weight: 1, response }], merged: false };
}

/**
 * The same with all outcomes taken as one.
 *
 * Model: a weighted sum; exact where nothing above tries again. Units: none. Errors: none. Accuracy: rounding.
 * Cost: one pass an outcome. Source: docs/latency-maths.md.
 *
 * @example together(sampleAlgebra, single(failing(sampleAlgebra, false))).list[0].weight // => 1
 */
export function together(algebra: Algebra, { list, merged }: Variants): Variants {
  return { list: [{ weight: 1, response: oneOf(algebra, list) }], merged };
}

/** Whether no attempt can be answered well: what it needs is down. */
const isHopeless = ({ response }: Variant): boolean => response.failure >= 1 - HOPE;

const mixesHope = (list: readonly Variant[]): boolean => list.some(isHopeless) && !list.every(isHopeless);

/** The least likely taken as one, so that at most so many are left; what an outage fails for good stays apart, if it can. */
function fewer(algebra: Algebra, variants: Variants, most: number): Variants {
  const { list } = variants;
  if (list.length <= most) return variants;
  const likeliest = [...list].sort((a, b) => b.weight - a.weight);
  const rest = likeliest.splice(most - 1);
  const apart = most > 1 && mixesHope(rest);
  if (apart) rest.push(likeliest.pop()!);
  const groups = apart ? [rest.filter(isHopeless), rest.filter((one) => !isHopeless(one))] : [rest];
  return { list: [...likeliest, ...groups.map((group) => asOne(algebra, group))], merged: true };
}

function asOne(algebra: Algebra, list: readonly Variant[]): Variant {
  const weight = list.reduce((sum, one) => sum + one.weight, 0);
  const response = oneOf(
    algebra,
    list.map((one) => ({ ...one, weight: one.weight / weight })),
  );
  return { weight, response };
}

/**
 * All combinations of the outcomes of independent parts.
 *
 * Model: independent branches. Where there would be too many, the least likely outcomes of the part with the most are
 * taken as one, which then draws anew at every attempt. Units: `combine` makes a response of one of each part.
 * Errors: none. Accuracy: exact up to `MOST_VARIANTS` combinations. Cost: one combination each.
 * Source: docs/latency-maths.md.
 *
 * @example crossed(sampleAlgebra, [single(failing(sampleAlgebra, true)), single(failing(sampleAlgebra, false))], ([first]) => first).list.length // => 1
 */
export function crossed(
  algebra: Algebra,
  parts: readonly Variants[],
  combine: (responses: readonly Response[]) => Response,
): Variants {
  const fitting = [...parts];
  for (;;) {
    const combinations = fitting.reduce((product, { list }) => product * list.length, 1);
    if (combinations <= MOST_VARIANTS) break;
    // Of equally many, first where good and hopeless outcomes need not be mixed.
    const room = fitting.map(({ list }) => list.length - (mixesHope(list) ? 0.5 : 0));
    const widest = room.indexOf(Math.max(...room));
    fitting[widest] = fewer(algebra, fitting[widest]!, fitting[widest]!.list.length - 1);
  }
  const rows = fitting.reduce<readonly { weight: number; responses: readonly Response[] }[]>(
    (rows, { list }) =>
      rows.flatMap(({ weight, responses }) =>
        list.map((one) => ({ weight: weight * one.weight, responses: [...responses, one.response] })),
      ),
    [{ weight: 1, responses: [] }],
  );
  return {
    list: rows.map(({ weight, responses }) => ({ weight, response: combine(responses) })),
    merged: fitting.some(({ merged }) => merged),
  };
}

/**
 * The same visit N times, each with branches of its own.
 *
 * Model: made together, only how many take each outcome matters (multinomial); one by one, their order does too.
 * Units: whole N ≥ 1. Errors: none. Accuracy: as `crossed`. Cost: one combination for each outcome.
 * Source: docs/latency-maths.md.
 *
 * @example repeated(sampleAlgebra, single(answering(sampleAlgebra, sampleAlgebra.at(1), 0.1)), 2, false).list[0].response.failure // => 0.19
 */
export function repeated(
  algebra: Algebra,
  variants: Variants,
  count: number,
  sequential: boolean,
  isCancelled = false,
): Variants {
  const { list, merged } = variants;
  if (count === 1) return variants;
  if (list.length === 1)
    return { ...single(alike(algebra, list[0]!.response, count, sequential, isCancelled)), merged };
  if (sequential) {
    const half = repeated(algebra, variants, count >> 1, true);
    const both = crossed(algebra, [half, half], ([first, second]) => inTurn(algebra, first!, second!));
    if (count % 2 === 0) return both;
    return crossed(algebra, [both, variants], ([first, second]) => inTurn(algebra, first!, second!));
  }
  if (list.length > 2 && multisets(count, list.length) > MOST_VARIANTS)
    return repeated(algebra, fewer(algebra, variants, list.length - 1), count, false, isCancelled);
  const likely = splits(list, count).filter(({ weight }) => weight > UNLIKELY);
  const told = likely.length <= MOST_VARIANTS ? likely : bundled(likely);
  const made = told.map(({ weight, counts }) => {
    const parts = counts.flatMap((times, at) =>
      times === 0 ? [] : [alike(algebra, list[at]!.response, times, false, isCancelled)],
    );
    return {
      weight,
      response: allOf(
        algebra,
        parts,
        parts.map(() => isCancelled),
      ),
    };
  });
  return { list: made, merged: merged || told !== likely };
}

/** How many ways there are to have so many visits take outcomes of these. */
function multisets(count: number, outcomes: number): number {
  let ways = 1;
  for (let other = 1; other < outcomes; other++) ways = (ways * (count + other)) / other;
  return ways;
}

interface Split {
  readonly weight: number;
  readonly counts: readonly number[];
}

/** Of two outcomes, neighbours taken as their mean; that all or none take the first stays by itself. */
function bundled(ways: readonly Split[]): Split[] {
  const width = Math.ceil((ways.length - 2) / (MOST_VARIANTS - 2));
  const runs = Array.from({ length: Math.ceil((ways.length - 2) / width) }, (_, run) => {
    const together = ways.slice(1 + run * width, Math.min(1 + (run + 1) * width, ways.length - 1));
    const weight = together.reduce((sum, way) => sum + way.weight, 0);
    const first = Math.round(together.reduce((sum, way) => sum + way.weight * way.counts[0]!, 0) / weight);
    const all = together[0]!.counts.reduce((sum, times) => sum + times, 0);
    return { weight, counts: [first, all - first] };
  });
  return [ways[0]!, ...runs, ways.at(-1)!];
}

/** How many of so many visits take each outcome, with the chance of that. */
function splits(list: readonly Variant[], count: number): Split[] {
  const [first, ...others] = list;
  if (others.length === 0) return [{ weight: 1, counts: [count] }];
  const rest = others.reduce((sum, { weight }) => sum + weight, 0);
  const scaled = others.map((one) => ({ ...one, weight: one.weight / rest }));
  return Array.from({ length: count + 1 }, (_, times) => {
    const chance = binomialChance(count, times, first!.weight);
    return splits(scaled, count - times).map(({ weight, counts }) => ({
      weight: weight * chance,
      counts: [times, ...counts],
    }));
  }).flat();
}
