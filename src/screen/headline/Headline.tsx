import type { ReactNode } from 'react';
import { useBoard } from '../../store/board.ts';
import { currentJourney, currentJourneys, currentReport, isWhatIf } from '../../store/selectors.ts';
import { hasTimes } from '../../words/times.ts';
import { AvailabilityTile } from './AvailabilityTile.tsx';
import { BindingTile } from './BindingTile.tsx';
import { Computing } from './Computing.tsx';
import { Spoken } from './Spoken.tsx';
import styles from './headline.module.css';

/** The numbers that matter most, and what holds them back. Before the first number its place is kept. */
export function Headline({ latency, headroom }: { readonly latency: ReactNode; readonly headroom: ReactNode }) {
  const known = useBoard((state) => currentReport(state) !== null);
  const old = useBoard((state) => state.stale || (isWhatIf(state) && state.whatIfReport === null));
  const journeys = useBoard((state) => currentJourneys(state).length);
  const timed = useBoard((state) => hasTimes(currentJourney(state)?.journey));
  const loaded = useBoard((state) => currentReport(state)?.load?.fullest != null);
  return (
    <section
      className={styles['headline']}
      aria-label="What this design promises"
      data-old={old || undefined}
      data-several={journeys > 1 || undefined}
      data-timed={timed || undefined}
      data-loaded={loaded || undefined}
    >
      {known ? <AvailabilityTile any={journeys > 0} /> : <WaitingTile first />}
      {timed && <div className={styles['tile']}>{latency}</div>}
      {loaded && <div className={styles['tile']}>{headroom}</div>}
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
