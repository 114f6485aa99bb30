import { dotsRow, type Dots as Row } from '../../drawing/dots.ts';

/** As wide as there is room for beside the words of that row. */
const ROOM = 96;

/** Filled where a replica is needed, hollow where it is spare. Drawn, since fonts disagree about ● and ○. */
export function Dots(row: Row) {
  const { dots, bars, radius, width } = dotsRow(row, ROOM);
  return (
    <svg width={width} height={2 * radius + 2} aria-hidden focusable={false}>
      {dots.map(({ x, full }) => (
        <circle
          key={x}
          cx={x}
          cy={radius + 1}
          r={full ? radius : radius - 0.6}
          fill={full ? 'var(--ink)' : 'none'}
          stroke={full ? 'none' : 'var(--ink)'}
          strokeWidth={1.2}
        />
      ))}
      {bars.map((x) => (
        <path key={x} d={`M${x} 0v${2 * radius + 2}`} stroke="var(--ink-2)" />
      ))}
    </svg>
  );
}
