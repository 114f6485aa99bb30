import { pathText, type Finding } from '../../model/issue.ts';
import type { JourneyReport } from '../../model/report.ts';
import type { ResolvedDesign } from '../../model/resolved.ts';

/**
 * What is worth knowing of a design's availability beside its numbers, in the order of its components.
 *
 * Model: none. Units: `index` is the design's place in the scenario, journeys by client id. Errors: none.
 * Accuracy: that of the journeys. Cost: linear. Source: docs/availability-maths.md, "Findings".
 *
 * @example availabilityFindings(samples.checkout.designs[0], 0, {}) // => []
 */
export function availabilityFindings(
  design: ResolvedDesign,
  index: number,
  journeys: Readonly<Record<string, JourneyReport>>,
): Finding[] {
  const findings: Finding[] = [];
  design.components.forEach((component, place) => {
    const { id, name } = component;
    const note = (code: string, message: string, at = id): void => {
      findings.push({ code, at: pathText(['designs', index, 'components', at]), message });
    };
    const journey = component.kind === 'client' ? journeys[id] : undefined;
    if (journey !== undefined) {
      const { binding, objective, unavailability } = journey;
      if (unavailability === null) {
        note(
          'availability/out-of-reach',
          `${name}: too much is shared between too many gates for an exact answer. Draw fewer parts, or split the journey.`,
        );
      } else if (unavailability === 0) {
        note(
          'availability/never-down',
          `${name}: nothing that its requests need is ever down, so there are no nines to count. Say how often its parts are up.`,
        );
      }
      if (objective?.met === false) note('availability/misses-objective', `${name} misses its availability objective.`);
      const held = design.components.find((one) => one.id === binding?.component);
      if (binding !== null && binding.share >= 0.5 && held !== undefined && held.replicas <= held.needed) {
        note(
          'availability/single-point',
          `${held.name} causes most of the downtime of ${name} and has no spare.`,
          held.id,
        );
      }
    }
    if (component.kind === 'gate') {
      const calls = design.calls.filter((call) => call.from === place);
      const callees = calls.reduce((sum, call) => sum + (component.mode === 'race' ? call.times : 1), 0);
      if (callees < component.needed) {
        note(
          'availability/gate-cannot-work',
          `${name} needs ${component.needed} of its callees to work but has ${callees}. Connect more, or lower what is needed.`,
        );
      }
    }
  });
  return findings;
}
