const RADIUS = 4.5;
const STEP = 13;

interface DotsProps {
  readonly needed: number;
  readonly spare: number;
}

/** Filled where a replica is needed, hollow where it is spare. Drawn, since fonts disagree about ● and ○. */
export function Dots({ needed, spare }: DotsProps) {
  const count = needed + spare;
  const step = count > 8 ? STEP * 0.8 : STEP;
  return (
    <svg width={(count - 1) * step + 2 * RADIUS} height={2 * RADIUS} aria-hidden focusable={false}>
      {Array.from({ length: count }, (_, index) => (
        <circle
          key={index}
          cx={RADIUS + index * step}
          cy={RADIUS}
          r={index < needed ? RADIUS : RADIUS - 0.6}
          fill={index < needed ? 'var(--ink)' : 'none'}
          stroke={index < needed ? 'none' : 'var(--ink)'}
          strokeWidth={1.2}
        />
      ))}
    </svg>
  );
}
