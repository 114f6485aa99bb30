import type { TimeCurve } from '../../../model/report.ts';
import { placeOn, type TimeAxis } from './time-axis.ts';

/** The drawing is laid out on a square of this side and stretched to its place. */
export const SIDE = 100;

type Point = TimeCurve['density'][number];

/** How high a point stands: on a logarithmic axis the density is by the logarithm, so that areas stay shares. */
const heightOn = ({ log }: TimeAxis, { seconds, density }: Point): number => (log ? density * seconds : density);

const isOn = (axis: TimeAxis, seconds: number): boolean => seconds >= axis.start && seconds <= axis.end;

export const highest = ({ density }: TimeCurve, axis: TimeAxis): number =>
  density.reduce((most, point) => Math.max(most, heightOn(axis, point)), 0);

const across = (axis: TimeAxis, seconds: number): string => (SIDE * placeOn(axis, seconds)).toFixed(2);
const up = (share: number): string => (SIDE * (1 - share)).toFixed(2);

/** The outline of the density from the left, and the area below it, as paths; what lies beyond the axis is left out. */
export function densityPaths({ density }: TimeCurve, axis: TimeAxis, top: number): { outline: string; area: string } {
  const points = density.filter(({ seconds }) => isOn(axis, seconds));
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || !(top > 0)) return { outline: '', area: '' };
  const outline = `M${points
    .map((point) => `${across(axis, point.seconds)} ${up(heightOn(axis, point) / top)}`)
    .join('L')}`;
  return { outline, area: `${outline}V${SIDE}H${across(axis, first.seconds)}Z` };
}

/** One upright line for each time that comes up with a chance of its own. */
export const spikes = ({ atoms }: TimeCurve, axis: TimeAxis, most: number): string =>
  atoms
    .filter(({ seconds }) => isOn(axis, seconds))
    .map(({ seconds, probability }) => `M${across(axis, seconds)} ${SIDE}V${up(probability / most)}`)
    .join('');
