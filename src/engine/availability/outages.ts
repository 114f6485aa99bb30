import type { OutageFigures } from '../../model/report.ts';
import type { ResolvedDomain } from '../../model/resolved.ts';
import { SECONDS_PER_YEAR } from '../numeric/downtime.ts';
import { standingOf } from './evaluate.ts';
import { groupFrequency, type Group } from './group.ts';
import type { Structure } from './structure.ts';
import type { OwnVariable } from './whole.ts';

/**
 * How often a second a failure comes: of a domain w = q/mttr, of a group as `groupFrequency`; null where that is not known,
 * 0 where it never does.
 *
 * Model: as `groupFrequency`. Units: per second. Errors: null. Accuracy: relative error ≤ 1e-11.
 * Cost: that of `groupFrequency`. Source: W. E. Vesely (1970).
 *
 * @example ownFrequency(structureOf(samples.checkout.designs[0]), samples.checkout.designs[0].components, { component: 4 }) // => null
 */
export function ownFrequency(structure: Structure, groups: readonly Group[], variable: OwnVariable): number | null {
  if ('domain' in variable) return domainFrequency(structure.domains[variable.domain]!);
  return groupFrequency(groups[variable.component]!, standingOf(structure, variable));
}

/**
 * How often a second a domain fails: q/mttr; one that is never up does so no more.
 *
 * Model: it alternates between up and down. Units: per second. Errors: null where no time to repair is given.
 * Accuracy: exact. Cost: constant. Source: W. E. Vesely (1970).
 *
 * @example domainFrequency({ unavailability: 0.001, mttrSeconds: 100 }) // => 0.00001
 */
export function domainFrequency(domain: Pick<ResolvedDomain, 'unavailability' | 'mttrSeconds'>): number | null {
  const { unavailability, mttrSeconds } = domain;
  if (unavailability === 0 || unavailability === 1) return 0;
  return mttrSeconds === null || mttrSeconds === 0 ? null : unavailability / mttrSeconds;
}

/** How often a failure alone brings an outage, and whose failure it is. */
export interface Outages {
  readonly id: string;
  /** A second; null where it is not known how long its failures last. */
  readonly perSecond: number | null;
}

/**
 * Outages a year and their mean length, u/ν, from the frequencies of all failures that bring one.
 *
 * Model: ν = Σ B · w over independent failures that come and go. Units: per year of 8,760 h, seconds. `unknown` are ids, in
 * the order of the failures. Errors: null where a frequency is not known; the mean length of none is null too. An outage
 * without end has neither: both are null, and nothing is unknown.
 * Accuracy: that of the frequencies. Cost: linear. Source: W. E. Vesely (1970); A. Birolini, "Reliability Engineering" (2017).
 *
 * @example outageFigures(0.001, [{ id: 'a', perSecond: 1 / 3.1536e7 }]).meanSeconds // => 31536
 */
export function outageFigures(unavailability: number, brought: readonly Outages[]): OutageFigures {
  if (unavailability >= 1) return { perYear: null, meanSeconds: null, unknown: [] };
  const unknown = new Set<string>();
  let perSecond = 0;
  for (const one of brought) {
    if (one.perSecond === null) unknown.add(one.id);
    else perSecond += one.perSecond;
  }
  if (unknown.size > 0) return { perYear: null, meanSeconds: null, unknown: [...unknown] };
  return {
    perYear: perSecond * SECONDS_PER_YEAR,
    meanSeconds: perSecond > 0 ? unavailability / perSecond : null,
    unknown: [],
  };
}
