import type { Explanation, ExplanationInput, Figure, Unit } from '../model/report.ts';
import type { Path } from '../model/issue.ts';
import type { Resolved, ResolvedDesign } from '../model/resolved.ts';
import type { EngineCache } from './engine-cache.ts';
import { exactStepwise, type Evaluated } from './availability/evaluated.ts';
import { explainOwn } from './availability/explain-own.ts';
import { plainSeries } from './availability/plain-series.ts';
import { explainLoad, isOfLoad } from './explain-load.ts';
import { explainTimes } from './explain-times.ts';
import { neededByLoad } from './loaded-design.ts';
import { fanOutTail } from './latency/fan-out-tail.ts';
import { availabilityFigures, SECONDS_PER_YEAR } from './numeric/downtime.ts';
import { finished } from './numeric/finished.ts';
import { uslSpeedup } from './scalability/usl.ts';

const input = (
  symbol: string,
  value: number,
  unit: Unit,
  path: Path | null = null,
  component?: string,
): ExplanationInput =>
  component === undefined ? { symbol, value, unit, path } : { symbol, value, unit, path, component };

/** The field of a component that a number came from. */
const field = (design: number, component: string, ...keys: string[]): Path => [
  'designs',
  design,
  'components',
  component,
  ...keys,
];

/** The field that says how often a domain is up. */
const domainField = (design: number, domain: string): Path => ['designs', design, 'domains', domain, 'up'];

/** What nothing is known of: a figure whose component or journey is not there, or was out of reach. */
const UNKNOWN: Explanation = { formula: 'single', inputs: [], result: { value: Number.NaN, unit: 'unavailability' } };

function explainVisit(design: ResolvedDesign, index: number, place: number, evaluated: Evaluated): Explanation {
  const unavailability = evaluated.visits[place]!;
  if (unavailability === null) return UNKNOWN;
  const result = { value: unavailability, unit: 'unavailability' } as const;
  const series = plainSeries(evaluated.structure, place);
  const parts = series ?? evaluated.journeys.get(place)?.parts.map(({ owner }) => owner) ?? [{ component: place }];
  const inputs = parts.map((what) => {
    if ('domain' in what) {
      const domain = design.domains[what.domain]!;
      const path = domainField(index, domain.id);
      return { ...input('u', domain.unavailability, 'unavailability', path), domain: domain.id };
    }
    const { id, replicas } = design.components[what.component]!;
    const path = replicas === 1 ? field(index, id, 'up') : field(index, id);
    return input('u', evaluated.down[what.component]!, 'unavailability', path, id);
  });
  return { formula: series === null ? 'decision-diagram' : 'series', inputs, result };
}

function explainJourney(
  figure: Extract<Figure, { journey: string }>,
  design: ResolvedDesign,
  evaluated: Evaluated,
): Explanation {
  const client = design.components.findIndex(({ id, kind }) => kind === 'client' && id === figure.journey);
  const journey = evaluated.journeys.get(client);
  if (journey === null || journey === undefined) return UNKNOWN;
  const figures = availabilityFigures(journey.unavailability);
  const u = input('u', journey.unavailability, 'unavailability');
  if (figure.figure === 'downtime') {
    const year = input('year', SECONDS_PER_YEAR, 'seconds');
    return {
      formula: 'downtime',
      inputs: [u, year],
      result: { value: figures.downtimeSecondsPerYear, unit: 'seconds' },
    };
  }
  if (figure.figure === 'nines') {
    return {
      formula: 'nines',
      inputs: [u],
      result: { value: figures.nines ?? Number.POSITIVE_INFINITY, unit: 'number' },
    };
  }
  if (figure.figure === 'share') {
    const { component } = figure;
    const part = journey.parts.find(
      ({ owner }) => 'component' in owner && design.components[owner.component]!.id === component,
    );
    const own = evaluated.down[design.components.findIndex(({ id }) => id === component)] ?? 0;
    const inputs = [
      input('Q', own, 'unavailability', field(figure.design, component), component),
      input('B', part?.birnbaum ?? 0, 'number'),
      u,
    ];
    return { formula: 'share', inputs, result: { value: part?.share ?? 0, unit: 'probability' } };
  }
  return explainVisit(design, figure.design, client, evaluated);
}

/**
 * How a figure came to be, step by step: yields now and then, and can be left.
 *
 * Model, units, domain, errors, accuracy, cost and source as `explain`.
 *
 * @example finished(explainStepwise(samples.checkout, { figure: 'nines', design: 0, journey: 'shoppers' })).formula // => 'nines'
 */
export function* explainStepwise(
  resolved: Resolved,
  figure: Figure,
  cache?: EngineCache,
): Generator<unknown, Explanation> {
  if (figure.figure === 'fan-out') {
    const inputs = [input('p', figure.slowProbability, 'probability'), input('N', figure.callees, 'count')];
    const value = fanOutTail(figure.slowProbability, figure.callees);
    return { formula: 'fan-out', inputs, result: { value, unit: 'probability' } };
  }
  const design = (yield* neededByLoad(resolved, figure.design, cache)).designs[figure.design];
  if (design === undefined) return UNKNOWN;
  if (figure.figure === 'latency-quantile' || figure.figure === 'good-within' || figure.figure === 'success') {
    const promise = field(figure.design, figure.journey, 'objectives', 'latency', 'quantile');
    return (yield* explainTimes(figure, design, promise, cache)) ?? UNKNOWN;
  }
  if ('journey' in figure) return explainJourney(figure, design, yield* exactStepwise(design, cache));
  const place = design.components.findIndex(({ id }) => id === figure.component);
  const component = design.components[place];
  if (component === undefined) return UNKNOWN;
  if (isOfLoad(figure)) return (yield* explainLoad(figure, design, place, cache)) ?? UNKNOWN;
  if (figure.figure === 'group-availability' || figure.figure === 'visit-availability') {
    const evaluated = yield* exactStepwise(design, cache);
    if (figure.figure === 'visit-availability') return explainVisit(design, figure.design, place, evaluated);
    return explainOwn(evaluated, place, {
      ofComponent: (...keys) => field(figure.design, component.id, ...keys),
      ofDomain: (domain) => domainField(figure.design, domain),
    });
  }
  const { id, replicas, sigma, kappa } = component;
  const inputs = [
    input('N', replicas, 'count', field(figure.design, id, 'replicas')),
    input('σ', sigma, 'number', field(figure.design, id, 'scaling', 'sigma')),
    input('κ', kappa, 'number', field(figure.design, id, 'scaling', 'kappa')),
  ];
  return { formula: 'usl', inputs, result: { value: uslSpeedup(replicas, sigma, kappa), unit: 'number' } };
}

/**
 * How a figure came to be: its formula, the numbers put in, each leading to its field where it has one, and the result.
 *
 * Model: that of the figure. Units: named with each number. Domain: a resolved scenario; designs by index, components by
 * id. Errors: a figure of something that is not there, or that was out of reach, has no inputs and the result NaN.
 * Accuracy: as the figure. Cost: the design is evaluated once where the figure needs it. Source: the pages in docs/.
 *
 * @example explain(samples.checkout, { figure: 'group-availability', design: 0, component: 'app' }).formula // => 'one-of-n'
 */
export function explain(resolved: Resolved, figure: Figure, cache?: EngineCache): Explanation {
  return finished(explainStepwise(resolved, figure, cache));
}
