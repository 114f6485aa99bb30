import { useState } from 'react';
import { parseQuantity } from '../../model/quantity/parse-quantity.ts';
import { board } from '../../store/board.ts';
import { useCalm } from '../../store/calm.ts';
import { percentText } from '../../words/numbers.ts';
import { steppedQuantity } from '../../words/quantity-text.ts';
import { Field } from '../ui/Field.tsx';
import { QuantityInput } from '../ui/QuantityInput.tsx';
import styles from './dock.module.css';

const ID = 'slow-chance';

function stepped(text: string, steps: number): string | null {
  const next = steppedQuantity(text, 'probability', steps, { min: 0, max: 1 });
  return next === null ? null : String(next);
}

/** The chance that one call is slow: a question put to the design, no part of it. */
export function SlowChance() {
  const chance = useCalm((state) => state.fanOut.slowProbability);
  const [error, setError] = useState<string | undefined>(undefined);
  const [from, setFrom] = useState<string | null>(null);
  const text = percentText(chance);

  const take = (typed: string): void => {
    const quantity = parseQuantity(typed, 'probability');
    const known = quantity.kind === 'value' && quantity.value >= 0 && quantity.value <= 1;
    setError(known ? undefined : 'A chance from 0 to 100 %, such as 1 %');
    if (known) board.getState().setSlowProbability(quantity.value);
  };

  return (
    <div className={styles['control']}>
      <Field
        id={ID}
        label="One call is slow"
        help="The chance that one call is slow. Drag the label to change it."
        error={error}
        scrub={{
          onScrub(steps) {
            const start = from ?? text;
            setFrom(start);
            take(stepped(start, steps) ?? start);
          },
          onScrubEnd: () => setFrom(null),
          onScrubCancel() {
            if (from !== null) take(from);
            setFrom(null);
          },
        }}
      >
        <QuantityInput
          id={ID}
          value={text}
          invalid={error !== undefined}
          onPreview={take}
          onCommit={take}
          onCancel={() => setError(undefined)}
          step={stepped}
        />
      </Field>
    </div>
  );
}
