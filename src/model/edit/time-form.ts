import { parseQuantity } from '../quantity/parse-quantity.ts';
import type { Time, Value } from '../scenario.ts';

export const TIME_FORMS = [
  'constant',
  'pair',
  'exponential',
  'erlang',
  'gamma',
  'weibull',
  'lognormal',
  'pareto',
  'mixture',
  'quantiles',
  'samples',
] as const;
/** How a time is given. pair: by its p50 and p99. */
export type TimeForm = (typeof TIME_FORMS)[number];

export function formOf(time: Time | undefined): TimeForm {
  if (typeof time !== 'object') return 'constant';
  if ('p50' in time) return 'pair';
  if ('mixture' in time) return 'mixture';
  if ('quantiles' in time) return 'quantiles';
  return 'samples' in time ? 'samples' : time.distribution;
}

/** What the engine says of the time that is written; null where it says nothing, or where one of them is infinite. */
export interface TimeFigures {
  readonly p50: number | null;
  readonly p90: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
  readonly p999: number | null;
  readonly mean: number | null;
}

/** The standard normal's 99 % quantile. */
const Z99 = 2.3263478740408408;

/** What is written where nothing is known that could be kept. */
const TYPICAL = { mean: '40 ms', p50: '31 ms', p99: '140 ms' } as const;
/** How a distribution is spread where nothing says it. */
const SPREAD = { stages: 4, shape: 4, weibull: 1.5, sigma: 0.5, alpha: 2.5 } as const;

const rounded = (value: number): number => Number(value.toPrecision(4));
/** A parameter that a p99 follows from gets a digit more. */
const parameter = (value: number): number => Number(value.toPrecision(5));

/** A duration as it is written into a field: "31.2 ms". */
function durationText(seconds: number): string {
  if (seconds >= 1) return `${rounded(seconds)} s`;
  return seconds >= 1e-3 || seconds === 0 ? `${rounded(seconds * 1e3)} ms` : `${rounded(seconds * 1e6)} µs`;
}

/** SI units of what is written as a literal; null for a variable or a formula, which the engine's figures stand in for. */
function literal(value: Value | undefined): number | null {
  if (value === undefined) return null;
  const quantity = parseQuantity(value, 'duration');
  return quantity.kind === 'value' ? quantity.value : null;
}

/** What is known of a time: as it was written where it says just that, else as computed. */
interface Known {
  readonly mean: Value;
  readonly p50: Value;
  readonly p99: Value;
  /** How far p99 lies above p50; null where they are the same, or not known. */
  readonly ratio: number | null;
  readonly p50Seconds: number;
}

function known(time: Time | undefined, figures: TimeFigures | null): Known {
  const said = saidBy(time);
  const figure = (name: 'mean' | 'p50' | 'p99'): Value | undefined => {
    const seconds = time === undefined ? null : (figures?.[name] ?? null);
    return seconds === null ? undefined : durationText(seconds);
  };
  const any = said.mean ?? said.p50;
  const p50 = said.p50 ?? figure('p50') ?? any ?? TYPICAL.p50;
  const p99 = said.p99 ?? figure('p99') ?? any ?? TYPICAL.p99;
  const mean = said.mean ?? figure('mean') ?? any ?? figure('p50') ?? TYPICAL.mean;
  const p50Seconds = literal(p50) ?? figures?.p50 ?? 0;
  const ratio = (literal(p99) ?? figures?.p99 ?? 0) / p50Seconds;
  return { mean, p50, p99, ratio: Number.isFinite(ratio) && ratio > 1 ? ratio : null, p50Seconds };
}

function saidBy(time: Time | undefined): { readonly mean?: Value; readonly p50?: Value; readonly p99?: Value } {
  if (time === undefined) return {};
  if (typeof time !== 'object') return { mean: time, p50: time, p99: time };
  if ('p50' in time) return time;
  if ('quantiles' in time) {
    const { '0.5': p50, '0.99': p99 } = time.quantiles;
    return { ...(p50 === undefined ? {} : { p50 }), ...(p99 === undefined ? {} : { p99 }) };
  }
  if (!('distribution' in time)) return {};
  if ('mean' in time) return { mean: time.mean };
  return 'median' in time ? { p50: time.median } : {};
}

/**
 * A time given in another form, with all that can be kept: what both forms say in so many words as it was written, p50
 * and p99 or else the mean by the engine's figures, and a usual spread where nothing says it.
 */
export function inForm(
  time: Time | undefined,
  form: Exclude<TimeForm, 'samples'>,
  figures: TimeFigures | null = null,
): Time {
  if (time !== undefined && formOf(time) === form) return time;
  const { mean, p50, p99, ratio, p50Seconds } = known(time, figures);
  const sigma = ratio === null ? null : Math.log(ratio) / Z99;
  switch (form) {
    case 'constant':
      return mean;
    case 'pair':
      return { p50, p99 };
    case 'exponential':
      return { distribution: form, mean };
    case 'erlang':
      return { distribution: form, mean, stages: stagesOf(time, sigma) };
    case 'gamma':
      return { distribution: form, mean, shape: shapeOf(time, sigma) };
    case 'weibull': {
      if (formOf(time) === 'exponential') return { distribution: form, scale: mean, shape: 1 };
      const shape = ratio === null ? SPREAD.weibull : parameter(Math.log(Math.log(100) / Math.LN2) / Math.log(ratio));
      return { distribution: form, scale: durationText(p50Seconds / Math.LN2 ** (1 / shape)), shape };
    }
    case 'lognormal':
      return { distribution: form, median: p50, sigma: sigma === null ? SPREAD.sigma : parameter(sigma) };
    case 'pareto': {
      const alpha = ratio === null ? SPREAD.alpha : parameter(Math.log(50) / Math.log(ratio));
      return { distribution: form, scale: durationText(p50Seconds / 2 ** (1 / alpha)), alpha };
    }
    case 'mixture': {
      const part = time ?? TYPICAL.mean;
      return {
        mixture: [
          { weight: 0.95, time: part },
          { weight: 0.05, time: part },
        ],
      };
    }
    case 'quantiles':
      return { quantiles: tableOf({ p50, p99 }, time === undefined ? null : figures) };
  }
}

/** The shape of a gamma with the coefficient of variation of a lognormal. */
const gammaShape = (sigma: number): number => 1 / Math.expm1(sigma ** 2);

function shapeOf(time: Time | undefined, sigma: number | null): Value {
  if (typeof time === 'object' && 'stages' in time) return time.stages;
  if (formOf(time) === 'exponential') return 1;
  return sigma === null ? SPREAD.shape : rounded(gammaShape(sigma));
}

function stagesOf(time: Time | undefined, sigma: number | null): Value {
  if (formOf(time) === 'exponential') return 1;
  const shape = typeof time === 'object' && 'shape' in time && 'mean' in time ? Number(time.shape) : Number.NaN;
  if (shape > 0) return Math.max(1, Math.round(shape));
  return sigma === null ? SPREAD.stages : Math.max(1, Math.round(gammaShape(sigma)));
}

function tableOf({ p50, p99 }: Pick<Known, 'p50' | 'p99'>, figures: TimeFigures | null): Record<string, Value> {
  const between = (seconds: number | null | undefined): Value | null =>
    seconds == null ? null : durationText(seconds);
  const rows: [string, Value | null][] = [
    ['0.5', p50],
    ['0.9', between(figures?.p90)],
    ['0.95', between(figures?.p95)],
    ['0.99', p99],
    ['0.999', between(figures?.p999)],
  ];
  return Object.fromEntries(rows.filter((row): row is [string, Value] => row[1] !== null));
}
