import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import type { Axis, BandPoint, CurveDot, CurveLine, CurvePoint } from './curve.ts';
import { look } from './look.ts';
import { AxisText, TICK } from './plot-text.tsx';
import { PlotData } from './PlotData.tsx';
import { PlotLabels } from './PlotLabels.tsx';
import { useRoom } from './useRoom.ts';

interface CurvePlotProps {
  readonly x: Axis;
  readonly y: Axis;
  readonly right?: Axis | undefined;
  readonly lines: readonly CurveLine[];
  readonly dots?: readonly CurveDot[] | undefined;
  /** What was measured, and where the line through it may lie; on the axis at the left. */
  readonly data?: { readonly measured: readonly CurvePoint[]; readonly band: readonly BandPoint[] } | undefined;
  /** A line across the chart at some x: what was promised. */
  readonly mark?: { readonly x: number; readonly text: string } | undefined;
  /** In rem. */
  readonly height?: number;
}

const NO_DOTS: readonly CurveDot[] = [];

/** Every line's points in one list, by x: each point knows its own line only. */
const joined = (lines: readonly CurveLine[]): { readonly x: number }[] =>
  lines.flatMap(({ key, points }) => points.map(({ x, y }) => ({ x, [key]: y }))).sort((a, b) => a.x - b.x);

const inside = ({ domain: [from, to] }: Axis, value: number): number => Math.min(Math.max(value, from), to);

/** Lines over one axis of any scale, with what is marked on them. */
export function CurvePlot({ x, y, right, lines, dots = NO_DOTS, data, mark, height = 10.25 }: CurvePlotProps) {
  const { rem, narrow, onResize } = useRoom();
  const room = (right !== undefined ? 0.25 : 1.5) * rem;
  return (
    <ResponsiveContainer
      width="100%"
      height={height * rem}
      initialDimension={{ width: 340, height: 176 }}
      onResize={onResize}
    >
      <LineChart
        data={joined(lines)}
        margin={{ top: 1.25 * rem, right: room, bottom: 1.1 * rem, left: 0.25 * rem }}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} className={look('grid')} />
        <XAxis
          type="number"
          dataKey="x"
          scale={x.scale}
          domain={[...x.domain]}
          allowDataOverflow
          ticks={[...x.ticks]}
          tickFormatter={x.text}
          interval={narrow ? 'preserveStartEnd' : 0}
          tickMargin={0.4 * rem}
          height={1.75 * rem}
          {...TICK}
          label={<AxisText text={x.name} side="bottom" rem={rem} />}
        />
        <CurveAxis id="left" axis={y} rem={rem} />
        {right !== undefined && <CurveAxis id="right" axis={right} rem={rem} />}
        {data !== undefined && <PlotData {...data} rem={rem} />}
        {lines.map((line) => (
          <Line
            key={line.key}
            yAxisId={line.axis ?? 'left'}
            type="linear"
            dataKey={line.key}
            className={look(line.look)}
            dot={false}
            connectNulls
            isAnimationActive={false}
          />
        ))}
        {mark !== undefined && <ReferenceLine yAxisId="left" x={inside(x, mark.x)} className={look('mark')} />}
        {dots.map((dot) => (
          <ReferenceDot
            key={dot.text}
            yAxisId={dot.axis ?? 'left'}
            x={inside(x, dot.x)}
            y={inside(dot.axis === 'right' && right !== undefined ? right : y, dot.y)}
            r={(dot.today === true ? 0.3125 : 0.25) * rem}
            className={look(dot.today === true ? 'today' : 'halfDot')}
          />
        ))}
        <PlotLabels
          lines={lines}
          dots={dots}
          measured={data?.measured}
          mark={mark}
          rem={rem}
          room={right === undefined ? room : 0}
        />
      </LineChart>
    </ResponsiveContainer>
  );
}

function CurveAxis({ id, axis, rem }: { readonly id: 'left' | 'right'; readonly axis: Axis; readonly rem: number }) {
  return (
    <YAxis
      yAxisId={id}
      orientation={id}
      type="number"
      scale={axis.scale}
      domain={[...axis.domain]}
      allowDataOverflow
      ticks={[...axis.ticks]}
      tickFormatter={axis.text}
      interval={0}
      width={(id === 'left' ? 4 : 3.25) * rem}
      {...TICK}
      label={<AxisText text={axis.name} side={id === 'left' ? 'top' : 'topRight'} rem={rem} />}
    />
  );
}
