import { useState } from 'react';
import { parseQuantity } from '../../model/quantity/parse-quantity.ts';
import { board } from '../../store/board.ts';
import { useCalm } from '../../store/calm.ts';
import { limitShown, timedJourney } from '../../store/chart-subjects.ts';
import { useWithin } from '../../store/useWithin.ts';
import { shareText } from '../../words/latency.ts';
import { timeText } from '../../words/numbers.ts';
import { steppedQuantity } from '../../words/quantity-text.ts';
import { Field } from '../ui/Field.tsx';
import { QuantityInput } from '../ui/QuantityInput.tsx';
import styles from './dock.module.css';

const ID = 'good-within';

function stepped(text: string, steps: number): string | null {
  const next = steppedQuantity(text, 'duration', steps, { min: 0 });
  return next === null ? null : String(next);
}

/** How many of all requests, outages included, are answered well in time: within what was promised, or any other limit. */
export function GoodWithin() {
  const index = useCalm((state) => state.design);
  const limit = useCalm(limitShown);
  const curve = useWithin(index);
  const [error, setError] = useState<string | undefined>(undefined);
  const known = useCalm((state) => timedJourney(state)?.journey.goodWithin ?? null);
  const good = [...(known ?? []), ...(curve?.goodWithin ?? [])].find(({ seconds }) => seconds === limit);

  const take = (typed: string): void => {
    if (typed.trim() === '') {
      setError(undefined);
      return board.getState().setView({ limit: null });
    }
    const quantity = parseQuantity(typed, 'duration');
    const known = quantity.kind === 'value' && quantity.value > 0 && Number.isFinite(quantity.value);
    setError(known ? undefined : 'A time, such as 250 ms');
    if (known) board.getState().setView({ limit: quantity.value });
  };

  return (
    <div className={styles['good']}>
      <Field
        id={ID}
        label="Good within"
        help="Any limit: what share of all requests is answered well in that time."
        error={error}
      >
        <QuantityInput
          id={ID}
          value={limit === null ? '' : timeText(limit)}
          absent="such as 250 ms"
          invalid={error !== undefined}
          onPreview={take}
          onCommit={take}
          onCancel={() => setError(undefined)}
          step={stepped}
        />
      </Field>
      <p data-figure="good-within" role="status">
        {good === undefined ? '' : <b>{shareText(good.probability)}</b>}
        {good === undefined ? '' : ' of requests, outages included'}
      </p>
    </div>
  );
}
