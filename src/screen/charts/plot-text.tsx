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

/** The name of an axis: below its end at the bottom, above it at the top left. */
export const axisText = (text: string, side: 'bottom' | 'top') =>
  function AxisText(props: unknown) {
    const { viewBox } = props as Box;
    const at =
      side === 'bottom'
        ? { x: viewBox.x, y: viewBox.y + viewBox.height, dy: '0.9em' }
        : { x: viewBox.x, y: viewBox.y, dy: '-0.75em' };
    return (
      <text {...at} className={look('axis')}>
        {text}
      </text>
    );
  };

interface PointTextProps extends Partial<Box> {
  readonly text: string;
  readonly side: 'left' | 'right' | 'above';
  readonly strong?: boolean;
  readonly rem: number;
}

/** What stands beside a point that is marked. */
export function PointText({ viewBox, text, side, strong = false, rem }: PointTextProps) {
  if (viewBox === undefined) return null;
  const middle = viewBox.y + viewBox.height / 2;
  const at =
    side === 'left'
      ? { x: viewBox.x - 0.4 * rem, y: middle, dy: '-0.2em', textAnchor: 'end' as const }
      : side === 'right'
        ? { x: viewBox.x + viewBox.width + 0.4 * rem, y: middle, dy: '0.35em' }
        : { x: viewBox.x + viewBox.width / 2, y: viewBox.y - 0.3 * rem, textAnchor: 'middle' as const };
  return (
    <text {...at} className={strong ? look('number') : look('name')}>
      {text}
    </text>
  );
}
