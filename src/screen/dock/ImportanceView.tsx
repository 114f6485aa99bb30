import { board } from '../../store/board.ts';
import { useCalm } from '../../store/calm.ts';
import { currentJourney, shownDesign } from '../../store/selectors.ts';
import {
  MEASURES,
  perfectSentence,
  SINGLE_POINT,
  SINGLE_POINT_HELP,
  singlePointsSentence,
} from '../../words/importance.ts';
import { aboutSentence } from '../../words/known.ts';
import { partName } from '../../words/names.ts';
import { membersOf } from '../../words/parts.ts';
import styles from './dock.module.css';
import type { Row } from './figure-rows.ts';
import { FigureTable } from './FigureTable.tsx';

const COLUMNS = [{ key: 'name', label: 'Part' }, ...MEASURES];

/** How much every component and domain matters, by every usual measure. */
export function ImportanceView() {
  const journey = useCalm((state) => currentJourney(state)?.journey ?? null);
  const design = useCalm(shownDesign);
  if (journey === null || design === null) return null;
  const members = membersOf(journey);
  const sentences = [aboutSentence(journey), perfectSentence(members, design), singlePointsSentence(members, design)];
  const rows = members.map((member): Row => {
    const { key, id, part } = member;
    const name = partName(design, member);
    return {
      key,
      name,
      ...(part.singlePoint ? { tag: { text: SINGLE_POINT, help: SINGLE_POINT_HELP } } : {}),
      cells: MEASURES.map(({ text }) => text(part)),
      sizes: [name, ...MEASURES.map(({ size }) => size(part))],
      lit: [id],
      onChoose: () => board.getState().showPart(member),
    };
  });
  return (
    <div className={styles['whole']}>
      <p>
        {sentences
          .filter((sentence) => sentence !== '')
          .map((sentence) => `${sentence}.`)
          .join(' ')}
      </p>
      <FigureTable label="How much each part matters" columns={COLUMNS} rows={rows} />
    </div>
  );
}
