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

/** The least likely taken as one, so that at most so many are left. */
function fewer(algebra: Algebra, variants: Variants, most: number): Variants {
  const { list } = variants;
  if (list.length <= most) return variants;
  const likeliest = [...list].sort((a, b) => b.weight - a.weight);
  const rest = likeliest.splice(most - 1);
  const weight = rest.reduce((sum, one) => sum + one.weight, 0);
  const response = oneOf(
    algebra,
    rest.map((one) => ({ ...one, weight: one.weight / weight })),
  );
  return { list: [...likeliest, { weight, response }], merged: true };
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
    const widest = fitting.reduce((best, { list }, at) => (list.length > fitting[best]!.list.length ? at : best), 0);
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
export function repeated(algebra: Algebra, variants: Variants, count: number, sequential: boolean): Variants {
  const { list, merged } = variants;
  if (count === 1) return variants;
  if (list.length === 1) return { ...single(alike(algebra, list[0]!.response, count, sequential)), merged };
  if (sequential) {
    const half = repeated(algebra, variants, count >> 1, true);
    const both = crossed(algebra, [half, half], ([first, second]) => inTurn(algebra, first!, second!));
    if (count % 2 === 0) return both;
    return crossed(algebra, [both, variants], ([first, second]) => inTurn(algebra, first!, second!));
  }
  if (multisets(count, list.length) > MOST_VARIANTS)
    return repeated(algebra, fewer(algebra, variants, list.length - 1), count, false);
  const made = splits(list, count).map(({ weight, counts }) => {
    const parts = counts.flatMap((times, at) =>
      times === 0 ? [] : [alike(algebra, list[at]!.response, times, false)],
    );
    return { weight, response: allOf(algebra, parts) };
  });
  return { list: made, merged };
}

/** How many ways there are to have so many visits take outcomes of these. */
function multisets(count: number, outcomes: number): number {
  let ways = 1;
  for (let other = 1; other < outcomes; other++) ways = (ways * (count + other)) / other;
  return ways;
}

/** How many of so many visits take each outcome, with the chance of that. */
function splits(list: readonly Variant[], count: number): { weight: number; counts: number[] }[] {
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
