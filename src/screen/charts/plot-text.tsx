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

/** The name of an axis: beside its right end in lines of its own, or above it at the top left. */
export const axisText = (text: string, side: 'right' | 'top') =>
  function AxisText(props: unknown) {
    const { viewBox } = props as Box;
    if (side === 'top')
      return (
        <text x={viewBox.x} y={viewBox.y} dy="-0.75em" className={look('axis')}>
          {text}
        </text>
      );
    const x = viewBox.x + viewBox.width;
    return (
      <text y={viewBox.y} dy="0.3em" className={look('axis')}>
        {text.split('\n').map((line, place) => (
          <tspan key={line} x={x} dx="0.75em" dy={place === 0 ? undefined : '1.25em'}>
            {line}
          </tspan>
        ))}
      </text>
    );
  };

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
