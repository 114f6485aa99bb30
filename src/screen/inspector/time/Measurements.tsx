import { useId, useRef, type ClipboardEvent } from 'react';
import type { Field as FieldSpec } from '../../../model/kinds/field.ts';
import type { FieldOwner } from '../../../store/fields.ts';
import type { MeasuredUnit } from '../../../store/read-pasted.ts';
import { heldText } from '../../../words/measurements.ts';
import { percentText } from '../../../words/numbers.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { errorId, Field } from '../../ui/Field.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import styles from './time.module.css';
import { usePasted } from './usePasted.ts';

/** A text longer than this is read, but not shown: no page lays out a million lines. */
const LONG = 100_000;

const UNITS: readonly { readonly value: MeasuredUnit; readonly label: string }[] = [
  { value: 'ms', label: 'ms' },
  { value: 's', label: 's' },
  { value: 'us', label: 'µs' },
  { value: 'ns', label: 'ns' },
];

interface MeasurementsProps {
  readonly owner: FieldOwner;
  readonly field: FieldSpec;
  /** Where the time lies in the document. */
  readonly path: string;
  /** Something is typed or pasted, and what is written becomes what was read of it. */
  readonly onStart: () => void;
  readonly onRead: (note: string) => void;
}

/** Measured times to paste: single ones, or the percentiles of HdrHistogram and the like. */
export function Measurements({ owner, field, path, onStart, onRead }: MeasurementsProps) {
  const id = useId();
  const area = useRef<HTMLSpanElement>(null);
  const pasted = usePasted({ owner, field, path, onStart, onRead });
  const { text, unit, problem, progress } = pasted;
  const held = text.length > LONG;

  const onPaste = (event: ClipboardEvent): void => {
    const clip = event.clipboardData.getData('text');
    if (clip.length <= LONG) return;
    event.preventDefault();
    pasted.commit(clip);
  };
  const showPlace = (): void => {
    const shown = area.current?.querySelector('textarea');
    if (problem === null || !shown) return;
    const typed = shown.value;
    const lines = typed.split('\n');
    const start = lines.slice(0, problem.line - 1).reduce((sum, line) => sum + line.length + 1, problem.column - 1);
    const word = /^[^\s,;]*/.exec(typed.slice(start))?.[0].length ?? 0;
    shown.focus();
    shown.setSelectionRange(start, start + word);
  };

  return (
    <div className={styles['paste']}>
      <Field id={`${id}-unit`} label="Unit" help="Of numbers that are written without one.">
        <Choice
          id={`${id}-unit`}
          value={unit}
          options={UNITS}
          onChoose={(value) => {
            const chosen = UNITS.find((each) => each.value === value);
            if (chosen !== undefined) pasted.setUnit(chosen.value);
          }}
        />
      </Field>
      {held ? (
        <div className={styles['reading']}>
          <span>{heldText(text.length)}</span>
          {progress === null && <Button onClick={() => pasted.commit(text)}>Read it</Button>}
          <Button onClick={() => pasted.commit('')}>Take it away</Button>
        </div>
      ) : (
        <span ref={area}>
          <TextArea
            aria-label="Measurements"
            aria-describedby={problem === null ? undefined : errorId(id)}
            aria-invalid={problem !== null || undefined}
            spellCheck={false}
            maxLength={undefined}
            placeholder={'12.1\n9.8\n203.4'}
            value={text}
            onPaste={onPaste}
            onPreview={pasted.preview}
            onCommit={pasted.commit}
            onCancel={pasted.cancel}
          />
        </span>
      )}
      {progress !== null && (
        <div className={styles['reading']}>
          <progress aria-label="Reading measurements" max={1} value={progress} />
          <span className={styles['note']}>{percentText(Math.round(progress * 100) / 100)}</span>
          <Button onClick={pasted.stop}>Stop</Button>
        </div>
      )}
      {problem !== null && (
        <div id={errorId(id)} className={styles['wrong']} role="alert">
          <p>{problem.message}.</p>
          {!held && <Button onClick={showPlace}>Show the place</Button>}
        </div>
      )}
      {text === '' && progress === null && problem === null && (
        <p className={styles['note']}>
          Paste single times, HdrHistogram’s percentile distribution, or a table of percentiles.
        </p>
      )}
    </div>
  );
}
