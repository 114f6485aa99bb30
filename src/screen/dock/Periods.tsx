import type { JourneyReport } from '../../model/report.ts';
import { knownDowntime } from '../../words/known.ts';
import { PERIOD_LABELS } from '../../words/terms.ts';
import { unbroken } from '../../words/numbers.ts';
import styles from './dock.module.css';

const PERIODS = [
  [PERIOD_LABELS.year, 'downtimeSecondsPerYear'],
  [PERIOD_LABELS.month, 'downtimeSecondsPer30Days'],
  [PERIOD_LABELS.week, 'downtimeSecondsPer7Days'],
] as const;

/** The downtime in the windows that people quote it in. */
export function Periods({ journey }: { readonly journey: JourneyReport }) {
  return (
    <table className={styles['periods']}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">Window</span>
          </th>
          {PERIODS.map(([label]) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">Down</th>
          {PERIODS.map(([label, window]) => (
            <td key={label}>{unbroken(knownDowntime(journey, window))}</td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
