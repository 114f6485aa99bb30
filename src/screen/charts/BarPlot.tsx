import { useId } from 'react';
import {
  Bar,
  BarChart,
  LabelList,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
  type BarShapeProps,
} from 'recharts';
import type { Cause } from '../../model/report.ts';
import { board } from '../../store/board.ts';
import { useCalm } from '../../store/calm.ts';
import { AxisFoot, BarLimits, BarNumber, LEGEND_LINE, LEGEND_TOP, MarkText, NameTick } from './bar-text.tsx';
import { causeFill, CausePatterns } from './cause-look.tsx';
import { look } from './look.ts';
import type { BarRow } from './to-series.ts';

interface BarPlotProps {
  readonly rows: readonly BarRow[];
  /** What the bars measure; empty where their numbers say it. */
  readonly axis: string;
  readonly domain: readonly [number, number];
  readonly scale?: 'linear' | 'log';
  /** Width of the names, in rem. */
  readonly nameWidth: number;
  /** Inside the bar at its beginning, or behind its end. */
  readonly labels: 'inside' | 'behind';
  readonly mark?: { readonly value: number; readonly text: string } | undefined;
  /** What the names are, said below them. */
  readonly names?: string | undefined;
  /** What bars are made of, explained below the axis: one line for each list. */
  readonly legend?: readonly (readonly Cause[])[] | undefined;
  /** Bars that lead to what they are about. */
  readonly leads?: boolean | undefined;
  /** Room for the number behind the longest bar, in rem. */
  readonly behind?: number | undefined;
  readonly onResize?: ((width: number) => void) | undefined;
}

// All in rem.
const ROW = 2;
const NARROW_ROW = 1.6;
const BAR = 1;
const TIGHT_ROW = 1.4;
const FOOT = 1.75;

const NO_LEGEND: readonly (readonly Cause[])[] = [];

/** Named bars from left to right, one below the other, each with its number. */
export function BarPlot({
  rows,
  axis,
  domain,
  scale = 'linear',
  nameWidth,
  labels,
  mark,
  names: what,
  legend = NO_LEGEND,
  leads = false,
  behind = 4.75,
  onResize,
}: BarPlotProps) {
  const rem = useCalm((state) => state.textSize) * 0.16;
  const row = legend.length > 0 ? TIGHT_ROW : rows.length > 4 || axis === '' ? NARROW_ROW : ROW;
  const id = useId();
  const foot = axis === '' ? 0 : legend.length > 0 ? LEGEND_TOP + LEGEND_LINE * legend.length : FOOT;
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (
    <ResponsiveContainer
      width="100%"
      height={(rows.length * row + foot) * rem}
      initialDimension={{ width: 340, height: 150 }}
      {...(onResize === undefined ? {} : { onResize })}
    >
      <BarChart
        layout="vertical"
        data={[...rows]}
        margin={{ top: 0, right: (labels === 'behind' ? behind : 0.5) * rem, bottom: 0, left: 0 }}
        barSize={BAR * rem}
        accessibilityLayer={false}
      >
        {legend.length > 0 && <CausePatterns id={id} rem={rem} />}
        <XAxis
          type="number"
          domain={[...domain]}
          scale={scale}
          allowDataOverflow
          tick={false}
          axisLine={false}
          height={foot * rem}
          label={
            <AxisFoot
              text={axis}
              below={mark === undefined ? 'bars' : 'names'}
              names={what}
              rem={rem}
              patterns={id}
              legend={legend}
            />
          }
        />
        <YAxis
          type="category"
          dataKey="id"
          width={nameWidth * rem}
          axisLine={false}
          tickLine={false}
          interval={0}
          tick={<NameTick names={names} width={(nameWidth - 0.4) * rem} rem={rem} />}
        />
        <Bar dataKey="value" minPointSize={2} isAnimationActive={false} shape={<Shape leads={leads} patterns={id} />}>
          <LabelList dataKey="text" content={<BarNumber inside={labels === 'inside'} rows={rows} rem={rem} />} />
        </Bar>
        {mark !== undefined && (
          <ReferenceLine
            x={Math.min(Math.max(mark.value, domain[0]), domain[1])}
            className={look('mark')}
            label={<MarkText text={mark.text} rem={rem} />}
          />
        )}
        <BarLimits rows={rows} rem={rem} />
      </BarChart>
    </ResponsiveContainer>
  );
}

interface ShapeProps extends Partial<BarShapeProps> {
  readonly leads: boolean;
  readonly patterns: string;
}

/** A bar, or its segments one behind the other. */
function Shape({ x, y, width = 0, height, payload, leads, patterns }: ShapeProps) {
  const { tone, part, segments = [] } = payload as BarRow;
  const leading = leads && part !== undefined;
  const room = { y, height, rx: segments.length > 1 ? 0 : 2 };
  return (
    <g
      data-pressable={leading || undefined}
      onClick={leading ? () => board.getState().showPart(part) : undefined}
      onPointerEnter={leading ? () => board.getState().light([part.id]) : undefined}
      onPointerLeave={leading ? () => board.getState().light([]) : undefined}
    >
      {segments.length === 0 ? (
        <rect x={x} {...room} width={Math.max(0, width)} className={look(tone)} />
      ) : (
        segments.map(({ cause, share }, place) => {
          const before = segments.slice(0, place).reduce((sum, segment) => sum + segment.share, 0);
          return (
            <rect
              key={cause}
              x={Number(x) + before * width}
              {...room}
              width={Math.max(0, share * width)}
              {...causeFill(cause, tone, patterns)}
            />
          );
        })
      )}
    </g>
  );
}
