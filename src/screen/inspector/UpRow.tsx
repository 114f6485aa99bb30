import { useId, useState } from 'react';
import { pathText } from '../../model/issue.ts';
import type { Field as FieldSpec } from '../../model/kinds/field.ts';
import { useBoard } from '../../store/board.ts';
import { fieldPath, type FieldOwner } from '../../store/fields.ts';
import { useField } from '../../store/useField.ts';
import { Button } from '../ui/Button.tsx';
import { errorId, Field } from '../ui/Field.tsx';
import { QuantityInput } from '../ui/QuantityInput.tsx';
import { FieldRow } from './FieldRow.tsx';
import styles from './inspector.module.css';

interface UpRowProps {
  readonly owner: FieldOwner;
  readonly field: FieldSpec;
}

const TIMES = /^mtbf (.+), mttr (.+)$/;

/** How often something is up, in one of its two ways of writing: a share of the time, or the times between failures and to repair. */
export function UpRow({ owner, field }: UpRowProps) {
  const { text, commit } = useField(owner, field).control;
  const isTimes = TIMES.test(text);
  const [asTimes, setAsTimes] = useState(isTimes);
  if (asTimes || isTimes) {
    return (
      <TimesRows
        owner={owner}
        field={field}
        onShare={() => {
          if (isTimes) commit('');
          setAsTimes(false);
        }}
      />
    );
  }
  const way = (
    <Button
      variant="quiet"
      className={styles['way']}
      title="Write how long it runs between failures, and how long a repair takes"
      onClick={() => setAsTimes(true)}
    >
      or MTBF
    </Button>
  );
  return <FieldRow owner={owner} field={field} suffix={way} />;
}

/** Two times that are written together: the document gets them when both are there. */
function TimesRows({ owner, field, onShare }: UpRowProps & { readonly onShare: () => void }) {
  const id = useId();
  const { control, problem } = useField(owner, field);
  const { text, commit } = control;
  const path = useBoard((state) => pathText(fieldPath(state, owner.part, owner.ids[0] ?? '', field.key)));
  const [, mtbf = '', mttr = ''] = TIMES.exec(text) ?? [];
  const [typed, setTyped] = useState<{ mtbf?: string; mttr?: string }>({});
  const now = { mtbf: typed.mtbf ?? mtbf, mttr: typed.mttr ?? mttr };
  const half = (now.mtbf === '') !== (now.mttr === '');
  const change = (part: { mtbf?: string; mttr?: string }): void => {
    const next = { ...now, ...part };
    const whole = next.mtbf !== '' && next.mttr !== '';
    setTyped(whole ? {} : next);
    if (whole) commit(`mtbf ${next.mtbf}, mttr ${next.mttr}`);
  };
  const error = half ? 'Write both times: how long it runs between failures, and how long a repair takes' : problem;
  const rows = [
    { key: 'mtbf', label: 'Fails every', absent: 'such as 720 h', value: now.mtbf },
    { key: 'mttr', label: 'Repaired in', absent: 'such as 43 min', value: now.mttr },
  ] as const;
  return (
    <div data-path={path}>
      {rows.map(({ key, label, absent, value }) => (
        <Field key={key} id={id + key} label={label} help={field.help} error={key === 'mttr' ? error : undefined}>
          <QuantityInput
            id={id + key}
            value={value}
            absent={absent}
            data-field
            invalid={error !== undefined}
            aria-describedby={error === undefined ? undefined : errorId(`${id}mttr`)}
            suffix={
              key === 'mtbf' && (
                <Button variant="quiet" className={styles['way']} onClick={onShare}>
                  or a share
                </Button>
              )
            }
            onCommit={(line) => change({ [key]: line.trim() })}
          />
        </Field>
      ))}
    </div>
  );
}
