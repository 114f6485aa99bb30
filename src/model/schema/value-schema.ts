import * as v from 'valibot';
import type { Time, UpProbability, UpTimes, Value } from '../scenario.ts';
import { CAPS } from './structure.ts';

type Schema<T> = v.GenericSchema<unknown, T>;
type TextSchema = v.GenericSchema<string>;

/**
 * One of several schemas, chosen by looking at the input, so that what is wrong is said of the one that was meant.
 * Asked without an input (by the writer of the JSON Schema) it is their union.
 */
export function choice<T>(options: readonly Schema<T>[], choose: (input: unknown) => Schema<T>): Schema<T> {
  const all = v.union(options as [Schema<T>, Schema<T>]);
  return v.lazy((input) => (input === undefined ? all : choose(input)));
}

const list: v.GenericSchema<unknown, never> = v.never('This has to be an object in braces, not a list');

/** An object schema that, other than valibot's own, takes no list for an object. */
export const braces = <T>(schema: Schema<T>): Schema<T> => v.lazy((input) => (Array.isArray(input) ? list : schema));

export const text = (most: number, what: string): TextSchema =>
  v.pipe(v.string(`${what} is a text`), v.maxLength(most, `${what} is longer than ${most} characters. Shorten it`));

const VALUE_MESSAGE = 'A number or a text such as "40 ms" belongs here';
const numberValue: Schema<Value> = v.number(VALUE_MESSAGE);
const textValue: Schema<Value> = v.pipe(
  v.string(VALUE_MESSAGE),
  v.maxLength(CAPS.valueLength, `This value is longer than ${CAPS.valueLength} characters. Shorten it`),
);

/** A quantity as written: what is in it is no matter of the document's form. */
export const valueSchema: Schema<Value> = choice([numberValue, textValue], (input) =>
  typeof input === 'number' ? numberValue : textValue,
);

/** An id is a key of a document and a part of links and paths. */
const ID = /^[\p{L}\p{M}\p{N}_.:/@#-]+(?: +[\p{L}\p{M}\p{N}_.:/@#-]+)*$/u;
const ID_MESSAGE = 'An id is made of letters, digits, spaces inside and _ . : / - @ #, without "->"';
export const idSchema: TextSchema = v.pipe(
  v.string(ID_MESSAGE),
  v.maxLength(CAPS.idLength, `An id is at most ${CAPS.idLength} characters long`),
  v.regex(ID, ID_MESSAGE),
  v.excludes('->', ID_MESSAGE),
);

/** The id of a call may be the `from->to` that it would have without one. */
export const callIdSchema: TextSchema = v.pipe(
  v.string(ID_MESSAGE),
  v.maxLength(3 * CAPS.idLength, `The id of a call is at most ${3 * CAPS.idLength} characters long`),
  v.regex(/^[\p{L}\p{M}\p{N}_.:/@#\->]+(?: +[\p{L}\p{M}\p{N}_.:/@#\->]+)*$/u, ID_MESSAGE),
);

export const variableNameSchema: TextSchema = v.pipe(
  v.string('A variable has a name'),
  v.maxLength(CAPS.idLength, `A variable's name is at most ${CAPS.idLength} characters long`),
  v.regex(/^[\p{L}_][\p{L}\p{N}_]*$/u, "A variable's name is made of letters, digits and _, and begins with no digit"),
);

export const pointSchema = v.strictTuple(
  [v.number('A position is two numbers'), v.number('A position is two numbers')],
  'A position is two numbers',
);

const isObject = (input: unknown): input is Readonly<Record<string, unknown>> =>
  typeof input === 'object' && input !== null;

const distributionSchema = v.variant(
  'distribution',
  [
    v.strictObject({ distribution: v.literal('exponential'), mean: valueSchema }),
    v.strictObject({ distribution: v.literal('erlang'), mean: valueSchema, stages: valueSchema }),
    v.strictObject({ distribution: v.literal('gamma'), mean: valueSchema, shape: valueSchema }),
    v.strictObject({ distribution: v.literal('weibull'), scale: valueSchema, shape: valueSchema }),
    v.strictObject({ distribution: v.literal('lognormal'), median: valueSchema, sigma: valueSchema }),
    v.strictObject({ distribution: v.literal('pareto'), scale: valueSchema, alpha: valueSchema }),
  ],
  'A time is a value, {p50, p99}, a distribution with its parameters, a mixture, quantiles or samples',
);
const quantilePair = v.strictObject({ p50: valueSchema, p99: valueSchema });
const mixtureSchema = v.strictObject({
  mixture: v.pipe(
    v.array(
      v.strictObject({ weight: valueSchema, time: v.lazy((): Schema<Time> => timeSchema) }),
      'A mixture is a list',
    ),
    v.minLength(1, 'A mixture has at least one part'),
    v.maxLength(100, 'A mixture has at most 100 parts'),
  ),
});
const quantilesSchema = v.strictObject({
  quantiles: v.pipe(
    braces(v.record(text(50, 'A quantile'), valueSchema, 'Quantiles are a table of share and time')),
    v.minEntries(1, 'A table of quantiles has at least one'),
    v.maxEntries(1000, 'A table of quantiles has at most 1000'),
  ),
});
const samplesSchema = v.strictObject({
  samples: v.pipe(
    v.array(valueSchema, 'Samples are a list of times'),
    v.minLength(1, 'There is at least one sample'),
    v.maxLength(CAPS.samples, `There are at most ${CAPS.samples} samples`),
  ),
});

/** A time: one value, or a distribution of them. */
export const timeSchema: Schema<Time> = choice<Time>(
  [valueSchema, quantilePair, distributionSchema, mixtureSchema, quantilesSchema, samplesSchema],
  (input) => {
    if (!isObject(input)) return valueSchema;
    if ('p50' in input || 'p99' in input) return quantilePair;
    if ('mixture' in input) return mixtureSchema;
    if ('quantiles' in input) return quantilesSchema;
    return 'samples' in input ? samplesSchema : distributionSchema;
  },
);

const upTimes = braces(
  v.strictObject({
    mtbf: v.exactOptional(valueSchema),
    mttr: v.exactOptional(valueSchema),
    probability: v.exactOptional(valueSchema),
  }),
) as Schema<UpTimes>;

/** How often something is up. Which of the three go together is a matter of the field, not of the document's form. */
export const upSchema = choice<Value | UpTimes | UpProbability>([valueSchema, upTimes], (input) =>
  isObject(input) ? upTimes : valueSchema,
);
