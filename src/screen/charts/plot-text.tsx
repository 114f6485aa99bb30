import { look } from './look.ts';

/** How the ticks of all axes look. */
export const TICK = {
  tickLine: false,
  axisLine: { className: look('axisLine') },
  tick: { className: look('tick') },
} as const;

interface AxisTextProps {
  readonly viewBox?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly text: string;
  /** Below the right end of an axis, or above it at the top left or right. */
  readonly side: 'bottom' | 'top' | 'topRight';
  readonly rem: number;
}

/** The name of an axis. */
export function AxisText({ viewBox, text, side, rem }: AxisTextProps) {
  if (viewBox === undefined) return null;
  const end = viewBox.x + viewBox.width;
  const places = {
    bottom: { x: end, y: viewBox.y + viewBox.height + 0.8 * rem, textAnchor: 'end' },
    top: { x: viewBox.x, y: viewBox.y - 0.6 * rem, textAnchor: 'start' },
    topRight: { x: end, y: viewBox.y - 0.6 * rem, textAnchor: 'end' },
  } as const;
  return (
    <text {...places[side]} className={look('axis')}>
      {text}
    </text>
  );
}
