import type { Path } from '../../model/issue.ts';
import type { Explanation, ExplanationInput } from '../../model/report.ts';
import type { Evaluated } from './evaluated.ts';
import { groupChances, groupUnavailability, isPlain } from './group.ts';
import { tooFewLeft } from './replicas-left.ts';

/** Leads to a field of the component, or to that of a domain. */
export interface Fields {
  readonly ofComponent: (...keys: string[]) => Path;
  readonly ofDomain: (domain: string) => Path;
}

/**
 * How the unavailability of a component's own group came to be, with the domains that it stands in.
 *
 * Model: docs/availability-maths.md, "Groups" and "Failure domains". Units: `place` in the design; named with each number.
 * Errors: none. Accuracy: that of the figure. Cost: that of the group, and one more for each domain it is dealt over.
 * Source: the formulas named in the report's `FORMULAS`.
 *
 * @example explainOwn(finished(exactStepwise(samples.checkout.designs[0])), 2, { ofComponent: () => [], ofDomain: () => [] }).formula // => 'one-of-n'
 */
export function explainOwn(evaluated: Evaluated, place: number, fields: Fields): Explanation {
  const { structure, owns } = evaluated;
  const { common, cells } = structure.placements[place]!;
  const result = { value: owns[place]!.unavailability, unit: 'unavailability' } as const;
  if (cells.length > 0) return { formula: 'dealt', inputs: statesOf(evaluated, place, fields), result };
  const group = evaluated.groups[place]!;
  const { replicas, needed, unavailability, beta } = group;
  const input = (
    symbol: string,
    value: number,
    unit: ExplanationInput['unit'],
    ...keys: string[]
  ): ExplanationInput => {
    return { symbol, value, unit, path: fields.ofComponent(...keys) };
  };
  if (!isPlain({ ...group, beta: 0 }) || common.length > 0) {
    return { formula: 'causes', inputs: causesOf(evaluated, place, fields), result };
  }
  const q = input('q', unavailability, 'unavailability', 'up');
  if (replicas === 1) return { formula: 'single', inputs: [q], result };
  const n = input('n', replicas, 'count', 'replicas');
  if (beta === 0 && needed === 1) return { formula: 'one-of-n', inputs: [q, n], result };
  const k = input('k', needed, 'count', 'needed');
  if (beta === 0) return { formula: 'k-of-n', inputs: [q, n, k], result };
  return { formula: 'k-of-n-common-cause', inputs: [q, n, k, input('β', beta, 'probability', 'beta')], result };
}

/** All that takes a group down, one chance each; symbols say what. */
function causesOf({ structure, groups }: Evaluated, place: number, fields: Fields): ExplanationInput[] {
  const group = groups[place]!;
  const { planned, takeover, common, alone, uncovered } = groupChances(group);
  const replicas = tooFewLeft(group.replicas, group.needed, alone, uncovered);
  const found: [symbol: string, value: number, key: string][] = [
    ['replicas', replicas, 'up'],
    ['common', common, 'beta'],
    ['takeover', takeover, 'failover'],
    ['planned', planned, 'planned'],
  ];
  const own = found
    .filter(([, value]) => value > 0)
    .map(([symbol, value, key]): ExplanationInput => {
      return { symbol, value, unit: 'unavailability', path: fields.ofComponent(key) };
    });
  const domains = structure.placements[place]!.common.map((domain): ExplanationInput => {
    const { id, unavailability } = structure.domains[domain]!;
    return { symbol: 'domain', domain: id, value: unavailability, unit: 'unavailability', path: fields.ofDomain(id) };
  });
  return [...own, ...domains];
}

/** The chance that it is down with all its domains up, and with each of them down alone. */
function statesOf({ structure, groups }: Evaluated, place: number, fields: Fields): ExplanationInput[] {
  const { common, cells } = structure.placements[place]!;
  const group = groups[place]!;
  const down = (standing: number): number => groupUnavailability(group, standing);
  const all: ExplanationInput = {
    symbol: 'up',
    value: down(group.replicas),
    unit: 'unavailability',
    path: fields.ofComponent('up'),
  };
  const dealt = [...new Set(cells.flatMap(({ domains }) => domains))];
  const alone = [...common, ...dealt].map((domain): ExplanationInput => {
    const { id } = structure.domains[domain]!;
    const standing = common.includes(domain)
      ? 0
      : cells.reduce((sum, { domains, count }) => sum + (domains.includes(domain) ? 0 : count), 0);
    return {
      symbol: 'down',
      domain: id,
      value: standing === 0 ? 1 : down(standing),
      unit: 'unavailability',
      path: fields.ofDomain(id),
    };
  });
  return [all, ...alone];
}
