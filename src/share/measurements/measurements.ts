import type { Time } from '../../model/scenario.ts';

/** What pasted measurements are, as a time that a document can hold. */
export interface Measurements {
  readonly time: Time;
  /** Single times, a percentile distribution as HdrHistogram prints it, or a table of percentiles. */
  readonly from: 'samples' | 'histogram' | 'table';
  /** How many measurements there were; null where a table does not say. */
  readonly count: number | null;
  /** How many of its numbers the time keeps: all samples, or the points of a table. */
  readonly kept: number;
  /** Whether less was kept than was read. */
  readonly thinned: boolean;
  readonly shortestSeconds: number;
  readonly longestSeconds: number;
}

/** What cannot be read, and where: lines and columns count from 1. The message begins with them. */
export interface MeasurementsProblem {
  readonly code: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface Refused {
  readonly ok: false;
  readonly problem: MeasurementsProblem;
}

export type MeasurementsOutcome = { readonly ok: true; readonly value: Measurements } | Refused;

/** Reads in steps: each says what share of the text is read. */
export type MeasurementsReading = Generator<number, MeasurementsOutcome>;

export const refused = (code: string, text: string, at: number, what: string): Refused => {
  const before = text.slice(0, at).split('\n');
  const [line, column] = [before.length, before.at(-1)!.length + 1];
  return {
    ok: false,
    problem: { code: `measurements/${code}`, line, column, message: `Line ${line}, column ${column}: ${what}` },
  };
};

/** The word that stands at a place, cut where nobody reads on. */
export const shownAt = (text: string, at: number): string => /^[^\s,;]{0,40}/.exec(text.slice(at, at + 60))?.[0] ?? '';
