import { useShallow } from 'zustand/react/shallow';
import { board, useBoard } from '../../store/board.ts';
import { currentJourney, currentJourneys, shownDesign } from '../../store/selectors.ts';
import { knownAvailability } from '../../words/known.ts';
import { verdictMark } from '../../words/labels.ts';
import { componentName } from '../../words/names.ts';
import { Menu } from '../ui/Menu.tsx';
import styles from './headline.module.css';

/** Which client's requests the numbers are about, where there are several: the worst stands first. */
export function JourneySwitch() {
  const journeys = useBoard(useShallow((state) => [...currentJourneys(state)]));
  const chosen = useBoard((state) => currentJourney(state)?.id ?? null);
  const design = useBoard(shownDesign);
  if (journeys.length < 2 || design === null || chosen === null) return null;
  const items = journeys.map(({ id, journey }) => ({
    id,
    title: componentName(design, id),
    hint: `${journey.objective === null ? '' : `${verdictMark(journey.objective)} `}${knownAvailability(journey)}`,
    checked: id === chosen,
    run: () => board.getState().chooseJourney(id),
  }));
  const name = componentName(design, chosen);
  return (
    <Menu label="Journey" items={items} className={styles['journey']}>
      <span className="visually-hidden">Journey: </span>
      <span className={styles['journeyName']}>{name}</span>
      <span aria-hidden>▾</span>
    </Menu>
  );
}
