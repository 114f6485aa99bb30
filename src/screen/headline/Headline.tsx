import type { ReactNode } from 'react';
import { useBoard } from '../../store/board.ts';
import { currentJourneys, currentReport, isWhatIf } from '../../store/selectors.ts';
import { AvailabilityTile } from './AvailabilityTile.tsx';
import { BindingTile } from './BindingTile.tsx';
import { Computing } from './Computing.tsx';
import { Spoken } from './Spoken.tsx';
import styles from './headline.module.css';

/** The numbers that matter most, and what holds them back. Before the first number its place is kept. */
export function Headline({ more }: { readonly more: ReactNode }) {
  const known = useBoard((state) => currentReport(state) !== null);
  const old = useBoard((state) => state.stale || (isWhatIf(state) && state.whatIfReport === null));
  const journeys = useBoard((state) => currentJourneys(state).length);
  return (
    <section
      className={styles['headline']}
      aria-label="What this design promises"
      data-old={old || undefined}
      data-several={journeys > 1 || undefined}
    >
      {known ? <AvailabilityTile any={journeys > 0} /> : <WaitingTile first />}
      {more}
      {known ? <BindingTile /> : <WaitingTile />}
      <Spoken />
    </section>
  );
}

function WaitingTile({ first = false }: { readonly first?: boolean }) {
  return (
    <div className={styles['tile']}>
      <span className={styles['waitingBig']} />
      <span className={styles['sub']}>
        <span className={styles['waitingSub']} />
        {first && <Computing />}
      </span>
    </div>
  );
}
