import { useState } from 'react';
import { reconnect } from '../../model/edit/calls.ts';
import { removeItems } from '../../model/edit/components.ts';
import { only } from '../../model/edit/selection.ts';
import { CALL_FIELDS, isOffered } from '../../model/kinds/call.ts';
import { KIND_SPECS } from '../../model/kinds/kinds.ts';
import { callIds, type Call, type Design } from '../../model/scenario.ts';
import { board, useBoard } from '../../store/board.ts';
import { isUsed } from '../../store/fields.ts';
import { shownDesign } from '../../store/selectors.ts';
import { componentName } from '../../words/names.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Cell } from './Cell.tsx';
import { FieldCell } from './FieldCell.tsx';
import { removeRow } from './grid-keys.ts';
import { MoreFields } from './MoreFields.tsx';
import styles from './outline.module.css';

/** How many fields have a column of their own. */
const COLUMNS = 6;

const callOf = (design: Design | null, id: string): Call | null =>
  design?.calls?.[callIds(design.calls).indexOf(id)] ?? null;

/** A call under its caller: what it calls, and its fields. */
export function CallRow({ id }: { readonly id: string }) {
  const design = useBoard(shownDesign);
  const call = callOf(design, id);
  const selected = useBoard((state) => state.selection.calls.includes(id));
  const owner = { part: 'calls', ids: [id] } as const;
  const fields = design === null || call === null ? [] : CALL_FIELDS.filter((field) => isOffered(field, call, design));
  const rest = fields.slice(COLUMNS);
  const used = useBoard((state) => rest.some((field) => isUsed(state, owner, field)));
  const [open, setOpen] = useState(used);
  const [wasUsed, setWasUsed] = useState(used);
  if (used !== wasUsed) {
    // Opens by itself, and closes by hand alone: a field must not move away under what empties it.
    setWasUsed(used);
    if (used) setOpen(true);
  }
  if (design === null || call === null) return null;
  const title = `${componentName(design, call.from)} → ${componentName(design, call.to)}`;
  return (
    <>
      <tr data-call={id} aria-selected={selected} className={styles['call']}>
        <Cell heading label="Calls">
          <span aria-hidden className={styles['arrow']}>
            →
          </span>
          <Target id={id} call={call} design={design} title={title} />
        </Cell>
        {fields.slice(0, COLUMNS).map((field) => (
          <FieldCell key={field.key} owner={owner} field={field} of={title} captioned />
        ))}
        {fields.length < COLUMNS && <Cell label="" className={styles['none']} />}
        <Cell label="" className={styles['actions']}>
          <Button
            variant="quiet"
            tabIndex={-1}
            icon={open ? 'ChevronDown' : 'ChevronRight'}
            label={`More fields of ${title}`}
            aria-expanded={open}
            disabled={rest.length === 0}
            onClick={() => setOpen(!open)}
          />
          <Button
            variant="quiet"
            tabIndex={-1}
            icon="Trash2"
            label={`Delete the call ${title}`}
            onClick={(event) => removeRow(event.currentTarget, () => remove(id))}
          />
        </Cell>
      </tr>
      {open && rest.length > 0 && <MoreFields owner={owner} of={title} fields={rest} />}
    </>
  );
}

interface TargetProps {
  readonly id: string;
  readonly call: Call;
  readonly design: Design;
  readonly title: string;
}

function Target({ id, call, design, title }: TargetProps) {
  const options = Object.entries(design.components)
    .filter(([key, { kind }]) => key !== call.from && KIND_SPECS[kind].called)
    .map(([value]) => ({ value, label: componentName(design, value) }));
  return (
    <Choice
      tabIndex={-1}
      aria-label={`Callee of ${title}`}
      value={call.to}
      options={options}
      onChoose={(to) => board.getState().edit('Reconnect', (scenario, index) => reconnect(scenario, index, id, { to }))}
    />
  );
}

function remove(id: string): void {
  board.getState().edit('Delete', (scenario, design) => removeItems(scenario, design, only({ calls: [id] })));
}
