import { usePlotArea, useXAxisScale, type LabelProps } from 'recharts';
import { ellipsised, textWidth } from '../../drawing/text-width.ts';
import type { Cause } from '../../model/report.ts';
import { CauseLegend } from './cause-look.tsx';
import { look } from './look.ts';
import type { BarRow } from './to-series.ts';

// The texts of a bar chart. Recharts adds where they belong to what they are given here.

interface Box {
  readonly viewBox?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

interface AxisNameProps extends Box {
  readonly text: string;
  /** Where a mark has its text below the bars, the axis has its name below the names. */
  readonly below: 'bars' | 'names';
  readonly rem: number;
}

const AxisName = ({ viewBox, text, below, rem }: AxisNameProps) =>
  viewBox === undefined ? null : (
    <text x={below === 'bars' ? viewBox.x : 0} y={viewBox.y + 1.1 * rem} className={look('axis')}>
      {text}
    </text>
  );

interface AxisFootProps extends AxisNameProps {
  /** What the names are. */
  readonly names: string | undefined;
  /** Id of the chart's patterns, and the causes that are explained, by lines. */
  readonly patterns: string;
  readonly legend: readonly (readonly Cause[])[];
}

/** How far below the axis a legend begins, and from one line of it to the next; in rem. */
export const LEGEND_TOP = 1.6;
export const LEGEND_LINE = 1.25;

/** Everything below the bars. */
export const AxisFoot = ({ viewBox, text, below, rem, names, patterns, legend }: AxisFootProps) =>
  viewBox === undefined ? null : (
    <g>
      <AxisName viewBox={viewBox} text={text} below={below} rem={rem} />
      {names !== undefined && <AxisName viewBox={viewBox} text={names} below="names" rem={rem} />}
      <CauseLegend id={patterns} lines={legend} rem={rem} y={viewBox.y + LEGEND_TOP * rem} lineHeight={LEGEND_LINE} />
    </g>
  );

interface NameTickProps {
  readonly names: ReadonlyMap<string, string>;
  readonly width: number;
  readonly rem: number;
  readonly y?: number;
  readonly payload?: { readonly value: string };
}

/** The name of a bar, cut where it is too long; the whole name comes up when it is pointed at. */
export function NameTick({ names, width, rem, y, payload }: NameTickProps) {
  const name = names.get(payload?.value ?? '') ?? '';
  return (
    <text x={0} y={y} dy="0.35em" className={look('name')}>
      {ellipsised(name, width, 0.8125 * rem)}
      <title>{name}</title>
    </text>
  );
}

type BarNumberProps = Pick<LabelProps, 'x' | 'y' | 'width' | 'height' | 'value' | 'index'> & {
  readonly inside: boolean;
  readonly rows: readonly BarRow[];
  readonly rem: number;
};

export function BarNumber({ x, y, width, height, value, index = 0, inside, rows, rem }: BarNumberProps) {
  const { value: length = 0, limit = 0 } = rows[index] ?? {};
  // Behind the line of its limit too.
  const behind = length > 0 ? Math.max(1, limit / length) : 1;
  return (
    <text
      x={Number(x) + (inside ? 0 : Number(width) * behind) + 0.4 * rem}
      y={Number(y) + Number(height) / 2}
      dy="0.35em"
      className={`${look('number')} ${look('onLine')}`}
    >
      {value}
    </text>
  );
}

/** Says what the line of the mark is: to the right of it, or to the left where the chart ends. */
export function MarkText({ viewBox, text, rem }: Box & { readonly text: string; readonly rem: number }) {
  const area = usePlotArea();
  if (viewBox === undefined) return null;
  const far = area !== undefined && viewBox.x + 0.35 * rem + textWidth(text, 0.8125 * rem) > area.x + area.width;
  return (
    <text
      x={viewBox.x + (far ? -0.35 : 0.35) * rem}
      y={viewBox.y + viewBox.height + 1.1 * rem}
      textAnchor={far ? 'end' : 'start'}
      className={look('axis')}
    >
      {text}
    </text>
  );
}

/** How long each bar may be: a line across it. */
export function BarLimits({ rows, rem }: { readonly rows: readonly BarRow[]; readonly rem: number }) {
  const area = usePlotArea();
  const across = useXAxisScale();
  if (area === undefined || across === undefined) return null;
  const row = area.height / rows.length;
  return rows.map(({ id, limit }, place) => {
    const x = limit === undefined ? undefined : across(limit);
    if (x === undefined) return null;
    const middle = area.y + (place + 0.5) * row;
    return <path key={id} d={`M${x} ${middle - 0.7 * rem}V${middle + 0.7 * rem}`} className={look('limit')} />;
  });
}
