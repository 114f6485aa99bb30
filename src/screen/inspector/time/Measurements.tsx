import { useId } from 'react';
import type { Field as FieldSpec } from '../../../model/kinds/field.ts';
import type { FieldOwner } from '../../../store/fields.ts';
import type { MeasuredUnit } from '../../../store/read-pasted.ts';
import { heldText } from '../../../words/measurements.ts';
import { percentText } from '../../../words/numbers.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Field } from '../../ui/Field.tsx';
import { PastedText } from '../../ui/PastedText.tsx';
import styles from './time.module.css';
import { usePasted } from './usePasted.ts';

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
  const pasted = usePasted({ owner, field, path, onStart, onRead });
  const { text, unit, problem, progress } = pasted;
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
      <PastedText
        label="Measurements"
        placeholder={'12.1\n9.8\n203.4'}
        text={text}
        heldText={heldText}
        problem={problem && { place: problem, message: problem.message }}
        progress={progress}
        progressText={percentText}
        doing="Reading measurements"
        onPreview={pasted.preview}
        onCommit={pasted.commit}
        onCancel={pasted.cancel}
        onStop={pasted.stop}
      >
        Paste single times, HdrHistogram’s percentile distribution, or a table of percentiles.
      </PastedText>
    </div>
  );
}
