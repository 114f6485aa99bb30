import type { ResolvedTime } from '../../model/resolved-time.ts';
import type { ResolvedDesign } from '../../model/resolved.ts';

const takes = (time: ResolvedTime): boolean => time.of !== 'constant' || time.seconds > 0;

/**
 * Whether there is anything to say of a design's times: without any, all answers are good and come at once.
 *
 * Model: rules 2 to 7 of the scenario format. Units: none. Errors: none. Accuracy: exact. Cost: linear.
 * Source: docs/latency-maths.md.
 *
 * @example isTimed(samples.checkout.designs[0]) // => false
 */
export function isTimed({ components, calls }: Pick<ResolvedDesign, 'components' | 'calls'>): boolean {
  return (
    components.some(
      ({ time, errors, switchSeconds, whenDown }) => takes(time) || errors + switchSeconds > 0 || whenDown === 'hang',
    ) ||
    calls.some(
      ({ network, retries, hedgeSeconds, timeoutSeconds, deadlineSeconds }) =>
        takes(network) || retries > 0 || (hedgeSeconds ?? timeoutSeconds ?? deadlineSeconds) !== null,
    )
  );
}

/**
 * Whether anything is said of how many requests come.
 *
 * Model: rule 12 of the scenario format. Units: none. Errors: none. Accuracy: exact. Cost: linear.
 * Source: docs/load-maths.md.
 *
 * @example isLoaded(samples.checkout.designs[0]) // => false
 */
export function isLoaded({ components }: Pick<ResolvedDesign, 'components'>): boolean {
  return components.some(({ ratePerSecond }) => ratePerSecond !== null);
}
