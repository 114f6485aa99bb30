import { useBoard } from '../../store/board.ts';
import { currentJourney, currentReport } from '../../store/selectors.ts';
import { AvailabilityTile } from './AvailabilityTile.tsx';
import { BindingTile } from './BindingTile.tsx';
import { Spoken } from './Spoken.tsx';
import styles from './headline.module.css';

/** The numbers that matter most, and what holds them back. Before the first number its place is kept. */
export function Headline({ phone = false }: { readonly phone?: boolean }) {
  const known = useBoard((state) => currentReport(state) !== null);
  const old = useBoard((state) => state.stale || (state.whatIf !== null && state.whatIfReport === null));
  const any = useBoard((state) => currentJourney(state) !== null);
  return (
    <section
      className={styles['headline']}
      aria-label="What this design promises"
      data-old={old || undefined}
      data-phone={phone || undefined}
    >
      {known ? <AvailabilityTile any={any} /> : <WaitingTile />}
      {known ? <BindingTile /> : <WaitingTile />}
      <Spoken />
    </section>
  );
}

function WaitingTile() {
  return (
    <div className={styles['tile']} aria-hidden>
      <span className={styles['waitingBig']} />
      <span className={styles['waitingSub']} />
    </div>
  );
}
