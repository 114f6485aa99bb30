import type { JourneyReport } from '../../model/report.ts';
import { PERIOD_LABELS } from '../../words/labels.ts';
import { availabilityShortText, durationText } from '../../words/numbers.ts';
import styles from './dock.module.css';

/** The downtime in the windows that people quote it in, and what the usual product would say. */
export function Periods({ journey }: { readonly journey: JourneyReport }) {
  const rows = [
    [`Down ${PERIOD_LABELS.year}`, durationText(journey.downtimeSecondsPerYear)],
    [`Down ${PERIOD_LABELS.month}`, durationText(journey.downtimeSecondsPer30Days)],
    [`Down ${PERIOD_LABELS.week}`, durationText(journey.downtimeSecondsPer7Days)],
    ['Exact', availabilityShortText(journey.unavailability)],
    ['By multiplying', availabilityShortText(journey.naive?.unavailability)],
  ];
  return (
    <table className={styles['periods']}>
      <tbody>
        {rows.map(([label, value]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
