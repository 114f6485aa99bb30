import { useId } from 'react';
import { useVariable } from '../../store/useVariable.ts';
import { Field } from '../ui/Field.tsx';
import { VariableInput } from './VariableInput.tsx';
import styles from './inspector.module.css';

/** A variable below a value that uses it: dragged and edited there, for all that use it. */
export function VariableValue({ name }: { readonly name: string }) {
  const id = useId();
  const { steps, drag, settle, cancel } = useVariable(name);
  const scrub = steps ? { onScrub: drag, onScrubEnd: settle, onScrubCancel: cancel } : undefined;
  return (
    <div className={styles['variable']}>
      <Field id={id} label={name} help="A variable: everything that uses it follows." scrub={scrub}>
        <VariableInput id={id} name={name} />
      </Field>
    </div>
  );
}
