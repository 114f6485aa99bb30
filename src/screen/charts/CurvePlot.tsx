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
import { look } from './look.ts';
import { AxisText, MarkFoot, PointText, TICK } from './plot-text.tsx';
import { useRoom } from './useRoom.ts';

export interface Axis {
  readonly scale: 'linear' | 'log';
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly text: (value: number) => string;
  readonly name: string;
}

export interface CurveLine {
  readonly key: string;
  readonly points: readonly { readonly x: number; readonly y: number | null }[];
  readonly look: 'line' | 'linear' | 'amdahl';
  readonly axis?: 'left' | 'right';
  /** Stands at its end; where there is an axis to the right, at its beginning. */
  readonly name?: string;
}

export interface CurveDot {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly side: 'left' | 'right' | 'above' | 'below';
  readonly today?: boolean;
  readonly axis?: 'left' | 'right';
}

interface CurvePlotProps {
  readonly x: Axis;
  readonly y: Axis;
  readonly right?: Axis | undefined;
  readonly lines: readonly CurveLine[];
  readonly dots?: readonly CurveDot[] | undefined;
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
export function CurvePlot({ x, y, right, lines, dots = NO_DOTS, mark, height = 10.25 }: CurvePlotProps) {
  const { rem, narrow, onResize } = useRoom();
  const named = lines.some(({ name }) => name !== undefined);
  const room = (right !== undefined ? 0.25 : named ? 4.5 : 1.5) * rem;
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
          height={1.5 * rem}
          {...TICK}
          label={<AxisText lines={[x.name]} side="bottom" rem={rem} />}
        />
        <CurveAxis id="left" axis={y} rem={rem} />
        {right !== undefined && <CurveAxis id="right" axis={right} rem={rem} />}
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
        {mark !== undefined && (
          <ReferenceLine
            yAxisId="left"
            x={inside(x, mark.x)}
            className={look('mark')}
            label={<MarkFoot text={mark.text} rem={rem} />}
          />
        )}
        {lines.map((line) => {
          const shown = line.points.filter((point) => point.y !== null && point.x <= x.domain[1]);
          const end = right === undefined ? shown.at(-1) : shown[0];
          if (line.name === undefined || end?.y == null) return null;
          return (
            <ReferenceDot
              key={line.key}
              yAxisId="left"
              x={end.x}
              y={inside(y, end.y)}
              r={0}
              label={<PointText text={line.name} side={right === undefined ? 'right' : 'start'} rem={rem} />}
            />
          );
        })}
        {dots.map((dot) => (
          <ReferenceDot
            key={dot.text}
            yAxisId={dot.axis ?? 'left'}
            x={inside(x, dot.x)}
            y={inside(dot.axis === 'right' && right !== undefined ? right : y, dot.y)}
            r={(dot.today === true ? 0.3125 : 0.25) * rem}
            className={look(dot.today === true ? 'today' : 'halfDot')}
            label={<PointText text={dot.text} side={dot.side} strong={dot.today === true} rem={rem} room={room} />}
          />
        ))}
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
      label={<AxisText lines={[axis.name]} side={id === 'left' ? 'top' : 'topRight'} rem={rem} />}
    />
  );
}
