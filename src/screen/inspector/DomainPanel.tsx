import { domainsOf, replicasIn } from '../../model/domains.ts';
import { candidates, changeDomainKind, renameDomain, setDomainField } from '../../model/edit/domains.ts';
import { DOMAIN_FIELDS, DOMAIN_KINDS, DOMAIN_SPECS } from '../../model/kinds/domain.ts';
import type { Domain } from '../../model/scenario.ts';
import { board, useBoard } from '../../store/board.ts';
import { useCalm } from '../../store/calm.ts';
import { liveText } from '../../store/live-text.ts';
import {
  currentJourney,
  currentReport,
  domainPartOf,
  domainReport,
  shownDesign,
  shownDomain,
} from '../../store/selectors.ts';
import { domainTitle, shareTitle } from '../../words/figure-titles.ts';
import { componentName, domainName } from '../../words/names.ts';
import { countIn } from '../../words/placement.ts';
import { Choice } from '../ui/Choice.tsx';
import { TextInput } from '../ui/QuantityInput.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { FieldSections } from './FieldSections.tsx';
import { Findings } from './Findings.tsx';
import styles from './inspector.module.css';
import { OutageLine } from './OutageLine.tsx';
import { Folded, Part } from './Part.tsx';
import { Importance, SinglePoint } from './PartFigures.tsx';

const KIND_OPTIONS = DOMAIN_KINDS.map((kind) => ({ value: kind, label: DOMAIN_SPECS[kind].label }));

/** One domain: what it is, what stands in it, and what it does to the journey. */
export function DomainPanel({ id }: { readonly id: string }) {
  const domain = useBoard((state) => shownDomain(state, id));
  const others = useBoard((state) => candidates(shownDesign(state), id).length > 0);
  if (domain === null) return null;
  return (
    <>
      <Head id={id} domain={domain} />
      <FieldSections
        owner={{ part: 'domains', ids: [id] }}
        fields={DOMAIN_FIELDS.filter(({ key }) => key !== 'in' || others || domain.in !== undefined)}
      >
        <Members id={id} />
        <Figures id={id} nested={domain.in !== undefined} />
      </FieldSections>
      <Findings of={{ part: 'domains', id }} />
      <Folded title="Notes" open={domain.notes !== undefined}>
        <TextArea
          aria-label="Notes"
          value={domain.notes ?? ''}
          {...liveText(
            'Change notes',
            (notes) => (scenario, design) =>
              setDomainField(scenario, design, id, 'notes', notes.trim() === '' ? undefined : notes),
          )}
        />
      </Folded>
    </>
  );
}

function Head({ id, domain }: { readonly id: string; readonly domain: Domain }) {
  const name = useBoard((state) => {
    const design = shownDesign(state);
    return design === null ? id : domainName(design, id);
  });
  return (
    <header className={styles['head']}>
      <h2 className="visually-hidden">{name}</h2>
      <TextInput
        className={styles['name']}
        aria-label="Name"
        value={domain.name ?? ''}
        absent={name}
        {...liveText('Rename', (typed) => (scenario, design) => renameDomain(scenario, design, id, typed))}
      />
      <Choice
        className={styles['kind']}
        aria-label="Kind of domain"
        value={domain.kind}
        options={KIND_OPTIONS}
        onChoose={(value) => {
          const kind = DOMAIN_KINDS.find((each) => each === value);
          if (kind === undefined) return;
          board.getState().edit('Change kind', (scenario, design) => changeDomainKind(scenario, design, id, kind));
        }}
      />
    </header>
  );
}

/** What stands in it, with how many of its replicas. Each leads to its fields. */
function Members({ id }: { readonly id: string }) {
  const design = useBoard(shownDesign);
  const report = useBoard(currentReport);
  if (design === null) return null;
  const members = Object.entries(design.components).flatMap(([component, each]) => {
    const replicas = report?.components[component]?.replicas ?? 0;
    const count = replicasIn(each, domainsOf(design), id, replicas);
    return count === 0 ? [] : [{ component, count: countIn(count, replicas) }];
  });
  if (members.length === 0) return null;
  return (
    <Part title="What stands in it">
      <ul className={styles['list']}>
        {members.map(({ component, count }) => (
          <li key={component}>
            <button
              type="button"
              className={styles['row']}
              onClick={() => board.getState().select({ components: [component] })}
              onMouseEnter={() => board.getState().hover(component)}
              onMouseLeave={() => board.getState().hover(null)}
            >
              <span className={styles['rowtitle']}>
                <b>{componentName(design, component)}</b>
                {count}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Figures({ id, nested }: { readonly id: string; readonly nested: boolean }) {
  const report = useCalm((state) => domainReport(state, id));
  const part = useCalm((state) => domainPartOf(state, id));
  const journey = useCalm(currentJourney);
  if (report === null) return null;
  return (
    <>
      <Part title={domainTitle(report, nested)}>
        <OutageLine outages={report.outages} />
        {part !== null && <SinglePoint part={part} />}
        {part !== null && journey !== null && <p className={styles['prose']}>{shareTitle(part, journey.journey)}.</p>}
      </Part>
      {part !== null && <Importance part={part} />}
    </>
  );
}
