import { useMemo } from 'react';
import { board } from '../../store/board.ts';
import { useCalm } from '../../store/calm.ts';
import { besideShown, othersTimed } from '../../store/chart-subjects.ts';
import { shownScenario } from '../../store/selectors.ts';
import { designLetter } from '../../words/labels.ts';
import { Choice } from '../ui/Choice.tsx';
import { Field } from '../ui/Field.tsx';
import styles from './dock.module.css';

const ID = 'beside';

/** Which other design's times are drawn beside those of the one on the board. */
export function Beside() {
  const others = useCalm((state) =>
    othersTimed(state)
      .map(({ design }) => design)
      .join(' '),
  );
  const shown = useCalm((state) => besideShown(state)?.design ?? null);
  const designs = useCalm((state) => shownScenario(state).designs);
  const options = useMemo(
    () =>
      others.split(' ').map((value) => ({
        value,
        label: `${designLetter(Number(value))} ${designs[Number(value)]?.name ?? ''}`,
      })),
    [others, designs],
  );
  if (others === '') return null;
  return (
    <div className={styles['control']}>
      <Field id={ID} label="Beside" help="The design whose times stand beside these, as a dashed line.">
        <Choice
          id={ID}
          value={shown === null ? '' : String(shown)}
          options={options}
          absent="no other design"
          onChoose={(value) => board.getState().setView({ beside: value === '' ? null : Number(value) })}
        />
      </Field>
    </div>
  );
}
