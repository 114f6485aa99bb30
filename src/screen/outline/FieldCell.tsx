import { useId } from 'react';
import type { Field as FieldSpec } from '../../model/kinds/field.ts';
import type { FieldOwner } from '../../store/fields.ts';
import { useField } from '../../store/useField.ts';
import { errorId, Field } from '../ui/Field.tsx';
import { ValueControl } from '../ui/ValueControl.tsx';
import { Cell } from './Cell.tsx';
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
      <ValueControl
        {...control}
        id={id}
        label={`${field.label} of ${of}`}
        help={field.help}
        problemId={errorId(id)}
        tabIndex={-1}
      />
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
      <ValueControl {...control} id={id} label={`${field.label} of ${of}`} help={field.help} problemId={errorId(id)} />
    </Field>
  );
}
