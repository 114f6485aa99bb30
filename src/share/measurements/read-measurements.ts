import type { MeasurementsOutcome, MeasurementsReading } from './measurements.ts';
import { isHistogram, readHistogram } from './histogram.ts';
import { readSamples } from './samples.ts';
import { isTable, readTable } from './table.ts';

/** A first line that names a column, and the unit that it names. Where a number stands in it, it is none. */
const HEAD = /^\s*["'[(]*\p{L}(?!.*[ \t,;|:=]\.?\d)[^\n]*/u;
const HEAD_UNIT =
  /(?:^|[\s_([{,"])(ns|[uµμ]s|ms|s|secs?|seconds?|milliseconds?|microseconds?|nanoseconds?)(?:$|[\s_)\]},"])/i;

/** The units that measurements without one may be in. */
export const MEASURED_UNITS = ['ns', 'us', 'ms', 's'] as const;
export type MeasuredUnit = (typeof MEASURED_UNITS)[number];

/**
 * Reads pasted measurements: single times, HdrHistogram's percentile distribution, or a table of percentiles. Numbers
 * without a unit are in the one that the head of their column names, else in the one given. Never throws.
 */
export function* readMeasurementsStepwise(text: string, unit: MeasuredUnit = 'ms'): MeasurementsReading {
  if (isHistogram(text)) return readHistogram(text, unit);
  if (isTable(text, 0)) return readTable(text, 0, unit);
  const head = HEAD.exec(text)?.[0] ?? '';
  const named = HEAD_UNIT.exec(head)?.[1]?.toLowerCase() ?? unit;
  if (head !== '' && isTable(text, head.length)) return readTable(text, head.length, named);
  return yield* readSamples(text, head.length, named);
}

/** The same at one go. */
export function readMeasurements(text: string, unit?: MeasuredUnit): MeasurementsOutcome {
  const reading = readMeasurementsStepwise(text, unit);
  for (;;) {
    const step = reading.next();
    if (step.done === true) return step.value;
  }
}
