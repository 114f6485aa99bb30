import { useId } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { runCommand } from '../../commands/registry.ts';
import { setNesting, setStanding } from '../../commands/domain-changes.ts';
import { dealt, domainsOf, parentsOf, placementOf } from '../../model/domains.ts';
import { candidates } from '../../model/edit/domains.ts';
import { pathText } from '../../model/issue.ts';
import { DOMAIN_KINDS, DOMAIN_SPECS } from '../../model/kinds/domain.ts';
import type { Field } from '../../model/kinds/field.ts';
import type { Design } from '../../model/scenario.ts';
import { useBoard } from '../../store/board.ts';
import { fieldPath, fieldProblem, type FieldOwner } from '../../store/fields.ts';
import { currentReport, shownDesign } from '../../store/selectors.ts';
import { domainName } from '../../words/names.ts';
import { countIn } from '../../words/placement.ts';
import { Button } from '../ui/Button.tsx';
import { errorId } from '../ui/Field.tsx';
import { Flag } from '../ui/Flag.tsx';
import { LateIcon } from '../ui/LateIcon.tsx';
import styles from './placement-row.module.css';

interface PlacementRowProps {
  readonly owner: FieldOwner;
  readonly field: Field;
}

const listOf = (design: Design, { part }: FieldOwner, id: string): readonly string[] =>
  part === 'domains' ? parentsOf(domainsOf(design)[id] ?? {}) : (design.components[id]?.domains ?? []);

/** The domains that something stands in: all that there are, by kind, each to be ticked. */
export function PlacementRow({ owner, field }: PlacementRowProps) {
  const id = useId();
  const design = useBoard(shownDesign);
  const problem = useBoard((state) => fieldProblem(state, owner, field));
  const path = useBoard((state) => pathText(fieldPath(state, owner.part, owner.ids[0] ?? '', field.key)));
  if (design === null) return null;
  const lists = owner.ids.map((each) => listOf(design, owner, each));
  const [one = ''] = owner.ids;
  const known = owner.part === 'domains' ? candidates(design, one) : Object.keys(domainsOf(design));
  const unknown = [...new Set(lists.flat())].filter((each) => !Object.hasOwn(domainsOf(design), each));
  const kinds = DOMAIN_KINDS.filter((kind) => known.some((each) => domainsOf(design)[each]?.kind === kind));
  const rows = (ids: readonly string[]) =>
    ids.map((domain) => (
      <Row
        key={domain}
        owner={owner}
        domain={domain}
        name={domainName(design, domain)}
        listed={lists.map((list) => list.includes(domain))}
      />
    ));
  return (
    <div data-path={path} role="group" aria-label={field.label} aria-describedby={problem && errorId(id)}>
      {kinds.map((kind) => (
        <div key={kind}>
          {kinds.length > 1 && <h4 className={styles['kind']}>{DOMAIN_SPECS[kind].label}</h4>}
          {rows(known.filter((each) => domainsOf(design)[each]?.kind === kind))}
        </div>
      ))}
      {rows(unknown)}
      {problem !== undefined && (
        <p id={errorId(id)} className={styles['error']} role="alert">
          {problem}
        </p>
      )}
      {owner.part === 'components' && (
        <Button icon="SquareDashed" className={styles['new']} onClick={() => void runCommand('put-in-new-domain')}>
          Put in a new domain
        </Button>
      )}
    </div>
  );
}

interface RowProps {
  readonly owner: FieldOwner;
  readonly domain: string;
  readonly name: string;
  /** For each of the owners, whether it stands there. */
  readonly listed: readonly boolean[];
}

function Row({ owner, domain, name, listed }: RowProps) {
  const kind = useBoard((state) => domainsOf(shownDesign(state))[domain]?.kind);
  const count = useBoard(useShallow((state) => countText(state, owner, domain)));
  const all = listed.every(Boolean);
  return (
    <label className={styles['row']}>
      <Flag
        value={all ? true : listed.some(Boolean) ? null : false}
        onChoose={(stands) => {
          if (owner.part === 'components') setStanding(owner.ids, domain, stands);
          else for (const id of owner.ids) setNesting(id, domain, stands);
        }}
      />
      {kind !== undefined && <LateIcon name={DOMAIN_SPECS[kind].icon} size="1rem" />}
      <span className={styles['name']}>{name}</span>
      <span className={styles['count']}>{count}</span>
    </label>
  );
}

/** How many replicas of one component stand there; empty where none do, or where it is not known. */
function countText(state: Parameters<typeof shownDesign>[0], { part, ids }: FieldOwner, domain: string): string {
  const design = shownDesign(state);
  const [id = ''] = ids;
  const replicas = currentReport(state)?.components[id]?.replicas;
  const component = design?.components[id];
  if (part !== 'components' || ids.length > 1 || component === undefined || replicas === undefined) return '';
  const list = placementOf(component, domainsOf(design)).find((each) => each.includes(domain));
  return list === undefined ? '' : countIn(dealt(replicas, list.length)[list.indexOf(domain)] ?? 0, replicas);
}
