import { usePlotArea } from 'recharts';
import { textWidth } from '../../drawing/text-width.ts';
import { look } from './look.ts';

/** How the ticks of all axes look. */
export const TICK = {
  tickLine: false,
  axisLine: { className: look('axisLine') },
  tick: { className: look('tick') },
} as const;

interface Box {
  readonly viewBox: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

interface AxisTextProps extends Partial<Box> {
  /** One text a line. */
  readonly lines: readonly string[];
  /** Beside the right end of an axis, below that end, or above it at the top left or right. */
  readonly side: 'right' | 'bottom' | 'top' | 'topRight';
  readonly rem: number;
}

/** The name of an axis. */
export function AxisText({ viewBox, lines, side, rem }: AxisTextProps) {
  if (viewBox === undefined) return null;
  const end = viewBox.x + viewBox.width;
  const places = {
    right: { x: end + 0.65 * rem, y: viewBox.y + 0.25 * rem, textAnchor: 'start' },
    bottom: { x: end, y: viewBox.y + viewBox.height + 0.8 * rem, textAnchor: 'end' },
    top: { x: viewBox.x, y: viewBox.y - 0.6 * rem, textAnchor: 'start' },
    topRight: { x: end, y: viewBox.y - 0.6 * rem, textAnchor: 'end' },
  } as const;
  const { x, y, textAnchor } = places[side];
  return (
    <text y={y} textAnchor={textAnchor} className={look('axis')}>
      {lines.map((line, place) => (
        <tspan key={line} x={x} dy={place === 0 ? undefined : '1.25em'}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

interface PointTextProps extends Partial<Box> {
  readonly text: string;
  readonly side: 'left' | 'right' | 'above' | 'below';
  readonly strong?: boolean;
  readonly rem: number;
  /** Pixels to the right of the axes that a text may take. */
  readonly room?: number;
}

/** What stands beside a point that is marked. */
export function PointText({ viewBox, text, side, strong = false, rem, room = 0 }: PointTextProps) {
  const area = usePlotArea();
  if (viewBox === undefined) return null;
  const x = viewBox.x + viewBox.width / 2;
  const y = viewBox.y + viewBox.height / 2;
  // A text that begins at a point far to the right would leave the chart.
  const far = area !== undefined && x + textWidth(text, 0.85 * rem, strong) > area.x + area.width + room;
  // Below a point near the axis stand the axis' own numbers.
  const low = area !== undefined && y + 1.6 * rem > area.y + area.height;
  const places = {
    left: { x: x - 0.6 * rem, y, dy: '-0.2em', textAnchor: 'end' },
    right: {
      x: x + (far ? -0.4 : 0.6) * rem,
      y,
      dy: far ? '1.1em' : '0.35em',
      textAnchor: far ? 'end' : 'start',
    },
    above: { x, y: y - 0.6 * rem, dy: '0', textAnchor: 'middle' },
    below: { x, y: y + (low ? -0.6 : 0.6) * rem, dy: low ? '0' : '0.9em', textAnchor: far ? 'end' : 'start' },
  } as const;
  return (
    <text {...places[side]} className={`${look(strong ? 'number' : 'name')} ${look('onLine')}`}>
      {text}
    </text>
  );
}
