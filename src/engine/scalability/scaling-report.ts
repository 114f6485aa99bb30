import type { ScalingReport } from '../../model/report.ts';
import type { ResolvedComponent } from '../../model/resolved.ts';
import { amdahlSpeedup } from './amdahl.ts';
import { uslPeakReplicas, uslSpeedup } from './usl.ts';

/**
 * How a group scales; null where neither σ nor κ is written.
 *
 * Model: the Universal Scalability Law. Units: capacity in units of one replica's. Errors: null. Accuracy: about 4e-16.
 * Cost: constant. Source: N. J. Gunther (1993).
 *
 * @example scalingReport({ scales: true, replicas: 10, sigma: 0.05, kappa: 0 }).speedup // => 6.8965517241379315
 */
export function scalingReport(
  component: Pick<ResolvedComponent, 'scales' | 'replicas' | 'sigma' | 'kappa'>,
): ScalingReport | null {
  const { replicas, sigma, kappa } = component;
  if (!component.scales) return null;
  const speedup = uslSpeedup(replicas, sigma, kappa);
  return {
    sigma,
    kappa,
    peakReplicas: uslPeakReplicas(sigma, kappa),
    speedup,
    linear: replicas,
    amdahl: amdahlSpeedup(replicas, sigma),
    gainOfOneMore: uslSpeedup(replicas + 1, sigma, kappa) - speedup,
  };
}
