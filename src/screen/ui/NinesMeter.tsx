import styles from './nines-meter.module.css';

interface NinesMeterProps {
  /** How full each bar is, from 0 to 1. */
  readonly bars: readonly number[];
  /** Said to those who don't see it, such as "3.30 nines". */
  readonly label: string;
}

/** A bar for each nine of an availability. */
export function NinesMeter({ bars, label }: NinesMeterProps) {
  return (
    <span title={label} className={styles['meter']}>
      <span className="visually-hidden">{label}</span>
      {bars.map((fill, bar) => (
        // Bars have no names but their places.
        // eslint-disable-next-line react/no-array-index-key
        <span key={bar} aria-hidden className={styles['bar']}>
          <span className={styles['fill']} style={{ width: `${100 * fill}%` }} />
        </span>
      ))}
    </span>
  );
}
