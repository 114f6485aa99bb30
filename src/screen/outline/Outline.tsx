import { useEffect, useRef, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { newDomain } from '../../commands/domain-changes.ts';
import { putWhereDrawn, spotInView, typicalComponent } from '../../commands/placing.ts';
import { domainsOf } from '../../model/domains.ts';
import { addComponent } from '../../model/edit/components.ts';
import { only } from '../../model/edit/selection.ts';
import { KIND_SPECS } from '../../model/kinds/kinds.ts';
import { KINDS, type Kind } from '../../model/scenario.ts';
import { board, useBoard } from '../../store/board.ts';
import { selectedDomain, shownDesign, shownScenario } from '../../store/selectors.ts';
import { Menu } from '../ui/Menu.tsx';
import { ComponentRows } from './ComponentRows.tsx';
import { DomainRow } from './DomainRow.tsx';
import { gridKey, keepOneStop, rememberStop } from './grid-keys.ts';
import styles from './outline.module.css';

const COLUMNS = ['Name', 'Kind', 'Replicas', 'Needed', 'One is up', 'Shared failures'] as const;

/** Components, calls and domains as a table: all that the board shows and all that the inspector edits, for the keyboard and for small screens. */
export function Outline() {
  const ids = useBoard(useShallow((state) => Object.keys(shownDesign(state)?.components ?? {})));
  const domains = useBoard(useShallow((state) => Object.keys(domainsOf(shownDesign(state)))));
  const loaded = useBoard((state) => state.lens === 'load');
  const table = useRef<HTMLTableElement>(null);
  const [added, setAdded] = useState<{ readonly id: string } | null>(null);

  useEffect(() => {
    if (table.current !== null) keepOneStop(table.current);
  });
  useEffect(() => {
    if (added === null) return;
    const id = CSS.escape(added.id);
    const name = table.current?.querySelector<HTMLInputElement>(
      `:is([data-row="${id}"], [data-domain-row="${id}"]) th input`,
    );
    name?.focus();
    name?.select();
  }, [added]);

  return (
    <div className={styles['outline']} data-outline>
      <header className={styles['head']}>
        <h2>Outline</h2>
        <Menu
          variant="plain"
          label="Add a component"
          icon="Plus"
          items={[
            ...KINDS.map((kind) => ({
              id: kind,
              title: KIND_SPECS[kind].label,
              icon: KIND_SPECS[kind].icon,
              run: () => setAdded({ id: add(kind) }),
            })),
            {
              id: 'domain',
              title: 'Domain',
              icon: 'SquareDashed',
              group: 'domain',
              run: () => setAdded({ id: newDomain(spotInView()) ?? '' }),
            },
          ]}
        >
          Add a component
        </Menu>
      </header>
      {ids.length + domains.length === 0 ? (
        <p className={styles['empty']}>Nothing here yet. A design begins with a client: who sends the requests.</p>
      ) : (
        <table
          ref={table}
          // A grid is made of a table.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
          role="grid"
          aria-label="Components, calls and domains"
          onKeyDown={gridKey}
          onFocus={(event) => {
            rememberStop(event);
            selectFocused(event.target);
          }}
        >
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
              <th scope="col">{loaded ? 'Load' : 'Causes'}</th>
              <th scope="col">
                <span className="visually-hidden">Actions</span>
              </th>
            </tr>
          </thead>
          {ids.map((id) => (
            <ComponentRows key={id} id={id} />
          ))}
          {domains.map((id) => (
            <DomainRow key={id} id={id} />
          ))}
        </table>
      )}
    </div>
  );
}

/** Adds a component with its kind's typical values, and selects it. */
function add(kind: Kind): string {
  const state = board.getState();
  const at = spotInView();
  const added = addComponent(shownScenario(state), state.design, { component: typicalComponent(kind), at });
  const put = putWhereDrawn(added.scenario, state.design, added.id, at);
  state.edit(`Add ${KIND_SPECS[kind].label.toLowerCase()}`, () => put, {
    selection: only({ components: [added.id] }),
  });
  return added.id;
}

/** What has the focus is what is selected: the component, or one of its calls, or a domain. */
function selectFocused(target: Element): void {
  const { components, calls } = board.getState().selection;
  const domain = target.closest<HTMLElement>('[data-domain-row]')?.dataset['domainRow'];
  if (domain !== undefined && selectedDomain(board.getState()) !== domain) {
    return board.getState().select({ domains: [domain] });
  }
  const row = target.closest<HTMLElement>('[data-row]')?.dataset['row'];
  const call = target.closest<HTMLElement>('[data-call]')?.dataset['call'];
  if (call !== undefined) {
    if (calls[0] !== call) board.getState().select({ calls: [call] });
  } else if (row !== undefined && (components.length !== 1 || components[0] !== row)) {
    board.getState().select({ components: [row] });
  }
}
