import type { CutSets } from '../../model/report.ts';
import { useCurve } from '../../store/answers.ts';
import { board } from '../../store/board.ts';
import { useCalm } from '../../store/calm.ts';
import { currentJourney, currentReport, shownDesign } from '../../store/selectors.ts';
import { cutSetCount, cutSetParts, cutSetsShown, cutSetText } from '../../words/cut-sets.ts';
import { chanceText, countText, sharesText } from '../../words/numbers.ts';
import styles from './dock.module.css';
import type { Column, Row } from './figure-rows.ts';
import { FigureTable } from './FigureTable.tsx';

/** How many are listed, the likeliest of all. */
const MOST = 100;

const COLUMNS: readonly Column[] = [
  { key: 'sentence', label: 'Down together' },
  { key: 'order', label: 'Failures' },
  { key: 'probability', label: 'Chance' },
  { key: 'share', label: 'Share' },
];

/** The smallest combinations of failures that fail requests. */
export function CutSetView() {
  const journey = useCalm((state) => currentJourney(state)?.id ?? null);
  const index = useCalm((state) => state.design);
  const answer = useCurve(journey === null ? null : { question: 'cut-sets', design: index, journey, most: MOST });
  const cutSets = answer?.question === 'cut-sets' ? answer : null;
  return (
    <div className={styles['columns']} data-one-chart>
      <div className={styles['text']}>
        <p>What fails requests when all of it is down, and would not if any of it were up: a minimal cut set.</p>
        <p role="status">{cutSets === null ? 'Looking for them …' : `${cutSetCount(cutSets)}.`}</p>
        {cutSets !== null && cutSetsShown(cutSets) !== '' && <p>{cutSetsShown(cutSets)}.</p>}
      </div>
      <div className={styles['table']}>{cutSets !== null && <CutSetTable cutSets={cutSets} />}</div>
    </div>
  );
}

function CutSetTable({ cutSets }: { readonly cutSets: CutSets }) {
  const design = useCalm(shownDesign);
  const report = useCalm(currentReport);
  if (design === null || report === null || cutSets.sets.length === 0) return null;
  const rows = cutSets.sets.map((set): Row => {
    const name = cutSetText(set, design, report);
    const parts = cutSetParts(set);
    return {
      key: JSON.stringify(set.members),
      name,
      cells: [countText(set.order), chanceText(set.probability), sharesText(set.share)],
      sizes: [name, set.order, set.probability, set.share],
      lit: parts.map(({ id }) => id),
      onChoose: () => board.getState().selectParts(parts),
    };
  });
  return <FigureTable label="Minimal cut sets, the likeliest first" columns={COLUMNS} rows={rows} />;
}
