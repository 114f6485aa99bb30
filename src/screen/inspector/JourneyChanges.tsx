import { useBoard } from '../../store/board.ts';
import { currentReport, reportBefore, shownDesign } from '../../store/selectors.ts';
import { changesTitle, journeyChanges, type JourneyChange } from '../../words/what-if.ts';
import styles from './inspector.module.css';

/** What the what-if does to each journey, the one that is hurt most first. */
export function JourneyChanges() {
  const before = useBoard(reportBefore);
  const after = useBoard((state) => (state.whatIfReport === null ? null : currentReport(state)));
  const design = useBoard(shownDesign);
  if (before === null || after === null || design === null) return null;
  const changes = journeyChanges(before, after, design);
  if (changes.length === 0) return null;
  return (
    <>
      <h3>{changesTitle(changes)}</h3>
      <ul className={styles['changes']} aria-label={changesTitle(changes)}>
        {changes.map((change) => (
          <li key={change.id} data-sort={change.sort}>
            <b>{change.name}</b> <Change change={change} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Change({ change: { before, after, change, sort } }: { readonly change: JourneyChange }) {
  if (sort === 'same') return <span>not affected</span>;
  return (
    <span>
      {before} <span aria-label="becomes">→</span> {after}
      {change !== '' && `, ${change}`}
    </span>
  );
}
