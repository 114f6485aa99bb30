import { useEffect, useRef, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { removeItems } from '../../model/edit/components.ts';
import { domainsOf } from '../../model/domains.ts';
import { connect } from '../../model/edit/calls.ts';
import { only } from '../../model/edit/selection.ts';
import { KIND_SPECS } from '../../model/kinds/kinds.ts';
import { callIds, type Design } from '../../model/scenario.ts';
import { board, useBoard } from '../../store/board.ts';
import { shownComponent, shownDesign } from '../../store/selectors.ts';
import { componentName, nameOf } from '../../words/names.ts';
import { Button } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';
import { CallRow } from './CallRow.tsx';
import { Cell } from './Cell.tsx';
import { CausesCell, KindCell, NameCell } from './component-cells.tsx';
import { FieldCell } from './FieldCell.tsx';
import { removeRow } from './grid-keys.ts';
import { MoreFields } from './MoreFields.tsx';
import styles from './outline.module.css';

const COLUMNS = ['replicas', 'needed', 'up', 'beta'];

/** A component, the rest of its fields where they are unfolded, and its calls. */
export function ComponentRows({ id }: { readonly id: string }) {
  const component = useBoard((state) => shownComponent(state, id));
  const calls = useBoard(useShallow((state) => callsFrom(shownDesign(state), id)));
  const selected = useBoard((state) => state.selection.components.includes(id));
  const placed = useBoard((state) => Object.keys(domainsOf(shownDesign(state))).length > 0);
  const row = useRef<HTMLTableRowElement>(null);
  // A client has no column of its own: all that it says stands below it.
  const [open, setOpen] = useState(component?.kind === 'client');
  useEffect(() => {
    if (selected && row.current?.contains(document.activeElement) === false)
      row.current.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  if (component === null) return null;

  const offered = KIND_SPECS[component.kind].fields.filter((field) => field.computed);
  const rest = offered.filter((field) => !COLUMNS.includes(field.key));
  // Where there are domains, those that it stands in are in sight.
  const below = open ? rest : placed ? rest.filter(({ key }) => key === 'domains') : [];
  const name = nameOf(id, component);
  const owner = { part: 'components', ids: [id] } as const;
  return (
    <tbody data-row={id}>
      <tr ref={row} aria-selected={selected} className={styles['component']}>
        <NameCell id={id} component={component} />
        <KindCell id={id} component={component} />
        {COLUMNS.map((key) => {
          const field = offered.find((each) => each.key === key);
          return field === undefined ? (
            <Cell key={key} label="" className={styles['none']} />
          ) : (
            <FieldCell key={key} owner={owner} field={field} of={name} />
          );
        })}
        <CausesCell id={id} />
        <Cell label="" className={styles['actions']}>
          <Button
            variant="quiet"
            tabIndex={-1}
            icon={open ? 'ChevronDown' : 'ChevronRight'}
            label={`More fields of ${name}`}
            aria-expanded={open}
            disabled={rest.length === 0}
            onClick={() => setOpen(!open)}
          />
          <AddCall id={id} name={name} />
          <Button
            variant="quiet"
            tabIndex={-1}
            icon="Trash2"
            label={`Delete ${name}`}
            onClick={(event) => removeRow(event.currentTarget, () => remove(id))}
          />
        </Cell>
      </tr>
      {below.length > 0 && <MoreFields owner={owner} of={name} fields={below} />}
      {calls.map((call) => (
        <CallRow key={call} id={call} />
      ))}
    </tbody>
  );
}

function AddCall({ id, name }: { readonly id: string; readonly name: string }) {
  const targets = useBoard(useShallow((state) => targetsOf(shownDesign(state), id)));
  return (
    <Menu
      tabIndex={-1}
      label={`Add a call from ${name}`}
      icon="ArrowRight"
      disabled={targets.length === 0}
      items={targets.map((to) => ({
        id: to,
        title: nameIn(to),
        run: () => board.getState().edit('Connect', (scenario, design) => connect(scenario, design, id, to).scenario),
      }))}
    />
  );
}

const nameIn = (id: string): string => {
  const design = shownDesign(board.getState());
  return design === null ? id : componentName(design, id);
};

const callsFrom = (design: Design | null, from: string): string[] => {
  const calls = design?.calls ?? [];
  return callIds(calls).filter((_, place) => calls[place]?.from === from);
};

/** What a component can call and does not yet. */
function targetsOf(design: Design | null, from: string): string[] {
  const caller = design?.components[from];
  if (design === null || caller === undefined || !KIND_SPECS[caller.kind].calls) return [];
  const called = new Set(design.calls?.filter((call) => call.from === from).map((call) => call.to));
  return Object.keys(design.components).filter((id) => {
    const kind = design.components[id]?.kind;
    return id !== from && !called.has(id) && kind !== undefined && KIND_SPECS[kind].called;
  });
}

function remove(id: string): void {
  board.getState().edit('Delete', (scenario, design) => removeItems(scenario, design, only({ components: [id] })));
}
