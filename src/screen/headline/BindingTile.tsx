import { board, useBoard } from '../../store/board.ts';
import { currentJourney, currentReport, shownDesign, shownScenario } from '../../store/selectors.ts';
import { bindingSentence } from '../../words/sentences.ts';
import styles from './headline.module.css';

/** Leads to the component on the board, its fields, and its bar in the chart. */
function show(component: string): void {
  const state = board.getState();
  state.select({ components: [component] });
  state.viewport?.centreOf(component);
  state.setLens('availability');
}

/** What is left of the sentence where there is little space: "holds it back". */
const shortened = (rest: string): string => rest.split(/[:,]/)[0] ?? rest;

/** The one thing that holds the design back, as a sentence. */
export function BindingTile() {
  const report = useBoard(currentReport);
  const design = useBoard(shownDesign);
  const journey = useBoard((state) => currentJourney(state)?.id ?? null);
  const title = useBoard((state) => shownScenario(state).title);
  if (report === null || design === null) return null;
  const { subject, component, rest, sub } = bindingSentence(report, design, journey, title);
  return (
    <div className={styles['tile']} data-figure="binding">
      <span className={styles['say']} title={sub}>
        {component !== null && (
          <button
            type="button"
            className={styles['subject']}
            title={`Show ${subject}`}
            onPointerEnter={() => board.getState().light([component])}
            onPointerLeave={() => board.getState().light([])}
            onClick={() => show(component)}
          >
            {subject}
          </button>
        )}
        <span className={styles['full']}>{rest}</span>
        <span className={styles['short']} aria-hidden>
          {component === null ? rest : shortened(rest)}
        </span>
      </span>
      <span className={styles['sub']} title={sub}>
        <span className={styles['second']}>{sub}</span>
      </span>
    </div>
  );
}
