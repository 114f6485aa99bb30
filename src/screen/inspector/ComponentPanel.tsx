import { changeKind, renameComponent, setField } from '../../model/edit/components.ts';
import { KIND_SPECS } from '../../model/kinds/kinds.ts';
import { KINDS, type Component } from '../../model/scenario.ts';
import { board, useBoard } from '../../store/board.ts';
import { liveText } from '../../store/live-text.ts';
import { shownComponent } from '../../store/selectors.ts';
import { Choice } from '../ui/Choice.tsx';
import { TextInput } from '../ui/QuantityInput.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { ComponentFigures } from './ComponentFigures.tsx';
import { FieldSections } from './FieldSections.tsx';
import { Findings } from './Findings.tsx';
import { JourneyFigures } from './JourneyFigures.tsx';
import { Folded } from './Part.tsx';
import styles from './inspector.module.css';

const KIND_OPTIONS = KINDS.map((kind) => ({ value: kind, label: KIND_SPECS[kind].label }));

/** One component: what it is, its fields, and what follows from them. */
export function ComponentPanel({ id }: { readonly id: string }) {
  const component = useBoard((state) => shownComponent(state, id));
  if (component === null) return null;
  const { kind } = component;
  return (
    <>
      <Head id={id} component={component} />
      <FieldSections key={kind} owner={{ part: 'components', ids: [id] }} fields={KIND_SPECS[kind].fields}>
        {kind === 'client' ? <JourneyFigures id={id} /> : <ComponentFigures id={id} component={component} />}
      </FieldSections>
      <Findings of={{ part: 'components', id }} />
      <Folded title="Notes" open={component.notes !== undefined}>
        <TextArea
          aria-label="Notes"
          value={component.notes ?? ''}
          {...liveText(
            'Change notes',
            (notes) => (scenario, design) =>
              setField(scenario, design, id, 'notes', notes.trim() === '' ? undefined : notes),
          )}
        />
      </Folded>
    </>
  );
}

function Head({ id, component }: { readonly id: string; readonly component: Component }) {
  return (
    <header className={styles['head']}>
      <h2 className="visually-hidden">{component.name ?? id}</h2>
      <TextInput
        className={styles['name']}
        aria-label="Name"
        value={component.name ?? ''}
        absent={id}
        {...liveText('Rename', (name) => (scenario, design) => renameComponent(scenario, design, id, name))}
      />
      <Choice
        className={styles['kind']}
        aria-label="Kind"
        title={KIND_SPECS[component.kind].help}
        value={component.kind}
        options={KIND_OPTIONS}
        onChoose={(value) => {
          const kind = KINDS.find((each) => each === value);
          if (kind === undefined) return;
          board.getState().edit('Change kind', (scenario, design) => changeKind(scenario, design, id, kind));
        }}
      />
    </header>
  );
}
