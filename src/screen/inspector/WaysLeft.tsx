import type { JourneyReport } from '../../model/report.ts';
import { useCurve } from '../../store/answers.ts';
import { board } from '../../store/board.ts';
import { useCalm } from '../../store/calm.ts';
import { currentReport, shownDesign } from '../../store/selectors.ts';
import { MOST_WAYS, wayText, waysLeft } from '../../words/what-if.ts';
import styles from './inspector.module.css';

const light = (ids: readonly string[]): void => board.getState().light(ids);

/** The ways that requests of a journey can still go; each lights up on the board. */
export function WaysLeft({ journey, figures }: { readonly journey: string; readonly figures: JourneyReport }) {
  const index = useCalm((state) => state.design);
  const design = useCalm(shownDesign);
  const report = useCalm(currentReport);
  const answer = useCurve({ question: 'paths', design: index, journey, most: MOST_WAYS });
  const ways = answer?.question === 'paths' ? answer : null;
  const title = ways === null ? '' : waysLeft(ways, figures);
  if (ways === null || design === null || report === null || title === '') return null;
  const sets = ways.sets.filter((ids) => ids.length > 0);
  return (
    <>
      <h3>{title}</h3>
      <ul className={styles['ways']}>
        {sets.map((ids) => (
          <li key={ids.join()}>
            <button
              type="button"
              title="Show it on the board"
              onPointerEnter={() => light(ids)}
              onPointerLeave={() => light([])}
              onFocus={() => light(ids)}
              onBlur={() => light([])}
              onClick={() => light(ids)}
            >
              {wayText(design, report, journey, ids)}
            </button>
          </li>
        ))}
      </ul>
      {sets.length > 0 && (ways.left ?? 0) > sets.length && <p>These are the shortest {sets.length}.</p>}
    </>
  );
}
