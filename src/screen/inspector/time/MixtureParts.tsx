import { useRef, type ComponentType } from 'react';
import { withoutPart, withPart, type Mixture } from '../../../model/edit/time-lists.ts';
import type { Field as FieldSpec } from '../../../model/kinds/field.ts';
import type { Time } from '../../../model/scenario.ts';
import { board, useBoard } from '../../../store/board.ts';
import { withField, type FieldOwner } from '../../../store/fields.ts';
import { timeIn } from '../../../store/time-field.ts';
import { shownDesign } from '../../../store/selectors.ts';
import { partField, WEIGHT } from '../../../words/time-forms.ts';
import { Button } from '../../ui/Button.tsx';
import { FieldRow } from '../FieldRow.tsx';
import styles from './time.module.css';
import { goesToo } from './goes-too.ts';
import { useShown } from './useShown.tsx';

interface MixturePartsProps {
  readonly owner: FieldOwner;
  readonly field: FieldSpec;
  /** The rows for the time of one part, which may be a mixture again. */
  readonly Time: ComponentType<{ readonly owner: FieldOwner; readonly field: FieldSpec; readonly figures: null }>;
}

const isMixture = (time: Time | undefined): time is Mixture => typeof time === 'object' && 'mixture' in time;

/** The parts of a mixture: each a weight and a time. */
export function MixtureParts({ owner, field, Time: TimeOfPart }: MixturePartsProps) {
  const parts = useBoard((state) => {
    const written = timeIn(shownDesign(state), owner, field.key);
    return isMixture(written) ? written.mixture.length : 0;
  });
  const [shown, more] = useShown(parts, 12, 3);
  const add = useRef<HTMLButtonElement>(null);
  const edit = (label: string, change: (mixture: Mixture) => Mixture): void => {
    board.getState().edit(label, (scenario, design) => {
      const written = timeIn(scenario.designs[design], owner, field.key);
      return isMixture(written) ? withField(scenario, design, owner, field.key, change(written)) : scenario;
    });
  };
  return (
    <>
      <div>
        {Array.from({ length: shown }, (_, place) => {
          const name = `Part ${place + 1}`;
          const part: FieldSpec = { ...field, key: `${field.key}.mixture.${place}.time`, label: 'Time' };
          return (
            // Parts have no names: each is what stands in its place.
            <div key={place} role="group" aria-label={name} className={styles['part']}>
              <div className={styles['head']}>
                <h4>{name}</h4>
                {parts > 1 && (
                  <Button
                    variant="quiet"
                    icon="Trash2"
                    label={`Delete ${name.toLowerCase()}`}
                    onClick={() => {
                      if (goesToo(place, parts)) add.current?.focus({ preventScroll: true });
                      edit(`Delete ${name.toLowerCase()}`, (mixture) => withoutPart(mixture, place));
                    }}
                  />
                )}
              </div>
              <FieldRow owner={owner} field={partField(field, `mixture.${place}.weight`, WEIGHT)} />
              <TimeOfPart owner={owner} field={part} figures={null} />
            </div>
          );
        })}
      </div>
      {more}
      <Button ref={add} icon="Plus" className={styles['add']} onClick={() => edit('Add a part', withPart)}>
        Add a part
      </Button>
    </>
  );
}
