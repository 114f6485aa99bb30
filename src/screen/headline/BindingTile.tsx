import { board, useBoard } from '../../store/board.ts';
import { currentJourney, currentReport, shownDesign, shownScenario } from '../../store/selectors.ts';
import type { Named } from '../../words/names.ts';
import { bindingSentence, type BindingSentence } from '../../words/sentences.ts';
import styles from './headline.module.css';
import { useFit } from './useFit.ts';

/** Leads to the component or domain on the board, its fields, and its bar in the chart. */
function show(part: Named): void {
  board.getState().showPart(part);
  board.getState().setLens('availability');
}

/** What is left of the sentence where there is little space: "holds it back", "and 2 others", "causes 90.9 %". */
const shortened = (rest: string): string =>
  /^ and (?:\d+ others|one other)/.exec(rest)?.[0] ?? rest.replace(/[:,].*| of the downtime.*/, '');

/** The one thing that holds the design back, as a sentence. */
export function BindingTile() {
  const report = useBoard(currentReport);
  const design = useBoard(shownDesign);
  const journey = useBoard((state) => currentJourney(state)?.id ?? null);
  const title = useBoard((state) => shownScenario(state).title);
  if (report === null || design === null) return null;
  return <Binding {...bindingSentence(report, design, journey, title)} />;
}

function Binding({ subject, part, rest, sub }: BindingSentence) {
  const { line, measure, fit } = useFit();
  const shown = fit === 'short' && part !== null ? shortened(rest) : rest;
  return (
    <div className={styles['tile']} data-figure="binding">
      <span
        ref={line}
        className={styles['say']}
        data-fit={fit}
        title={fit === 'short' ? `${subject}${rest}. ${sub}` : sub}
      >
        {part !== null && (
          <button
            type="button"
            className={styles['subject']}
            title={`Show ${subject}`}
            onPointerEnter={() => board.getState().light([part.id])}
            onPointerLeave={() => board.getState().light([])}
            onClick={() => show(part)}
          >
            {subject}
          </button>
        )}
        <span className={styles['rest']}>{shown}</span>
        <span ref={measure} className={styles['measure']} aria-hidden>
          {subject}
          {rest}
        </span>
      </span>
      <span className={styles['sub']} title={sub}>
        <span className={styles['second']}>{sub}</span>
      </span>
    </div>
  );
}
