import type { ReactNode } from 'react';
import { useBoard } from '../../store/board.ts';
import { useCalm } from '../../store/calm.ts';
import { currentJourney } from '../../store/selectors.ts';
import type { AvailabilityView } from '../../store/state.ts';
import styles from './dock.module.css';

/** Where the downtime comes from: by part and cause, by what matters most, by what fails together, by what it rests on. */
export function AvailabilityTab({ views }: { readonly views: Readonly<Record<AvailabilityView, ReactNode>> }) {
  const view = useBoard((state) => state.availabilityView);
  const any = useCalm((state) => currentJourney(state) !== null);
  if (!any) return <p className={styles['text']}>{EMPTY}</p>;
  return (
    <div
      role="tabpanel"
      id="availability-panel"
      aria-labelledby={`availability-${view}`}
      tabIndex={-1}
      className={styles['panel']}
    >
      {views[view]}
    </div>
  );
}

const EMPTY = 'No client yet: add one and connect it to what it calls, and its downtime is here.';
