import { reconnect } from '../../model/edit/calls.ts';
import { CALL_FIELDS, isOffered } from '../../model/kinds/call.ts';
import { KIND_SPECS } from '../../model/kinds/kinds.ts';
import { callIds, type Call, type Design } from '../../model/scenario.ts';
import { board, useBoard } from '../../store/board.ts';
import { shownDesign } from '../../store/selectors.ts';
import { componentName } from '../../words/names.ts';
import { Choice } from '../ui/Choice.tsx';
import { Field } from '../ui/Field.tsx';
import { FieldSections } from './FieldSections.tsx';
import { CallLoad } from './LoadFigures.tsx';
import styles from './inspector.module.css';

/** One call: its two ends and its fields. */
export function CallPanel({ id }: { readonly id: string }) {
  const design = useBoard(shownDesign);
  const call = design?.calls?.[callIds(design.calls).indexOf(id)];
  if (design === null || call === undefined) return null;
  const fields = CALL_FIELDS.filter((field) => isOffered(field, call, design));
  return (
    <>
      <header className={styles['head']}>
        <h2>
          {componentName(design, call.from)} → {componentName(design, call.to)}
        </h2>
        <p>Call</p>
      </header>
      <div className={styles['ends']}>
        <End id={id} end="from" call={call} design={design} />
        <End id={id} end="to" call={call} design={design} />
      </div>
      <FieldSections owner={{ part: 'calls', ids: [id] }} fields={fields}>
        <CallLoad id={id} />
      </FieldSections>
    </>
  );
}

interface EndProps {
  readonly id: string;
  readonly end: 'from' | 'to';
  readonly call: Call;
  readonly design: Design;
}

function End({ id, end, call, design }: EndProps) {
  const inputId = `call-${end}`;
  const other = end === 'from' ? call.to : call.from;
  const options = Object.entries(design.components)
    .filter(([key, { kind }]) => key !== other && KIND_SPECS[kind][end === 'from' ? 'calls' : 'called'])
    .map(([value]) => ({ value, label: componentName(design, value) }));
  return (
    <Field id={inputId} label={end === 'from' ? 'From' : 'To'}>
      <Choice
        id={inputId}
        value={call[end]}
        options={options}
        onChoose={(value) =>
          board.getState().edit('Reconnect', (scenario, index) => reconnect(scenario, index, id, { [end]: value }))
        }
      />
    </Field>
  );
}
