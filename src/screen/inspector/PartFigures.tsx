import type { DomainPart } from '../../model/report.ts';
import { MEASURES, SINGLE_POINT_HELP } from '../../words/importance.ts';
import { Folded } from './Part.tsx';
import styles from './inspector.module.css';

/** Said of what fails requests by itself. */
export function SinglePoint({ part }: { readonly part: DomainPart }) {
  return part.singlePoint ? <p className={styles['prose']}>{SINGLE_POINT_HELP}</p> : null;
}

/** How much a component or domain matters to the journey, by every usual measure. */
export function Importance({ part }: { readonly part: DomainPart }) {
  return (
    <Folded title="How much it matters">
      <table className={styles['measures']}>
        <tbody>
          {MEASURES.map(({ key, label, help, text }) => (
            <tr key={key} title={help}>
              <th scope="row">{label}</th>
              <td>{text(part)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Folded>
  );
}
