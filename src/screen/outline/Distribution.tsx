import type { Field } from '../../model/kinds/field.ts';
import { board, useBoard } from '../../store/board.ts';
import { fieldPath, type FieldOwner } from '../../store/fields.ts';
import { timeIn } from '../../store/time-field.ts';
import { shownDesign } from '../../store/selectors.ts';
import { timeSummary } from '../../words/time-forms.ts';
import { Button } from '../ui/Button.tsx';
import styles from './outline.module.css';

interface DistributionProps {
  readonly id: string;
  readonly owner: FieldOwner;
  readonly field: Field;
  readonly label: string;
  readonly tabIndex?: number | undefined;
}

/** A time that is given by a list, as a line of text: it leads to where it is edited. */
export function Distribution({ id, owner, field, label, tabIndex }: DistributionProps) {
  const text = useBoard((state) => timeSummary(timeIn(shownDesign(state), owner, field.key) ?? ''));
  return (
    <Button
      id={id}
      tabIndex={tabIndex}
      title={text}
      aria-label={`${label}: ${text}`}
      className={styles['distribution']}
      onClick={() => {
        const state = board.getState();
        state.leadTo(fieldPath(state, owner.part, owner.ids[0] ?? '', field.key));
      }}
    >
      {text}
    </Button>
  );
}
