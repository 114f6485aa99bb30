import type { SliderRange } from '../model/kinds/field.ts';
import { parseQuantity } from '../model/quantity/parse-quantity.ts';
import { percentText } from './numbers.ts';

const ROUND = [1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9];

/** Where a slider stops: at nothing, and then at round numbers from the least to the most. */
function sliderStops({ min, max }: SliderRange): readonly number[] {
  const decades = Array.from(
    { length: Math.ceil(Math.log10(max / min)) + 1 },
    (_, index) => Math.floor(Math.log10(min) + 1e-9) + index,
  );
  const stops = decades.flatMap((decade) => ROUND.map((digit) => Number(`${digit}e${decade}`)));
  return [0, ...stops.filter((stop) => stop >= min && stop <= max)];
}

export interface SliderPlace {
  /** The stop nearest to what is written, counted from 0. */
  readonly place: number;
  readonly last: number;
  /** What a stop writes: "1.5 %". */
  readonly textAt: (place: number) => string;
}

/** Where the text of a share stands on its slider; null for what is no literal. */
export function sliderPlace(text: string, range: SliderRange): SliderPlace | null {
  const quantity = parseQuantity(text, 'probability');
  if (quantity.kind !== 'value' || quantity.band !== undefined) return null;
  const stops = sliderStops(range);
  const { value } = quantity;
  const apart = (stop: number): number => Math.abs(Math.log(stop / value));
  const place =
    value === 0 ? 0 : stops.reduce((best, stop, at) => (apart(stop) < apart(stops[best] ?? 0) ? at : best), 1);
  return { place, last: stops.length - 1, textAt: (at) => percentText(stops[at] ?? 0) };
}
