import type { Interval, LoadPoint, UslFit } from '../model/usl-fit.ts';
import { trimmed } from './rounding.ts';

const DIGITS = 4;

const number = (value: number): string => trimmed(value, DIGITS).replace('-', '−');

const intervalText = ([low, high]: Interval): string =>
  Number.isFinite(high) ? `${number(low)} to ${number(high)}` : `${number(low)} or more`;

/** Where throughput peaks, or that it never does, and whether more was measured than that. */
function peakText({ sigma, gamma, nMax }: UslFit, points: readonly LoadPoint[]): string {
  if (nMax === null)
    return sigma === 0
      ? 'Throughput never peaks: it rises in proportion (σ and κ are 0).'
      : `Throughput never peaks (κ is 0): it flattens below ${number(gamma / sigma)}.`;
  const most = points.reduce((most, { load }) => Math.max(most, load), 0);
  const peak = `Throughput peaks at N = ${number(nMax)}: beyond it, more makes it less.`;
  return nMax > most ? `${peak} That is more than was measured (${number(most)}).` : peak;
}

/** A table as lines of text, the columns flush right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => row.map((cell, column) => cell.padStart(widths[column]!)).join('   '));
}

/** A fitted Universal Scalability Law, to read: its parameters, where it peaks, and how far every measurement is off. */
export function uslFitText(fit: UslFit, points: readonly LoadPoint[]): string {
  const { sigma, kappa, gamma, rSquared, intervals, residuals, findings } = fit;
  const rows = points.map(({ load, throughput }, row) =>
    [load, throughput, throughput - residuals[row]!, residuals[row]!].map(number),
  );
  return `${[
    `Universal Scalability Law, fitted to ${points.length} measurements`,
    '',
    `σ = ${number(sigma)}, at 95 % ${intervalText(intervals.sigma)} (contention)`,
    `κ = ${number(kappa)}, at 95 % ${intervalText(intervals.kappa)} (coherency)`,
    `γ = ${number(gamma)}, at 95 % ${intervalText(intervals.gamma)} (throughput at N = 1)`,
    rSquared === null ? 'R² is not defined: all measurements are equal.' : `R² = ${number(rSquared)}`,
    peakText(fit, points),
    ...findings.map(({ message }) => `${message}.`),
    '',
    ...table([['N', 'measured', 'fitted', 'residual'], ...rows]),
  ].join('\n')}\n`;
}
