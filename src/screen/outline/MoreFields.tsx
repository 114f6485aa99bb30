import type { Field } from '../../model/kinds/field.ts';
import type { FieldOwner } from '../../store/fields.ts';
import { Cell } from './Cell.tsx';
import { FieldItem } from './FieldCell.tsx';
import styles from './outline.module.css';

interface MoreFieldsProps {
  readonly owner: FieldOwner;
  readonly of: string;
  readonly fields: readonly Field[];
}

/** The fields that have no column: a row below, with their labels. */
export function MoreFields({ owner, of, fields }: MoreFieldsProps) {
  return (
    <tr className={styles['rest']} data-call={owner.part === 'calls' ? owner.ids[0] : undefined}>
      <Cell label="" span={8}>
        <div className={styles['items']}>
          {fields.map((field) => (
            <FieldItem key={field.key} owner={owner} field={field} of={of} />
          ))}
        </div>
      </Cell>
    </tr>
  );
}
