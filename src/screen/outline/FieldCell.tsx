import { useId } from 'react';
import type { TimeForm } from '../../model/edit/time-form.ts';
import type { Field as FieldSpec } from '../../model/kinds/field.ts';
import { useBoard } from '../../store/board.ts';
import type { FieldOwner } from '../../store/fields.ts';
import { formAt } from '../../store/time-field.ts';
import { useField, type FieldControl } from '../../store/useField.ts';
import { errorId, Field } from '../ui/Field.tsx';
import { ValueControl } from '../ui/ValueControl.tsx';
import { Cell } from './Cell.tsx';
import { Distribution } from './Distribution.tsx';
import styles from './outline.module.css';

interface FieldCellProps {
  readonly owner: FieldOwner;
  readonly field: FieldSpec;
  /** What the row is about, for the control's name: "Replicas of App". */
  readonly of: string;
  /** Says the field's name over it, where the column is called otherwise. */
  readonly captioned?: boolean;
}

/** A field in a column of its own. */
export function FieldCell({ owner, field, of, captioned = false }: FieldCellProps) {
  const id = useId();
  const { control, problem } = useField(owner, field);
  return (
    <Cell label={field.label}>
      {captioned && (
        <span aria-hidden className={styles['caption']}>
          {field.label}
        </span>
      )}
      <Value id={id} owner={owner} field={field} control={control} label={`${field.label} of ${of}`} tabIndex={-1} />
      {problem !== undefined && (
        <p id={errorId(id)} className={styles['problem']} role="alert">
          {problem}
        </p>
      )}
    </Cell>
  );
}

/** A field below its row, with its label. */
export function FieldItem({ owner, field, of }: FieldCellProps) {
  const id = useId();
  const { control, problem, scrub } = useField(owner, field);
  return (
    <Field id={id} label={field.label} help={field.help} error={problem} scrub={scrub}>
      <Value id={id} owner={owner} field={field} control={control} label={`${field.label} of ${of}`} />
    </Field>
  );
}

const LISTS: ReadonlySet<TimeForm> = new Set(['mixture', 'quantiles', 'samples']);

interface ValueProps {
  readonly id: string;
  readonly owner: FieldOwner;
  readonly field: FieldSpec;
  readonly control: FieldControl;
  readonly label: string;
  readonly tabIndex?: number;
}

/** What can be written in a line is edited here; a longer list of times leads to where it is. */
function Value({ id, owner, field, control, label, tabIndex }: ValueProps) {
  const long = useBoard((state) => field.edit.shape === 'time' && LISTS.has(formAt(state, owner, field.key)));
  if (long) return <Distribution id={id} owner={owner} field={field} label={label} tabIndex={tabIndex} />;
  return (
    <ValueControl {...control} id={id} label={label} help={field.help} problemId={errorId(id)} tabIndex={tabIndex} />
  );
}
