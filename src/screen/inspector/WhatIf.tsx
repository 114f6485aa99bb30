import { useBoard } from '../../store/board.ts';
import { currentJourney, reportBefore } from '../../store/selectors.ts';
import type { JourneyReport } from '../../model/report.ts';
import { knownAvailabilityShort, knownDowntime, knownNines } from '../../words/known.ts';
import { verdictMark, verdictText } from '../../words/labels.ts';
import styles from './inspector.module.css';

/** While a change is tried out: what was and what would be, side by side. Its bar lies over the board. */
export function WhatIf() {
  const after = useBoard((state) => (state.whatIfReport === null ? null : currentJourney(state)));
  const before = useBoard((state) => (after === null ? null : (reportBefore(state)?.journeys[after.id] ?? null)));
  if (after === null || before === null) return null;
  return (
    <section className={styles['whatif']} aria-label="Now and then">
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
        {ROWS.map(([label, text]) => (
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
