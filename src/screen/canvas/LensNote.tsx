import { useBoard } from '../../store/board.ts';
import { shownDesign } from '../../store/selectors.ts';
import { LENS_LABELS } from '../../words/views.ts';
import styles from './canvas.module.css';

/** Says which figure the nodes show. */
export function LensNote() {
  const lens = useBoard((state) => state.lens);
  const empty = useBoard((state) => Object.keys(shownDesign(state)?.components ?? {}).length === 0);
  return empty ? null : <p className={styles['lens']}>{LENS_LABELS[lens]}</p>;
}
