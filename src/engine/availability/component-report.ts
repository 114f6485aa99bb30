import type { ComponentReport } from '../../model/report.ts';
import type { ResolvedComponent } from '../../model/resolved.ts';
import { availabilityFigures } from '../numeric/downtime.ts';
import { AUDIT_BETA, shared } from './audit.ts';
import { groupUnavailability, type Group } from './group.ts';
import { outageFigures } from './outages.ts';
import type { Own } from './own.ts';

/**
 * What the report says of one component's availability.
 *
 * Model: docs/availability-maths.md. Units: `group` as of `groupOf`; `own` is its own failure with its domains; `visit` the chance that one
 * visit fails, null where it was out of reach.
 * Errors: null passes through. Accuracy: relative error ≤ 1e-12. Cost: two binomial tails.
 * Source: docs/availability-maths.md, "Groups".
 *
 * @example componentReport(samples.checkout.designs[0].components[2], samples.checkout.designs[0].components[2], { unavailability: 0.000001, outages: [] }, null).own.unavailability // => 0.000001
 */
export function componentReport(
  component: ResolvedComponent,
  group: Group,
  own: Own,
  visit: number | null,
): Omit<ComponentReport, 'scaling' | 'latency' | 'load'> {
  const { replicas, needed } = component;
  return {
    own: availabilityFigures(own.unavailability),
    outages: outageFigures(own.unavailability, own.outages),
    withDependencies: visit === null ? null : availabilityFigures(visit),
    replicas,
    needed,
    ownIfShared: group.replicas > 1 ? availabilityFigures(groupUnavailability(shared(group, AUDIT_BETA))) : null,
  };
}
