import { pathText, type Finding } from '../../model/issue.ts';
import type { ResolvedDesign } from '../../model/resolved.ts';
import { scalingReport } from './scaling-report.ts';

/**
 * Groups that are past the peak of their throughput, in the order of the design.
 *
 * Model: the Universal Scalability Law. Units: `index` is the design's place in the scenario. Errors: none.
 * Accuracy: exact. Cost: linear. Source: N. J. Gunther (1993).
 *
 * @example scalingFindings(samples.checkout.designs[0], 0) // => []
 */
export function scalingFindings(design: ResolvedDesign, index: number): Finding[] {
  return design.components.flatMap((component) => {
    const peak = scalingReport(component)?.peakReplicas ?? null;
    if (peak === null || component.replicas <= peak) return [];
    const message = `${component.name} is past its peak: ${peak} replicas carry more than ${component.replicas}. Use fewer.`;
    return [
      { code: 'scaling/slower-when-grown', at: pathText(['designs', index, 'components', component.id]), message },
    ];
  });
}
