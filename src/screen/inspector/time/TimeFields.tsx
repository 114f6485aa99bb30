import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { formOf, inForm, type TimeFigures, type TimeForm } from '../../../model/edit/time-form.ts';
import { pathText } from '../../../model/issue.ts';
import type { Field as FieldSpec } from '../../../model/kinds/field.ts';
import type { Time } from '../../../model/scenario.ts';
import { board, useBoard } from '../../../store/board.ts';
import { fieldPath, withField, type FieldOwner } from '../../../store/fields.ts';
import { shownDesign } from '../../../store/selectors.ts';
import { formAt, timeIn, wholeProblem } from '../../../store/time-field.ts';
import { TIME_FORM_WORDS, timePartFields, timeSummary } from '../../../words/time-forms.ts';
import { errorId, Field } from '../../ui/Field.tsx';
import { FieldRow } from '../FieldRow.tsx';
import { FormChoice } from './FormChoice.tsx';
import { Measurements } from './Measurements.tsx';
import { MixtureParts } from './MixtureParts.tsx';
import { QuantileRows } from './QuantileRows.tsx';
import styles from './time.module.css';
import { isUnread } from './usePasted.ts';

interface TimeFieldsProps {
  readonly owner: FieldOwner;
  readonly field: FieldSpec;
  /** What the engine says of it, to be kept in another form. */
  readonly figures: TimeFigures | null;
}

interface Made {
  readonly time: Time | undefined;
  readonly from: Time | undefined;
  readonly by: TimeFigures | null;
}

/** A time with the form that it is given in, and a field for each of its parts. */
export function TimeFields({ owner, field, figures }: TimeFieldsProps) {
  const id = useId();
  const path = useBoard((state) => pathText(fieldPath(state, owner.part, owner.ids[0] ?? '', field.key)));
  const written = useBoard((state) => formAt(state, owner, field.key));
  const kept = useBoard((state) => {
    const time = timeIn(shownDesign(state), owner, field.key);
    return time !== undefined && formOf(time) === 'samples' ? timeSummary(time) : '';
  });
  const problem = useBoard((state) => wholeProblem(state, owner, field.key));
  // Measurements change nothing until they have been read, and may then be of another form.
  const [pasting, setPasting] = useState(() => isUnread(path));
  const [note, setNote] = useState('');
  const form = pasting ? 'samples' : written;

  const select = useRef<HTMLSelectElement>(null);
  const chosen = useRef(false);
  // What was made of what: who goes through the forms loses nothing on the way, and comes back to what was.
  const made = useRef<Made | null>(null);
  useEffect(() => {
    if (chosen.current) select.current?.focus();
    chosen.current = false;
  });

  const choose = (to: TimeForm): void => {
    chosen.current = true;
    setPasting(to === 'samples');
    setNote('');
    if (to === 'samples' || to === written) return;
    board.getState().edit(`Change ${field.label.toLowerCase()}`, (scenario, design) => {
      const time = timeIn(scenario.designs[design], owner, field.key);
      const known = made.current;
      const { from, by } = known !== null && known.time === time ? known : { from: time, by: figures };
      const next = formOf(from) === to ? from : inForm(from, to, by);
      made.current = { time: next, from, by };
      return withField(scenario, design, owner, field.key, next);
    });
  };
  const choice = (compact: boolean): ReactNode => (
    <FormChoice
      ref={select}
      id={compact ? undefined : id}
      label={field.label}
      problemId={problem === undefined ? undefined : errorId(id)}
      form={form}
      compact={compact}
      onChoose={choose}
    />
  );

  if (form === 'constant') return <FieldRow owner={owner} field={field} suffix={choice(true)} />;
  return (
    <div data-path={path} role="group" aria-label={field.label}>
      <Field id={id} label={field.label} help={`${field.help} ${TIME_FORM_WORDS[form].help}`} error={problem}>
        {choice(false)}
      </Field>
      <div className={styles['parts']}>
        {timePartFields(field, form).map((part) => (
          <FieldRow key={part.key} owner={owner} field={part} />
        ))}
        {form === 'mixture' && <MixtureParts owner={owner} field={field} Time={TimeFields} />}
        {form === 'quantiles' && <QuantileRows owner={owner} field={field} />}
        {form === 'samples' && (
          <Measurements
            owner={owner}
            field={field}
            path={path}
            onStart={() => setPasting(true)}
            onRead={(read) => {
              setPasting(false);
              setNote(read);
            }}
          />
        )}
        {(note !== '' || (kept !== '' && !pasting)) && (
          <p role="status" className={styles['note']}>
            {note === '' ? `${kept}.` : note}
          </p>
        )}
      </div>
    </div>
  );
}
