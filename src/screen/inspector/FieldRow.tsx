import { useId, type ReactNode } from 'react';
import { pathText } from '../../model/issue.ts';
import type { Field as FieldSpec } from '../../model/kinds/field.ts';
import { useBoard } from '../../store/board.ts';
import { fieldPath, type FieldOwner } from '../../store/fields.ts';
import { useField } from '../../store/useField.ts';
import { errorId, Field } from '../ui/Field.tsx';
import { Slider } from '../ui/Slider.tsx';
import { ValueControl } from '../ui/ValueControl.tsx';
import { VariableValue } from './VariableValue.tsx';

/** One field of what is selected. Its label drags its value; a formula's variables are dragged below it. */
interface FieldRowProps {
  readonly owner: FieldOwner;
  readonly field: FieldSpec;
  readonly suffix?: ReactNode;
}

export function FieldRow({ owner, field, suffix }: FieldRowProps) {
  const id = useId();
  const { control, problem, variables, scrub, slide } = useField(owner, field);
  const path = useBoard((state) => pathText(fieldPath(state, owner.part, owner.ids[0] ?? '', field.key)));
  return (
    <div data-path={path}>
      <Field id={id} label={field.label} help={field.help} error={problem} scrub={scrub}>
        <ValueControl
          {...control}
          id={id}
          named
          label={field.label}
          help={field.help}
          problemId={errorId(id)}
          suffix={suffix}
        />
        {slide && <Slider {...slide} label={field.label} />}
        {variables.map((name) => (
          <VariableValue key={name} name={name} />
        ))}
      </Field>
    </div>
  );
}
