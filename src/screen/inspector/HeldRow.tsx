import { useId, useRef, useState } from 'react';
import type { Held } from '../../model/edit/what-if.ts';
import { pathText } from '../../model/issue.ts';
import { board, useBoard } from '../../store/board.ts';
import { heldPath, shownDesign } from '../../store/selectors.ts';
import { heldValue } from '../../words/held-value.ts';
import { partName } from '../../words/names.ts';
import { steppedQuantity } from '../../words/quantity-text.ts';
import { Button } from '../ui/Button.tsx';
import { errorId, Field } from '../ui/Field.tsx';
import { QuantityInput } from '../ui/QuantityInput.tsx';
import styles from './inspector.module.css';

const HELP = 'How often it is up in this what-if, such as 99 %. 0 % is down.';

function step(text: string, steps: number): string | null {
  const next = steppedQuantity(text, 'availability', steps);
  return next === null ? null : String(next);
}

/** What one part is held at, shown live as it is typed, stepped or dragged. */
export function HeldRow({ held }: { readonly held: Held }) {
  const id = useId();
  const name = useBoard((state) => {
    const design = shownDesign(state);
    return design === null ? held.id : partName(design, held);
  });
  const [problem, setProblem] = useState<string | undefined>();
  const before = useRef<string | null>(null);
  const text = String(held.up);

  const show = (typed: string): string | undefined => {
    const value = heldValue(typed);
    if ('problem' in value) return value.problem;
    board.getState().hold([held], value.up);
    return undefined;
  };
  const start = (): string => (before.current ??= text);
  const preview = (typed: string): void => {
    start();
    setProblem(undefined);
    show(typed);
  };
  const commit = (typed: string): void => {
    before.current = null;
    setProblem(show(typed));
  };
  const cancel = (): void => {
    if (before.current !== null) show(before.current);
    before.current = null;
    setProblem(undefined);
  };
  const scrub = {
    onScrub: (by: number) => void show(step(start(), by) ?? text),
    onScrubEnd: () => void (before.current = null),
    onScrubCancel: cancel,
  };
  return (
    <div className={styles['held']} data-path={pathText(heldPath(held))}>
      <Field id={id} label={name} help={HELP} error={problem} scrub={step(text, 1) === null ? undefined : scrub}>
        <QuantityInput
          id={id}
          aria-description={HELP}
          aria-describedby={problem === undefined ? undefined : errorId(id)}
          data-field
          value={text}
          invalid={problem !== undefined}
          onPreview={preview}
          onCommit={commit}
          onCancel={cancel}
          step={step}
        />
      </Field>
      <Button
        variant="quiet"
        icon="X"
        label={`Bring ${name} up again`}
        onClick={() => board.getState().release([held])}
      />
    </div>
  );
}
