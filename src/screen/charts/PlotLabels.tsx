import { DefaultZIndexes, usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts';
import { textWidth } from '../../drawing/text-width.ts';
import type { CurveDot, CurveLine, CurvePoint } from './curve.ts';
import { placed, placesAlong, placesBeside, type Box, type Label, type Spot } from './label-places.ts';
import { look } from './look.ts';

interface PlotLabelsProps {
  readonly lines: readonly CurveLine[];
  readonly dots: readonly CurveDot[];
  readonly measured: readonly CurvePoint[] | undefined;
  readonly mark: { readonly x: number; readonly text: string } | undefined;
  readonly rem: number;
  /** Pixels to the right of the axes that a text may take. */
  readonly room: number;
}

const LETTERS = 0.8125;
const FEW = 50;

/** What stands beside the points and the mark of a plot: each where it covers nothing. */
export function PlotLabels({ lines, dots, measured, mark, rem, room }: PlotLabelsProps) {
  const area = usePlotArea();
  const across = useXAxisScale();
  const left = useYAxisScale('left');
  const right = useYAxisScale('right');
  if (area === undefined || across === undefined || left === undefined) return null;

  const box: Box = {
    left: area.x + 0.15 * rem,
    right: area.x + area.width + room,
    top: area.y - 0.25 * rem,
    bottom: area.y + area.height,
  };
  const clamped = (value: number, from: number, to: number): number => Math.min(Math.max(value, from), to);
  const spot = (x: number, y: number, axis: 'left' | 'right' = 'left'): Spot => ({
    x: clamped(across(x) ?? 0, area.x, area.x + area.width),
    y: clamped((axis === 'right' ? right : left)?.(y) ?? 0, area.y, box.bottom),
  });
  const drawn = lines.map(({ points, axis }) => points.flatMap(({ x, y }) => (y === null ? [] : [spot(x, y, axis)])));
  const height = 1.05 * rem;
  const gap = 0.5 * rem;
  const texts: (Label & { readonly text: string; readonly strong: boolean })[] = [];
  const add = (text: string, places: Label['places'], strong = false): void => {
    texts.push({ text, places, strong, width: textWidth(text, LETTERS * rem, strong) });
  };

  const marked = dots.map((dot) => spot(dot.x, dot.y, dot.axis));
  const strongFirst = [...dots.keys()].toSorted((a, b) => Number(dots[b]?.today) - Number(dots[a]?.today));
  for (const index of strongFirst) {
    const [dot, point] = [dots[index], marked[index]];
    if (dot !== undefined && point !== undefined) {
      add(dot.text, placesBeside(point, gap, height), dot.today === true);
    }
  }
  const foot = mark === undefined ? undefined : spot(mark.x, 0).x;
  if (mark !== undefined && foot !== undefined) add(mark.text, placesAlong(foot, box, 0.35 * rem, height));
  const upright =
    foot === undefined
      ? []
      : [
          [
            { x: foot, y: area.y },
            { x: foot, y: box.bottom },
          ],
        ];
  // A crowd of points leaves no room anyway.
  const measuredAt = (measured ?? []).slice(0, FEW).map(({ x, y }) => spot(x, y));
  const taken = [...marked, ...measuredAt];
  const places = placed(texts, { area: box, lines: [...drawn, ...upright], dots: taken, height });
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.label}>
      {texts.map(({ text, strong }, index) => {
        const place = places[index];
        return place == null ? null : (
          <text
            key={text}
            x={place.x}
            y={place.y}
            dy="0.35em"
            textAnchor={place.anchor}
            className={`${look(strong ? 'number' : 'name')} ${look('onLine')}`}
          >
            {text}
          </text>
        );
      })}
    </ZIndexLayer>
  );
}
