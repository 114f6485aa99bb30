import type { Explanation, ExplanationInput, Figure } from '../model/report.ts';
import type { Path } from '../model/issue.ts';
import type { ResolvedDesign } from '../model/resolved.ts';
import type { EngineCache } from './engine-cache.ts';
import { answersOf } from './latency-sums.ts';
import { anyOf } from './numeric/any-of.ts';

type TimesFigure = Extract<Figure, { figure: 'latency-quantile' | 'good-within' | 'success' }>;

const chance = (symbol: string, value: number): ExplanationInput => ({
  symbol,
  value,
  unit: 'unavailability',
  path: null,
});

/**
 * How a figure about a journey's times came to be, step by step.
 *
 * Model: rule 11 of the scenario format, over all states of what is down. `promise` is the field with the quantile that
 * the journey promises. Units: named with each number. Errors: null where there is no such journey, or nothing is answered well.
 * Accuracy and cost: as the report. Source: docs/latency-maths.md.
 *
 * @example finished(explainTimes({ figure: 'success', design: 0, journey: 'shoppers' }, samples.checkout.designs[0], [])).result // => { value: 0, unit: 'unavailability' }
 */
export function* explainTimes(
  figure: TimesFigure,
  design: ResolvedDesign,
  promise: Path,
  cache?: EngineCache,
): Generator<unknown, Explanation | null> {
  const client = design.components.findIndex(({ id, kind }) => kind === 'client' && id === figure.journey);
  if (client < 0) return null;
  const { fine, sum, outage, failure, never } = yield* answersOf(design, client, cache);
  const good = sum.good[0]!;
  if (!(good.mass > 0)) return null;
  if (figure.figure === 'success') {
    const inputs = [chance('U', never), chance('u', outage)];
    return { formula: 'success', inputs, result: { value: failure, unit: 'unavailability' } };
  }
  if (figure.figure === 'latency-quantile') {
    const { quantile } = figure;
    const path = design.components[client]!.latencyObjective?.quantile === quantile ? promise : null;
    const inputs: ExplanationInput[] = [{ symbol: 'q', value: quantile, unit: 'number', path }, chance('U', never)];
    const seconds = fine.algebra.quantile(good, quantile);
    return { formula: 'latency-quantile', inputs, result: { value: seconds, unit: 'time' } };
  }
  const late = fine.algebra.beyond(good, figure.seconds) / good.mass;
  const inputs = [chance('u', outage), chance('f', failure), chance('l', late)];
  const value = anyOf([outage, failure, late]);
  return { formula: 'good-within', inputs, result: { value, unit: 'unavailability' } };
}
