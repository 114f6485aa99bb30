import { useBoard } from '../../store/board.ts';
import { currentJourney, isWhatIf, reportBefore } from '../../store/selectors.ts';
import { isDown } from '../../model/edit/what-if.ts';
import type { JourneyReport } from '../../model/report.ts';
import { knownAvailabilityShort, knownDowntime, knownNines } from '../../words/known.ts';
import { verdictMark, verdictText } from '../../words/labels.ts';
import { latencyText, latencyVerdictText, successText } from '../../words/latency.ts';
import { UNKNOWN } from '../../words/numbers.ts';
import { hasTimes } from '../../words/times.ts';
import { HeldRow } from './HeldRow.tsx';
import styles from './inspector.module.css';
import { JourneyChanges } from './JourneyChanges.tsx';
import { WaysLeft } from './WaysLeft.tsx';

/** While something is only tried: what is held, whom it hurts, and what was and would be side by side. Its bar lies over the board. */
export function WhatIf() {
  const shown = useBoard(isWhatIf);
  const held = useBoard((state) => state.held);
  const journey = useBoard(currentJourney);
  if (!shown) return null;
  return (
    <section className={styles['whatif']} aria-label="What if">
      {held.length > 0 && (
        <>
          <h3>How often it is up, in this what-if</h3>
          {held.map((each) => (
            <HeldRow key={`${each.of} ${each.id}`} held={each} />
          ))}
          <JourneyChanges />
          {journey !== null && held.some(isDown) && <WaysLeft journey={journey.id} figures={journey.journey} />}
        </>
      )}
      <Now />
    </section>
  );
}

/** The journey on the screen, now and then. */
function Now() {
  const after = useBoard((state) => (state.whatIfReport === null ? null : currentJourney(state)));
  const before = useBoard((state) => (after === null ? null : (reportBefore(state)?.journeys[after.id] ?? null)));
  if (after === null || before === null) return null;
  return (
    <section aria-label="Now and then">
      <Comparison before={before} after={after.journey} />
    </section>
  );
}

const promise = ({ objective }: JourneyReport): string =>
  objective === null ? 'none' : `${verdictMark(objective)} ${verdictText(objective)}`;

const ROWS: readonly (readonly [label: string, text: (journey: JourneyReport) => string])[] = [
  ['Up', (journey) => knownAvailabilityShort(journey)],
  ['Down a year', (journey) => knownDowntime(journey)],
  ['Nines', (journey) => knownNines(journey)],
  ['Promise', promise],
];

const times = ({ latency }: JourneyReport): string =>
  latency?.objective == null ? 'none' : `${verdictMark(latency.objective)} ${latencyVerdictText(latency.objective)}`;

/** What is held side by side too where requests take any time. */
const TIMED_ROWS: typeof ROWS = [
  ['p50', ({ latencySeconds }) => latencyText(latencySeconds?.p50 ?? null)],
  ['p99', ({ latencySeconds }) => latencyText(latencySeconds?.p99 ?? null)],
  ['Success', ({ latency }) => (latency === null ? UNKNOWN : successText(latency))],
  ['In time', times],
];

interface ComparisonProps {
  readonly before: JourneyReport;
  readonly after: JourneyReport;
}

function Comparison({ before, after }: ComparisonProps) {
  return (
    <table className={styles['comparison']}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">Figure</span>
          </th>
          <th scope="col">Now</th>
          <th scope="col">Then</th>
        </tr>
      </thead>
      <tbody>
        {[...ROWS, ...(hasTimes(before) || hasTimes(after) ? TIMED_ROWS : [])].map(([label, text]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{text(before)}</td>
            <td>{text(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
