import { useShallow } from 'zustand/react/shallow';
import { domainsOf } from '../../model/domains.ts';
import { DOMAIN_SPECS } from '../../model/kinds/domain.ts';
import { board, useBoard } from '../../store/board.ts';
import { domainPartOf, domainReport, shownDesign, shownDomain } from '../../store/selectors.ts';
import { domainName } from '../../words/names.ts';
import { availabilityShortText, sharesText } from '../../words/numbers.ts';
import { LateIcon } from '../ui/LateIcon.tsx';
import styles from './inspector.module.css';
import { Part } from './Part.tsx';

/** Every domain of the design; each leads to its fields. */
export function DomainList() {
  const ids = useBoard(useShallow((state) => Object.keys(domainsOf(shownDesign(state)))));
  if (ids.length === 0) return null;
  return (
    <Part title="Domains">
      <ul className={styles['list']}>
        {ids.map((id) => (
          <DomainRow key={id} id={id} />
        ))}
      </ul>
    </Part>
  );
}

function DomainRow({ id }: { readonly id: string }) {
  const name = useBoard((state) => {
    const design = shownDesign(state);
    return design === null ? id : domainName(design, id);
  });
  const kind = useBoard((state) => shownDomain(state, id)?.kind ?? 'zone');
  const up = useBoard((state) => domainReport(state, id)?.own.unavailability ?? null);
  const share = useBoard((state) => domainPartOf(state, id)?.share ?? null);
  return (
    <li>
      <button
        type="button"
        className={styles['row']}
        onClick={() => board.getState().select({ domains: [id] })}
        onMouseEnter={() => board.getState().hover(id)}
        onMouseLeave={() => board.getState().hover(null)}
      >
        <span className={styles['rowtitle']}>
          <b>{name}</b>
          <LateIcon name={DOMAIN_SPECS[kind].icon} size="1rem" />
        </span>
        <span>
          {[
            DOMAIN_SPECS[kind].label,
            up === null ? '' : `up ${availabilityShortText(up)}`,
            share === null ? '' : `causes ${sharesText(share)}`,
          ]
            .filter((each) => each !== '')
            .join(' · ')}
        </span>
      </button>
    </li>
  );
}
