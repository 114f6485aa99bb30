import type { Path } from '../../model/issue.ts';
import type { Figure } from '../../model/report.ts';
import { callIds, type Design } from '../../model/scenario.ts';
import { useExplanation } from '../../store/answers.ts';
import { board, useBoard } from '../../store/board.ts';
import { shownDesign } from '../../store/selectors.ts';
import { FORMULA_LABELS } from '../../words/terms.ts';
import { FORMULA_MATHML } from '../../words/formulas.mathml.ts';
import { partName } from '../../words/names.ts';
import { workingParts, type WorkingPart } from '../../words/working.ts';
import styles from './inspector.module.css';

/** How a figure came to be: the formula, the numbers put in, what comes out. A number leads to the field it came from. */
export function Working({ figure }: { readonly figure: Figure }) {
  const explanation = useExplanation(figure);
  const design = useBoard(shownDesign);
  if (explanation === null || design === null) return null;
  const lines = workingParts(explanation, (part) => partName(design, part));
  return (
    <div className={styles['working']}>
      <p className={styles['formula']} title={FORMULA_LABELS[explanation.formula]}>
        <span dangerouslySetInnerHTML={{ __html: FORMULA_MATHML[explanation.formula] }} />
      </p>
      {lines.map((line, index) => (
        // Lines and pieces have no names but their places, and are replaced as a whole.
        // eslint-disable-next-line react/no-array-index-key
        <p key={index}>
          {line.map((part, place) => (
            // eslint-disable-next-line react/no-array-index-key
            <Piece key={place} part={part} design={design} />
          ))}
        </p>
      ))}
    </div>
  );
}

/** A path by the place of its call, which a working knows by its id. */
function written(path: Path | null, design: Design): Path | null {
  if (path?.[2] !== 'calls') return path;
  return path.with(3, callIds(design.calls ?? []).indexOf(String(path[3])));
}

function Piece({ part, design }: { readonly part: WorkingPart; readonly design: Design }) {
  const path = written(part.path, design);
  const piece =
    path === null ? (
      part.text
    ) : (
      <button type="button" title="Go to this field" onClick={() => board.getState().leadTo(path)}>
        {part.text}
      </button>
    );
  if (part.raised === true) return <sup>{piece}</sup>;
  return part.strong === true ? <b>{piece}</b> : piece;
}
