import { useVariable } from '../../store/useVariable.ts';
import { errorId } from '../ui/Field.tsx';
import { ValueControl } from '../ui/ValueControl.tsx';

interface VariableInputProps {
  readonly id: string;
  readonly name: string;
  /** Where no label stands beside it. */
  readonly label?: string;
}

/** The value of a variable. */
export function VariableInput({ id, name, label }: VariableInputProps) {
  const variable = useVariable(name);
  return (
    <ValueControl
      id={id}
      label={label ?? name}
      named={label === undefined}
      kind="figures"
      problemId={errorId(id)}
      invalid={variable.problem !== undefined}
      text={variable.text}
      mixed={false}
      absent=""
      steps={variable.steps}
      preview={variable.preview}
      commit={variable.commit}
      cancel={variable.cancel}
      step={variable.step}
      set={(value) => variable.commit(String(value))}
    />
  );
}
