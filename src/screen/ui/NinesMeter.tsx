import styles from './nines-meter.module.css';

interface NinesMeterProps {
  /** 3.3 fills three bars and a part of the fourth; Infinity fills all. */
  readonly nines: number;
  /** Said to those who don't see it, such as "3.30 nines". */
  readonly label: string;
}

const BARS = 6;
const MOST_BARS = 9;

/** A bar for each nine of an availability. Its width changes with the number only beyond six nines. */
export function NinesMeter({ nines, label }: NinesMeterProps) {
  const bars = nines > BARS ? MOST_BARS : BARS;
  return (
    <span title={label} className={styles['meter']}>
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: bars }, (_, bar) => (
        <span key={bar} aria-hidden className={styles['bar']}>
          <span className={styles['fill']} style={{ width: `${100 * Math.max(0, Math.min(1, nines - bar))}%` }} />
        </span>
      ))}
    </span>
  );
}
