import type { ComponentLoad } from '../../model/report-load.ts';
import { board } from '../../store/board.ts';
import { useCalm } from '../../store/calm.ts';
import { currentReport, shownDesign } from '../../store/selectors.ts';
import { isStrained, loadRows, loadTitle } from '../../words/load.ts';
import { headroomSentence } from '../../words/load-sentences.ts';
import { rateText } from '../../words/numbers.ts';
import { sentenceText } from '../../words/sentence.ts';
import { LinkedText } from '../ui/LinkedText.tsx';
import { Part } from './Part.tsx';
import styles from './inspector.module.css';

interface LoadFiguresProps {
  readonly name: string;
  readonly load: ComponentLoad;
}

/** What arrives at a component and what that does to it. */
export function LoadFigures({ name, load }: LoadFiguresProps) {
  if (load.ratePerSecond === 0) return null;
  return (
    <Part title={loadTitle(name, load)}>
      <table className={styles['measures']} aria-label="Load" data-broken={isStrained(load) || undefined}>
        <tbody>
          {loadRows(load).map(([label, text]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}

/** What a client's requests fill first, and where all of it is shown. */
export function JourneyLoad({ id }: { readonly id: string }) {
  const report = useCalm(currentReport);
  const design = useCalm(shownDesign);
  if (report === null || design === null) return null;
  const said = sentenceText(headroomSentence(report, design));
  if (said === '') return null;
  const show = (): void => {
    const state = board.getState();
    state.chooseJourney(id);
    state.showNumbers({ lens: 'load', loadView: 'journey' });
  };
  return (
    <Part title="Load">
      <p className={styles['prose']}>{said}</p>
      <p className={styles['prose']}>
        <LinkedText
          pieces={[
            { text: 'What more requests do', go: show, title: 'Show what more requests do to the answers' },
            { text: ' is in the charts.' },
          ]}
        />
      </p>
    </Part>
  );
}

/** How many requests go along a call, with all its attempts. */
export function CallLoad({ id }: { readonly id: string }) {
  const perSecond = useCalm((state) => currentReport(state)?.load?.calls[id] ?? 0);
  if (perSecond === 0) return null;
  return (
    <Part title={`${rateText(perSecond)} go along it`}>
      <p className={styles['prose']}>Retries and copies are counted.</p>
    </Part>
  );
}
