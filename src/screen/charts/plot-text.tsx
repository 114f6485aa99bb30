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
  /** Beside the right end of an axis, or above it at the top left. */
  readonly side: 'right' | 'top';
}

/** The name of an axis. */
export function AxisText({ viewBox, lines, side }: AxisTextProps) {
  if (viewBox === undefined) return null;
  const right = side === 'right';
  return (
    <text y={viewBox.y} dy={right ? '0.3em' : '-0.75em'} className={look('axis')}>
      {lines.map((line, place) => (
        <tspan
          key={line}
          x={right ? viewBox.x + viewBox.width : viewBox.x}
          dx={right ? '0.75em' : undefined}
          dy={place === 0 ? undefined : '1.25em'}
        >
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
}

/** What stands beside a point that is marked. */
export function PointText({ viewBox, text, side, strong = false, rem }: PointTextProps) {
  if (viewBox === undefined) return null;
  const x = viewBox.x + viewBox.width / 2;
  const y = viewBox.y + viewBox.height / 2;
  const places = {
    left: { x: x - 0.6 * rem, y, dy: '-0.2em', textAnchor: 'end' },
    right: { x: x + 0.6 * rem, y, dy: '0.35em', textAnchor: 'start' },
    above: { x, y: y - 0.6 * rem, dy: '0', textAnchor: 'middle' },
    below: { x, y: y + 0.6 * rem, dy: '0.9em', textAnchor: 'start' },
  } as const;
  return (
    <text {...places[side]} className={`${look(strong ? 'number' : 'name')} ${look('onLine')}`}>
      {text}
    </text>
  );
}
