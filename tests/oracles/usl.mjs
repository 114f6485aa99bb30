// Fits of the Universal Scalability Law.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { closeTo, fact } from './agreement.mjs';
import { evaluateDesigns, fitUsl } from './evaluate.mjs';

/** A search that stops where its squares stand still to their last digit leaves half as many digits of the parameters. */
const PARAMETER = { relative: 1e-6 };
const SQUARES = { relative: 1e-10 };

/** The least squares of "name.csv", or of the first six rows of it for "name_first6". */
function fitChecks({ name, n, alpha_sigma, beta_kappa, gamma_lambda, Nmax, R2, RSS }, folder) {
  const [head, ...rows] = readFileSync(join(folder, `${name.replace(/_first\d+$/, '')}.csv`), 'utf8')
    .trim()
    .split('\n');
  const { sigma, kappa, gamma, nMax, rSquared, residuals } = fitUsl([head, ...rows.slice(0, n)]);
  const squares = residuals.reduce((sum, each) => sum + each * each, 0);
  return [
    closeTo(`${name}, σ`, sigma, alpha_sigma, PARAMETER),
    closeTo(`${name}, κ`, kappa, beta_kappa, PARAMETER),
    closeTo(`${name}, γ`, gamma, gamma_lambda, PARAMETER),
    Nmax < 0
      ? fact(`${name}, N_max`, nMax === null, `${nMax}, where it never peaks`)
      : closeTo(`${name}, N_max`, nMax ?? Number.NaN, Nmax, PARAMETER),
    closeTo(`${name}, R²`, rSquared, R2, SQUARES),
    closeTo(`${name}, squared residuals`, squares, RSS, SQUARES),
  ];
}

/** Where throughput peaks by the fitted parameters, in whole replicas: next to the fitted place, or nowhere for κ = 0. */
function peakChecks(fits) {
  const designs = evaluateDesigns(
    fits.map(({ name, alpha_sigma: sigma, beta_kappa: kappa }) => ({
      name,
      components: { app: { kind: 'service', scaling: { sigma, kappa } } },
    })),
  );
  return fits.map(({ name, Nmax }, place) => {
    const peak = designs[place].components.app.scaling.peakReplicas;
    const agrees = Nmax < 0 ? peak === null : peak !== null && Math.abs(peak - Nmax) < 1;
    return fact(`the peak of ${name}`, agrees, `${peak}, not next to ${Nmax}`);
  });
}

/** The checks of `fits.json`, which names the files beside it. */
export function uslFits({ fits }, folder) {
  return { checks: [...fits.flatMap((fit) => fitChecks(fit, folder)), ...peakChecks(fits)] };
}
