import type { ResolvedComponent, ResolvedDomain } from '../../model/resolved.ts';

/** Replicas that stand in the same domains, beyond those that all replicas of the group stand in. */
export interface Cell {
  readonly domains: readonly number[];
  readonly count: number;
}

/** Where the replicas of a group stand. */
export interface Placement {
  /** The domains that every replica stands in, directly or through others: each of them takes the whole group. */
  readonly common: readonly number[];
  /** Empty where all replicas stand alike. */
  readonly cells: readonly Cell[];
}

const EVERYWHERE: Placement = { common: [], cells: [] };

/**
 * The domains that a domain stands in, itself included, by domain.
 *
 * Model: what stands in something fails with it. Units: places of domains, ascending. Domain: parents without rings.
 * Errors: none. Accuracy: exact. Cost: what each stands in. Source: rule 9 of the scenario format.
 *
 * @example domainsAbove([{ parents: [] }, { parents: [0] }]) // => [[0], [0, 1]]
 */
export function domainsAbove(domains: readonly Pick<ResolvedDomain, 'parents'>[]): number[][] {
  return domains.map((_, place) => {
    const seen = new Set([place]);
    for (const at of seen) for (const parent of domains[at]!.parents) seen.add(parent);
    return [...seen].sort((a, b) => a - b);
  });
}

/**
 * Where the replicas of a group stand: replica i stands in the (i mod length)-th domain of each kind, and is up only
 * while all of those are, and all that they stand in.
 *
 * Model: rule 9 of the scenario format. Units: `above` as of `domainsAbove`; counts are replicas. Domain: as resolved.
 * Errors: none. Accuracy: exact. Cost: one step for each combination of domains that is dealt.
 * Source: docs/availability-maths.md, "Failure domains".
 *
 * @example placementOf({ kind: 'service', replicas: 3, placement: [[0, 1]] }, [[0], [1]]).cells // => [{ domains: [0], count: 2 }, { domains: [1], count: 1 }]
 */
export function placementOf(
  component: Pick<ResolvedComponent, 'kind' | 'replicas' | 'placement'>,
  above: readonly (readonly number[])[],
): Placement {
  const { kind, replicas, placement } = component;
  if (placement.length === 0 || kind === 'client') return EVERYWHERE;
  const period = placement.reduce((all, list) => leastCommonMultiple(all, list.length), 1);
  const cells = new Map<string, { domains: number[]; count: number }>();
  for (let replica = 0; replica < Math.min(period, replicas); replica++) {
    const stands = new Set(placement.flatMap((list) => above[list[replica % list.length]!]!));
    const domains = [...stands].sort((a, b) => a - b);
    const count = 1 + Math.floor((replicas - 1 - replica) / period);
    const known = cells.get(domains.join());
    if (known === undefined) cells.set(domains.join(), { domains, count });
    else known.count += count;
  }
  const [first, ...others] = cells.values();
  const common = first!.domains.filter((domain) => others.every(({ domains }) => domains.includes(domain)));
  if (others.length === 0) return { common, cells: [] };
  return {
    common,
    cells: [...cells.values()].map(({ domains, count }) => {
      return { domains: domains.filter((domain) => !common.includes(domain)), count };
    }),
  };
}

/**
 * How many replicas stand in some of a group's cells.
 *
 * Model: none. Units: `mask` has a bit for each cell; replicas. Errors: none. Accuracy: exact. Cost: one step a cell.
 * Source: docs/availability-maths.md, "Failure domains".
 *
 * @example cellsStanding({ cells: [{ domains: [0], count: 2 }, { domains: [1], count: 1 }] }, 2) // => 1
 */
export function cellsStanding({ cells }: Pick<Placement, 'cells'>, mask: number): number {
  return cells.reduce((sum, { count }, cell) => sum + (((mask >> cell) & 1) === 1 ? count : 0), 0);
}

function leastCommonMultiple(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  return (a / x) * b;
}
