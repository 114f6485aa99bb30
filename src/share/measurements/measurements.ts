import type { Measured } from '../../model/measured.ts';
import type { Time } from '../../model/scenario.ts';

/** What pasted measurements are, as a time that a document can hold. */
export interface Measurements extends Measured {
  readonly time: Time;
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
