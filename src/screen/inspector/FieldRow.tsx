import { useId } from 'react';
import { pathText } from '../../model/issue.ts';
import type { Field as FieldSpec } from '../../model/kinds/field.ts';
import { useBoard } from '../../store/board.ts';
import { fieldPath, type FieldOwner } from '../../store/fields.ts';
import { useField } from '../../store/useField.ts';
import { errorId, Field } from '../ui/Field.tsx';
import { ValueControl } from '../ui/ValueControl.tsx';
import { VariableValue } from './VariableValue.tsx';

const CONTROLS = { choice: 'choice', flag: 'flag', text: 'text' } as const;

/** The control that a field's shape asks for; all that can be written as a line of figures is one. */
export const controlOf = ({ edit }: FieldSpec): 'figures' | 'text' | 'choice' | 'flag' =>
  edit.shape === 'choice' || edit.shape === 'flag' || edit.shape === 'text' ? CONTROLS[edit.shape] : 'figures';

/** One field of what is selected. Its label drags its value; a formula's variables are dragged below it. */
export function FieldRow({ owner, field }: { readonly owner: FieldOwner; readonly field: FieldSpec }) {
  const id = useId();
  const bound = useField(owner, field);
  const path = useBoard((state) => pathText(fieldPath(state, owner.part, owner.ids[0] ?? '', field.key)));
  const scrub = bound.steps
    ? { onScrub: bound.drag, onScrubEnd: bound.settle, onScrubCancel: bound.cancel }
    : undefined;
  return (
    <div data-path={path}>
      <Field id={id} label={field.label} help={field.help} error={bound.problem} scrub={scrub}>
        <ValueControl
          id={id}
          named
          label={field.label}
          help={field.help}
          problemId={errorId(id)}
          invalid={bound.problem !== undefined}
          kind={controlOf(field)}
          options={field.edit.shape === 'choice' ? field.edit.options : undefined}
          words={field.edit.shape === 'quantity' ? field.edit.words : undefined}
          text={bound.text}
          mixed={bound.mixed}
          absent={field.absent}
          steps={bound.steps}
          preview={bound.preview}
          commit={bound.commit}
          cancel={bound.cancel}
          step={bound.step}
          set={bound.set}
        />
        {bound.variables.map((name) => (
          <VariableValue key={name} name={name} />
        ))}
      </Field>
    </div>
  );
}
