import type { DomainReport } from '../../model/report.ts';
import { availabilityFigures } from '../numeric/downtime.ts';
import { outageFigures } from './outages.ts';
import { ownInSeries } from './own.ts';
import { domainsAbove } from './placement.ts';
import type { Structure } from './structure.ts';

/**
 * What the report says of every domain: it is up while it and all that it stands in are.
 *
 * Model: docs/availability-maths.md, "Failure domains". Units: by domain id. Errors: none.
 * Accuracy: relative error ≤ 1e-12. Cost: what each stands in. Source: rule 9 of the scenario format.
 *
 * @example domainReports(structureOf(samples.checkout.designs[0])) // => {}
 */
export function domainReports(structure: Structure): Record<string, DomainReport> {
  const above = domainsAbove(structure.domains);
  return Object.fromEntries(
    structure.domains.map(({ id }, place) => {
      const { unavailability, outages } = ownInSeries(
        structure,
        [],
        above[place]!.map((domain) => ({ domain })),
      );
      return [id, { own: availabilityFigures(unavailability), outages: outageFigures(unavailability, outages) }];
    }),
  );
}
