// Fits of the Universal Scalability Law.
import { fact } from './agreement.mjs';
import { evaluateDesigns } from './evaluate.mjs';

/** Where throughput peaks by the fitted parameters, in whole replicas: next to the fitted place, or nowhere for κ = 0. */
export function uslFits({ fits }) {
  const designs = evaluateDesigns(
    fits.map(({ name, alpha_sigma: sigma, beta_kappa: kappa }) => ({
      name,
      components: { app: { kind: 'service', scaling: { sigma, kappa } } },
    })),
  );
  const checks = fits.map(({ name, Nmax }, place) => {
    const peak = designs[place].components.app.scaling.peakReplicas;
    const agrees = Nmax < 0 ? peak === null : peak !== null && Math.abs(peak - Nmax) < 1;
    return fact(`the peak of ${name}`, agrees, `${peak}, not next to ${Nmax}`);
  });
  return { checks, rest: 'fitting measurements is not computed yet' };
}
