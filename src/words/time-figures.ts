import type { TimeCurve } from '../model/report.ts';
import { percentText, timeText } from './numbers.ts';

/** What stands under the drawing of a time. */
export const SHOWN_FIGURES = [
  ['p50', 'p50'],
  ['p90', 'p90'],
  ['p95', 'p95'],
  ['p99', 'p99'],
  ['p999', 'p99.9'],
  ['mean', 'mean'],
] as const;

/** A quantile or mean; one that does not exist is infinite. */
export const figureText = (seconds: number | null): string => (seconds === null ? 'infinite' : timeText(seconds));

/** Up to so many all have a name; of more those that stand out. */
const FEW = 6;
const STANDS_OUT = 3;

/** Of the times with a chance of their own those that are named, the likeliest first. */
export const namedAtoms = ({ atoms }: TimeCurve): TimeCurve['atoms'] =>
  atoms
    .filter(({ probability }) => probability >= 0.005)
    .filter(({ probability }) => atoms.length <= FEW || probability * atoms.length >= STANDS_OUT)
    .toSorted((a, b) => b.probability - a.probability)
    .slice(0, FEW);

/** The drawing in words: "95 % take exactly 10 ms, 5 % exactly 200 ms. p50 10 ms, … mean 19.5 ms." */
export function timeCurveText(curve: TimeCurve): string {
  const { seconds } = curve;
  const exactly = namedAtoms(curve).map(
    (atom, place) =>
      `${percentText(atom.probability)} ${place === 0 ? 'take exactly' : 'exactly'} ${timeText(atom.seconds)}`,
  );
  const figures = seconds === null ? [] : SHOWN_FIGURES.map(([key, name]) => `${name} ${figureText(seconds[key])}`);
  return [exactly.join(', '), spreadText(curve), figures.join(', ')]
    .filter((sentence) => sentence !== '')
    .map((sentence) => `${sentence}.`)
    .join(' ');
}

/** Where times that are spread are densest. */
function spreadText({ density }: TimeCurve): string {
  const heights = density.map((point) => point.density);
  const place = heights.indexOf(Math.max(...heights));
  const densest = density[place];
  if (densest === undefined) return '';
  return place === 0 ? 'The shorter, the more common' : `Most common near ${timeText(densest.seconds)}`;
}
