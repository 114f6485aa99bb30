import { useChartWidth } from 'recharts';
import { ellipsised } from '../../drawing/text-width.ts';
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

/** The name of an axis, cut where it is too long for the chart; the whole comes up when it is pointed at. */
export function AxisText({ viewBox, text, side, rem }: AxisTextProps) {
  const width = useChartWidth();
  if (viewBox === undefined || width === undefined) return null;
  const end = viewBox.x + viewBox.width;
  const places = {
    bottom: { x: end, y: viewBox.y + viewBox.height + 0.8 * rem, textAnchor: 'end' },
    top: { x: viewBox.x, y: viewBox.y - 0.6 * rem, textAnchor: 'start' },
    topRight: { x: end, y: viewBox.y - 0.6 * rem, textAnchor: 'end' },
  } as const;
  const shown = ellipsised(text, side === 'top' ? width - viewBox.x : end, 0.8125 * rem);
  return (
    <text {...places[side]} className={look('axis')}>
      {shown}
      {shown !== text && <title>{text}</title>}
    </text>
  );
}
