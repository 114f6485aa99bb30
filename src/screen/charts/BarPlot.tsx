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
import { useCalm } from '../../store/calm.ts';
import { AxisName, BarNumber, MarkText, NameTick } from './bar-text.tsx';
import { look } from './look.ts';
import type { BarRow } from './to-series.ts';

interface BarPlotProps {
  readonly rows: readonly BarRow[];
  /** What the bars measure, with its unit. */
  readonly axis: string;
  readonly domain: readonly [number, number];
  readonly scale?: 'linear' | 'log';
  /** Width of the names, in rem. */
  readonly nameWidth: number;
  /** Inside the bar at its beginning, or behind its end. */
  readonly labels: 'inside' | 'behind';
  readonly mark?: { readonly value: number; readonly text: string } | undefined;
  readonly onChoose?: ((id: string) => void) | undefined;
  readonly onPoint?: ((id: string | null) => void) | undefined;
}

// All in rem.
const ROW = 2;
const NARROW_ROW = 1.6;
const BAR = 1;
const FOOT = 1.75;
/** Room for the number behind the longest bar. */
const BEHIND = 4.75;

/** Named bars from left to right, one below the other, each with its number. */
export function BarPlot({
  rows,
  axis,
  domain,
  scale = 'linear',
  nameWidth,
  labels,
  mark,
  onChoose,
  onPoint,
}: BarPlotProps) {
  const rem = useCalm((state) => state.textSize) * 0.16;
  const row = rows.length > 4 ? NARROW_ROW : ROW;
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (
    <ResponsiveContainer
      width="100%"
      height={(rows.length * row + FOOT) * rem}
      initialDimension={{ width: 340, height: 150 }}
    >
      <BarChart
        layout="vertical"
        data={[...rows]}
        margin={{ top: 0, right: (labels === 'behind' ? BEHIND : 0.5) * rem, bottom: 0, left: 0 }}
        barSize={BAR * rem}
        accessibilityLayer={false}
      >
        <XAxis
          type="number"
          domain={[...domain]}
          scale={scale}
          allowDataOverflow
          tick={false}
          axisLine={false}
          height={FOOT * rem}
          label={<AxisName text={axis} below={mark === undefined ? 'bars' : 'names'} rem={rem} />}
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
        <Bar
          dataKey="value"
          minPointSize={2}
          isAnimationActive={false}
          shape={<Shape onChoose={onChoose} onPoint={onPoint} />}
        >
          <LabelList dataKey="text" content={<BarNumber inside={labels === 'inside'} rem={rem} />} />
        </Bar>
        {mark !== undefined && (
          <ReferenceLine
            x={Math.min(Math.max(mark.value, domain[0]), domain[1])}
            className={look('mark')}
            label={<MarkText text={mark.text} rem={rem} />}
          />
        )}
      </BarChart>
    </ResponsiveContainer>
  );
}

type ShapeProps = Partial<BarShapeProps> & Pick<BarPlotProps, 'onChoose' | 'onPoint'>;

function Shape({ x, y, width = 0, height, payload, onChoose, onPoint }: ShapeProps) {
  const { id, tone } = payload as BarRow;
  return (
    <rect
      x={x}
      y={y}
      width={Math.max(0, width)}
      height={height}
      rx={2}
      className={look(tone)}
      data-pressable={onChoose !== undefined || undefined}
      onClick={onChoose && (() => onChoose(id))}
      onPointerEnter={onPoint && (() => onPoint(id))}
      onPointerLeave={onPoint && (() => onPoint(null))}
    />
  );
}
