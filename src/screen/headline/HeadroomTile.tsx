import { board, useBoard } from '../../store/board.ts';
import { currentReport, shownDesign } from '../../store/selectors.ts';
import { fullestShortText, fullestText, headroomFigure, strainOf } from '../../words/load.ts';
import styles from './headline.module.css';

const showLoad = (): void => board.getState().showNumbers({ lens: 'load', loadView: 'busy' });

/** How many times today's load there is room for, and what is full first. */
export function HeadroomTile() {
  const fullest = useBoard((state) => currentReport(state)?.load?.fullest ?? null);
  const design = useBoard(shownDesign);
  if (fullest === null || design === null) return null;
  const second = fullestText(fullest, design);
  return (
    <div className={styles['tile']}>
      <span className={styles['big']} title={second}>
        <button
          type="button"
          className={styles['time']}
          data-figure="headroom"
          data-broken={strainOf(fullest) !== 'within' || undefined}
          title="Show how busy everything is"
          onClick={showLoad}
        >
          <small>headroom</small> {headroomFigure(fullest)}
        </button>
      </span>
      <span className={styles['sub']} title={second}>
        <span className={styles['second']}>{fullestShortText(fullest)}</span>
      </span>
    </div>
  );
}
