import { formOf, type TimeForm } from '../model/edit/time-form.ts';
import { quantity } from '../model/kinds/common.ts';
import type { Field, FieldShape } from '../model/kinds/field.ts';
import type { Time } from '../model/scenario.ts';
import { countText, percentText } from './numbers.ts';
import { valueText } from './value-text.ts';

interface PartWords {
  readonly label: string;
  readonly help: string;
  /** What one writes there, in grey while nothing is. */
  readonly absent: string;
  readonly edit: FieldShape;
}

interface FormWords {
  readonly label: string;
  /** When one uses it. */
  readonly help: string;
  readonly parts: Readonly<Record<string, PartWords>>;
}

const duration = (label: string, help: string, absent: string): PartWords => ({
  label,
  help,
  absent: `such as ${absent}`,
  edit: quantity('duration'),
});
const number = (label: string, help: string, absent: string, edit: FieldShape = quantity('ratio')): PartWords => ({
  label,
  help,
  absent: `such as ${absent}`,
  edit,
});

const MEAN = duration('Mean', 'How long it takes on average.', '40 ms');

/** The ways of giving a time, with the parts that each consists of. */
export const TIME_FORM_WORDS: Readonly<Record<TimeForm, FormWords>> = {
  constant: { label: 'one time', help: 'It always takes the same.', parts: {} },
  pair: {
    label: 'p50 and p99',
    help: 'Two figures from a dashboard; a lognormal goes through both.',
    parts: {
      p50: duration('p50', 'Half of all take at most this long: the median.', '31 ms'),
      p99: duration('p99', '99 of 100 take at most this long.', '140 ms'),
    },
  },
  exponential: {
    label: 'exponential',
    help: 'Short ones are common and long ones rare: what queueing theory takes where only a mean is known.',
    parts: { mean: MEAN },
  },
  erlang: {
    label: 'Erlang',
    help: 'So many exponential stages one after the other: steadier than one alone.',
    parts: {
      mean: MEAN,
      stages: number('Stages', 'How many stages: the more, the steadier.', '4', quantity('count', { min: 1 })),
    },
  },
  gamma: {
    label: 'gamma',
    help: 'A mean, and a shape for any spread: 1 is the exponential, below it spreads more, above it less.',
    parts: { mean: MEAN, shape: number('Shape', 'The larger, the steadier; 1 is the exponential.', '2') },
  },
  weibull: {
    label: 'Weibull',
    help: 'For tails that are longer (shape below 1) or shorter (above 1) than the exponential’s.',
    parts: {
      scale: duration('Scale', '63.2 % take at most this long.', '40 ms'),
      shape: number('Shape', 'Below 1 the tail is long; 1 is the exponential.', '0.7'),
    },
  },
  lognormal: {
    label: 'lognormal',
    help: 'Many small causes multiplied: the usual look of service times.',
    parts: {
      median: duration('Median', 'Half of all take at most this long.', '31 ms'),
      sigma: number(
        'Spread',
        'The standard deviation of the logarithm (sigma): at 1 the p99 is ten times the median.',
        '0.6',
      ),
    },
  },
  pareto: {
    label: 'Pareto',
    help: 'A heavy tail by a power law: sizes of files and of results are often like that.',
    parts: {
      scale: duration('Least', 'None takes less than this (the scale).', '10 ms'),
      alpha: number(
        'Tail',
        'The exponent of the tail (alpha): the smaller, the heavier; up to 1 the mean is infinite.',
        '2.5',
      ),
    },
  },
  mixture: {
    label: 'a mixture',
    help: 'Several kinds of requests, each with its weight: hits and misses, small ones and large ones.',
    parts: {},
  },
  quantiles: {
    label: 'a table of quantiles',
    help: 'Measured quantiles as a monitoring system shows them.',
    parts: {},
  },
  samples: {
    label: 'measurements',
    help: 'Measured times pasted in, or the percentile output of HdrHistogram.',
    parts: {},
  },
};

/** The fields of the parts that a time in this form consists of. */
export const timePartFields = (field: Field, form: TimeForm): readonly Field[] =>
  Object.entries(TIME_FORM_WORDS[form].parts).map(([key, words]) => partField(field, key, words));

export const WEIGHT = number(
  'Weight',
  'The share of requests that take the time below. All weights add up to 1.',
  '0.95',
  quantity('ratio', { min: 0 }),
);

/** The field of one part of a time. */
export const partField = (field: Field, key: string, words: PartWords): Field => ({
  ...words,
  key: `${field.key}.${key}`,
  section: field.section,
  computed: true,
});

export const QUANTILE = duration('Within', 'So large a share takes at most this long.', '40 ms');

/** Why the share of a row of quantiles stays what it was. */
export const shareRefused = (share: string, typed: string): string =>
  `The row for ${share} stays: "${typed.slice(0, 40)}" is no share between 0 and 1, or there is a row for it already.`;

/** A distribution in a line: "p50 31 ms, p99 140 ms", "a mixture: 95 % 10 ms, 5 % 200 ms", "1,000 measurements". */
export function timeSummary(time: Time): string {
  if (typeof time !== 'object') return valueText(time);
  if ('samples' in time) return `${countText(time.samples.length)} measurements`;
  if ('quantiles' in time) return `a table of ${countText(Object.keys(time.quantiles).length)} quantiles`;
  if (!('mixture' in time)) return valueText(time);
  const parts = time.mixture.map(({ weight, time: part }) => {
    const share = typeof weight === 'number' ? percentText(weight) : weight;
    return `${share} ${typeof part === 'object' ? TIME_FORM_WORDS[formOf(part)].label : valueText(part)}`;
  });
  return `a mixture: ${parts.join(', ')}`;
}
