import {
  Bar,
  BarChart,
  LabelList,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
  type BarShapeProps,
  type YAxisTickContentProps,
} from 'recharts';
import { useBoard } from '../../store/board.ts';
import { ellipsised } from '../../drawing/text-width.ts';
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

const ROW = 2;
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
  const rem = useBoard((state) => state.textSize) * 0.16;
  const row = rows.length > 4 ? 1.6 : ROW;
  const texts = new Map(rows.map((one) => [one.id, one]));
  const shape = (props: BarShapeProps) => <Shape {...props} onChoose={onChoose} onPoint={onPoint} />;
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
          label={({ viewBox }: LabelProps) => (
            <text x={mark === undefined ? viewBox.x : 0} y={viewBox.y + 1.1 * rem} className={look('axis')}>
              {axis}
            </text>
          )}
        />
        <YAxis
          type="category"
          dataKey="id"
          width={nameWidth * rem}
          axisLine={false}
          tickLine={false}
          interval={0}
          tick={(props: TickProps) => {
            const name = texts.get(String(props.payload.value))?.name ?? '';
            return (
              <text x={0} y={props.y} dy="0.35em" className={look('name')}>
                {ellipsised(name, (nameWidth - 0.4) * rem, 0.8125 * rem)}
                <title>{name}</title>
              </text>
            );
          }}
        />
        <Bar dataKey="value" minPointSize={2} isAnimationActive={false} shape={shape}>
          <LabelList
            dataKey="text"
            content={({ x, y, width, height, value }) => (
              <text
                x={Number(x) + (labels === 'behind' ? Number(width) + 0.4 * rem : 0.4 * rem)}
                y={Number(y) + Number(height) / 2}
                dy="0.35em"
                className={`${look('number')} ${look('onLine')}`}
              >
                {value}
              </text>
            )}
          />
        </Bar>
        {mark !== undefined && (
          <ReferenceLine
            x={Math.min(Math.max(mark.value, domain[0]), domain[1])}
            className={look('mark')}
            ifOverflow="extendDomain"
            label={(props: unknown) => <MarkLabel {...(props as LabelProps)} text={mark.text} rem={rem} />}
          />
        )}
      </BarChart>
    </ResponsiveContainer>
  );
}

interface LabelProps {
  readonly viewBox: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

type TickProps = Pick<YAxisTickContentProps, 'y' | 'payload'>;

function MarkLabel({ viewBox, text, rem }: LabelProps & { readonly text: string; readonly rem: number }) {
  return (
    <text x={viewBox.x + 0.35 * rem} y={viewBox.y + viewBox.height + 1.1 * rem} className={look('markText')}>
      {text}
    </text>
  );
}

type ShapeProps = BarShapeProps & Pick<BarPlotProps, 'onChoose' | 'onPoint'>;

function Shape({ x, y, width, height, payload, onChoose, onPoint }: ShapeProps) {
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
