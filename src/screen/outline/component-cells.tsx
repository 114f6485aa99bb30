import { changeKind, renameComponent } from '../../model/edit/components.ts';
import { KIND_SPECS } from '../../model/kinds/kinds.ts';
import { KINDS, type Component } from '../../model/scenario.ts';
import { board, useBoard } from '../../store/board.ts';
import { liveText } from '../../store/live-text.ts';
import { componentReport, currentReport, isBinding, partOf } from '../../store/selectors.ts';
import { BINDING_TAG } from '../../words/views.ts';
import { verdictText } from '../../words/labels.ts';
import { isLimited, loadText } from '../../words/load.ts';
import { nameOf } from '../../words/names.ts';
import { rateText, sharesText } from '../../words/numbers.ts';
import { Choice } from '../ui/Choice.tsx';
import { TextInput } from '../ui/QuantityInput.tsx';
import { Verdict } from '../ui/Verdict.tsx';
import { Cell } from './Cell.tsx';
import styles from './outline.module.css';

interface ComponentCellProps {
  readonly id: string;
  readonly component: Component;
}

export function NameCell({ id, component }: ComponentCellProps) {
  return (
    <Cell heading label="Name">
      <TextInput
        className={styles['name']}
        tabIndex={-1}
        aria-label={`Name of ${nameOf(id, component)}`}
        value={component.name ?? ''}
        absent={nameOf(id, component)}
        {...liveText('Rename', (name) => (scenario, design) => renameComponent(scenario, design, id, name))}
      />
    </Cell>
  );
}

const KIND_OPTIONS = KINDS.map((kind) => ({ value: kind, label: KIND_SPECS[kind].label }));

export function KindCell({ id, component }: ComponentCellProps) {
  return (
    <Cell label="Kind">
      <Choice
        tabIndex={-1}
        aria-label={`Kind of ${nameOf(id, component)}`}
        value={component.kind}
        options={KIND_OPTIONS}
        onChoose={(value) => {
          const kind = KINDS.find((each) => each === value);
          if (kind === undefined) return;
          board.getState().edit('Change kind', (scenario, design) => changeKind(scenario, design, id, kind));
        }}
      />
    </Cell>
  );
}

/** Its share of the downtime, or while load is what the board shows how busy it is; a client's promise and whether it is kept. */
export function CausesCell({ id }: { readonly id: string }) {
  const loaded = useBoard((state) => state.lens === 'load');
  const figure = useBoard((state) => {
    const part = partOf(state, id);
    const load = componentReport(state, id)?.load;
    if (loaded) return load == null ? '' : isLimited(load) ? loadText(load) : rateText(load.ratePerSecond);
    return part === null ? '' : sharesText(part.share);
  });
  const binds = useBoard((state) => isBinding(state, id));
  const objective = useBoard((state) => currentReport(state)?.journeys[id]?.objective ?? null);
  return (
    <Cell label={objective !== null ? 'Promise' : loaded ? 'Load' : 'Causes'} className={styles['causes']}>
      {objective === null ? figure : <Verdict met={objective.met} text={verdictText(objective)} />}
      {binds && <span className={styles['binds']}>{BINDING_TAG}</span>}
    </Cell>
  );
}
