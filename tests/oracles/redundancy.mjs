// Series of subsystems, each of redundant parts of several types, with the reliability of the best choice.
import { complement, figure } from './agreement.mjs';
import { diagramDesign, evaluateDesigns } from './evaluate.mjs';

/** The reliability of the designs that the file lists, "333,11,…": one group of part types for each subsystem. */
export function redundancyAllocation({ subsystems, optima }) {
  const designs = evaluateDesigns(
    optima.map(({ solution }, place) => {
      const parts = solution
        .split(',')
        .map((types, subsystem) => ['any', ...[...types].map((type) => subsystems[subsystem][type - 1].reliability)]);
      return diagramDesign(`${place + 1}`, ['all', ...parts]);
    }),
  );
  const checks = optima.map(({ mixing, weightLimit, R }, place) =>
    figure(
      `${mixing ? 'with' : 'without'} mixing, weight ${weightLimit}`,
      designs[place].journeys.users.unavailability,
      complement(String(R)),
    ),
  );
  return { checks, rest: 'the search for the best design is not computed yet' };
}
