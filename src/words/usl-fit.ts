import type { FittedLoadTest, Interval, LoadPoint, UslFit } from '../model/usl-fit.ts';
import { trimmed } from './rounding.ts';

const DIGITS = 4;

const number = (value: number, digits = DIGITS): string => trimmed(value, digits).replace('-', '−');

const intervalText = ([low, high]: Interval, digits = DIGITS): string =>
  Number.isFinite(high) ? `${number(low, digits)} to ${number(high, digits)}` : `${number(low, digits)} or more`;

/** Where throughput peaks, or that it never does, and whether more was measured than that. */
function peakText({ sigma, gamma, nMax }: UslFit, points: readonly LoadPoint[]): string {
  if (nMax === null)
    return sigma === 0
      ? 'Throughput never peaks: it rises in proportion (σ and κ are 0).'
      : `Throughput never peaks (κ is 0): it flattens below ${number(gamma / sigma)}.`;
  const most = mostOf(points);
  const peak = `Throughput peaks at N = ${number(nMax)}: beyond it, more makes it less.`;
  return nMax > most ? `${peak} That is more than was measured (${number(most)}).` : peak;
}

/** A figure of a fit, with where it lies at 95 %; empty where that is not said. */
export interface FitFigure {
  readonly label: string;
  readonly help: string;
  readonly text: string;
  readonly interval: string;
}

export function fitFigures({ sigma, kappa, gamma, nMax, rSquared, intervals }: UslFit): FitFigure[] {
  return [
    {
      label: 'Contention σ',
      help: 'The share of the work that replicas do one after the other.',
      text: number(sigma),
      interval: intervalText(intervals.sigma, 3),
    },
    {
      label: 'Coordination κ',
      help: 'What each pair of replicas costs in keeping up with each other.',
      text: number(kappa),
      interval: intervalText(intervals.kappa, 3),
    },
    {
      label: 'One alone γ',
      help: 'The throughput of one replica, in the unit of the measurements.',
      text: number(gamma),
      interval: intervalText(intervals.gamma, 3),
    },
    {
      label: 'Most at N',
      help: 'Where throughput peaks: √((1 − σ)/κ).',
      text: nMax === null ? 'never' : number(nMax),
      interval: '',
    },
    {
      label: 'R²',
      help: 'How much of the differences between measurements the law explains; 1 is all of it.',
      text: rSquared === null ? 'not defined' : number(rSquared),
      interval: '',
    },
  ];
}

const mostOf = (points: readonly LoadPoint[]): number => points.reduce((most, { load }) => Math.max(most, load), 0);

/** What a fitted load test shows: "More replicas make it slower from 97 on". */
export function loadTestTitle(
  { fit: { sigma, gamma }, curve: { peak } }: FittedLoadTest,
  points: readonly LoadPoint[],
) {
  if (peak === null)
    return sigma === 0
      ? 'Twice as many replicas do twice as much'
      : `More replicas always help, up to a throughput of ${number(gamma / sigma)}`;
  const slower = `ore replicas make it slower from ${number(peak.load)} on`;
  const most = mostOf(points);
  return peak.load <= most ? `M${slower}` : `By this fit, m${slower}; up to ${number(most)} were measured`;
}

/** What has to be known before a fit is used. */
export function fitRemarks({ kappa, intervals, findings }: UslFit): string[] {
  const said = findings.map(({ message }) => `${message}.`);
  if (kappa > 0 && intervals.kappa[0] === 0)
    said.push('Whether there is a peak at all is not certain: κ may be 0 as well. Measure with more replicas.');
  return said;
}

/** Every measurement beside what is fitted: N, measured, fitted, residual. */
export const FIT_COLUMNS = ['N', 'measured', 'fitted', 'residual'] as const;
export const fitRows = ({ residuals }: UslFit, points: readonly LoadPoint[]): string[][] =>
  points.map(({ load, throughput }, row) =>
    [load, throughput, throughput - residuals[row]!, residuals[row]!].map((each) => number(each)),
  );

/** The curve in rows: N, the fit with its band, without coordination, and linear. */
export const CURVE_COLUMNS = ['N', 'Fit', 'From', 'To', 'Amdahl', 'Linear'] as const;
export const curveRows = ({ points }: FittedLoadTest['curve']): string[][] =>
  points
    .filter((_, place) => place % CURVE_STEP === 0)
    .map(({ load, usl, low, high, amdahl, linear }) =>
      [load, usl, low, high, amdahl, linear].map((value) => (value === null ? 'unknown' : number(value))),
    );
const CURVE_STEP = 8;

/** A coefficient as a field holds it: with as many digits as any load test has. */
export const coefficientOf = (value: number): number => Number(value.toPrecision(6));

/** The label of the undo step. */
export const USE_FIT = 'Use a load test';

/** A table as lines of text, the columns flush right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => row.map((cell, column) => cell.padStart(widths[column]!)).join('   '));
}

/** A fitted Universal Scalability Law, to read: its parameters, where it peaks, and how far every measurement is off. */
export function uslFitText(fit: UslFit, points: readonly LoadPoint[]): string {
  const { sigma, kappa, gamma, rSquared, intervals, findings } = fit;
  return `${[
    `Universal Scalability Law, fitted to ${points.length} measurements`,
    '',
    `σ = ${number(sigma)}, at 95 % ${intervalText(intervals.sigma)} (contention)`,
    `κ = ${number(kappa)}, at 95 % ${intervalText(intervals.kappa)} (coordination)`,
    `γ = ${number(gamma)}, at 95 % ${intervalText(intervals.gamma)} (throughput at N = 1)`,
    rSquared === null ? 'R² is not defined: all measurements are equal.' : `R² = ${number(rSquared)}`,
    peakText(fit, points),
    ...findings.map(({ message }) => `${message}.`),
    '',
    ...table([FIT_COLUMNS, ...fitRows(fit, points)]),
  ].join('\n')}\n`;
}
