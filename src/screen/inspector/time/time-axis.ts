import type { TimeCurve } from '../../../model/report.ts';
import { roundEnd } from '../../ui/round-end.ts';

/** The axis of times that a drawing stands on; by the logarithm where a linear one would show the tail or the rest, not both. */
export interface TimeAxis {
  /** 0 on a linear axis. */
  readonly start: number;
  readonly end: number;
  readonly log: boolean;
}

/** A p99 so many times the p50 makes the axis logarithmic. */
const FAR = 25;
/** An atom that is rarer than this does not make the axis longer. */
const RARE = 1e-3;

const digitBelow = (value: number): number => {
  const decade = 10 ** Math.floor(Math.log10(value) + 1e-12);
  return Math.floor(value / decade + 1e-9) * decade;
};

export function axisOf({ density, atoms, seconds }: TimeCurve): TimeAxis {
  const exact = atoms.filter(({ probability }) => probability > RARE).map((atom) => atom.seconds);
  const shown = [...exact.map((each) => 1.05 * each), ...density.map((point) => point.seconds)];
  const { p50 = null, p99 = null } = seconds ?? {};
  const end = roundEnd(Math.max(...shown, p50 ?? 0, p99 ?? 0));
  const least = Math.min(...shown);
  const log = p50 !== null && p99 !== null && p99 > FAR * p50 && least > 0;
  return { start: log ? digitBelow(least) : 0, end, log };
}

/** One axis for what both would show, of the kind of the first. */
export function joined(first: TimeAxis, { start, end, log }: TimeAxis): TimeAxis {
  const wider = {
    start: first.log && log ? Math.min(first.start, start) : first.start,
    end: Math.max(first.end, end),
    log: first.log,
  };
  return wider.start === first.start && wider.end === first.end ? first : wider;
}

/** Where a time stands, as a share of the axis. */
export const placeOn = ({ start, end, log }: TimeAxis, seconds: number): number =>
  log ? Math.log(seconds / start) / Math.log(end / start) : (seconds - start) / (end - start);
