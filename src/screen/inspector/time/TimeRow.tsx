import { useState } from 'react';
import { formOf } from '../../../model/edit/time-form.ts';
import type { Field as FieldSpec } from '../../../model/kinds/field.ts';
import { useBoard } from '../../../store/board.ts';
import type { FieldOwner } from '../../../store/fields.ts';
import { shownDesign } from '../../../store/selectors.ts';
import { isWrong, timeIn } from '../../../store/time-field.ts';
import { TimeFields } from './TimeFields.tsx';
import { TimeFigure } from './TimeFigure.tsx';
import { useTimeCurve } from './useTimeCurve.ts';

interface TimeRowProps {
  /** One component or one call. */
  readonly owner: FieldOwner;
  readonly field: FieldSpec;
}

/** A time or a distribution of times, and what it looks like. */
export function TimeRow({ owner, field }: TimeRowProps) {
  const time = useBoard((state) => timeIn(shownDesign(state), owner, field.key));
  const wrong = useBoard((state) => isWrong(state, owner, field.key));
  // Of a time that is wrong the engine knows nothing; what was drawn stays until it is mended.
  const curve = useTimeCurve(wrong ? null : owner);
  const [last, setLast] = useState({ curve, of: time });
  if (curve !== null && curve !== last.curve) setLast({ curve, of: time });
  const shown = curve ?? last.curve;
  return (
    <>
      <TimeFields owner={owner} field={field} figures={!wrong && last.of === time ? (shown?.seconds ?? null) : null} />
      {formOf(time) !== 'constant' && shown !== null && <TimeFigure curve={shown} old={wrong} />}
    </>
  );
}
