import { useId, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { removeVariable, renameVariable, setVariable, variableUses } from '../../model/edit/variables.ts';
import { freshVariableName, variableNameIssue } from '../../model/edit/variable-names.ts';
import { board, useBoard } from '../../store/board.ts';
import { shownScenario } from '../../store/selectors.ts';
import { useVariable } from '../../store/useVariable.ts';
import { Button } from '../ui/Button.tsx';
import { TextInput } from '../ui/QuantityInput.tsx';
import { useScrub } from '../ui/useScrub.ts';
import styles from './inspector.module.css';
import { Part } from './Part.tsx';
import { VariableInput } from './VariableInput.tsx';

/** The scenario's variables: any value may use them, and a rename follows in all of them. */
export function Variables() {
  const names = useBoard(useShallow((state) => Object.keys(shownScenario(state).variables ?? {})));
  return (
    <Part title="Variables">
      {names.length > 0 && (
        <table className={styles['variables']}>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Value</th>
              <th scope="col">Used</th>
              <th scope="col">
                <span className="visually-hidden">Delete</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {names.map((name, place) => (
              // A row keeps the focus while its variable is renamed.
              // oxlint-disable-next-line react/no-array-index-key
              <VariableRow key={place} name={name} />
            ))}
          </tbody>
        </table>
      )}
      <NewVariable isFirst={names.length === 0} />
    </Part>
  );
}

function VariableRow({ name }: { readonly name: string }) {
  const id = useId();
  const { problem, steps, drag, settle, cancel } = useVariable(name);
  const uses = useBoard((state) => variableUses(shownScenario(state), name).length);
  const dragging = useScrub(steps ? { onScrub: drag, onScrubEnd: settle, onScrubCancel: cancel } : undefined);
  const [asked, setAsked] = useState(false);
  const remove = (): void => {
    board.getState().edit(`Delete ${name}`, (scenario) => removeVariable(scenario, name));
  };
  return (
    <>
      <tr data-path={`variables.${name}`}>
        <td>
          <TextInput aria-label={`Name of ${name}`} value={name} onCommit={(text) => rename(name, text.trim())} />
        </td>
        <td className={styles['variablevalue']}>
          <VariableInput id={id} name={name} label={`Value of ${name}`} />
          {steps && <span className={styles['grip']} title="Drag to change the value" aria-hidden {...dragging} />}
        </td>
        <td className={styles['uses']}>{uses === 0 ? 'not' : `${uses}×`}</td>
        <td>
          <Button
            variant="quiet"
            icon="Trash2"
            label={`Delete ${name}`}
            onClick={() => (uses === 0 ? remove() : setAsked(true))}
          />
        </td>
      </tr>
      {(problem !== undefined || asked) && (
        <tr>
          <td colSpan={4} className={styles['problem']}>
            {problem !== undefined && <p role="alert">{problem}</p>}
            {asked && (
              <p role="alert">
                {uses === 1 ? 'One value uses' : `${uses} values use`} {name} and would be wrong without it.{' '}
                <Button onClick={remove}>Delete all the same</Button>{' '}
                <Button variant="quiet" onClick={() => setAsked(false)}>
                  Keep
                </Button>
              </p>
            )}
          </td>
        </tr>
      )}
    </>
  );
}

function rename(from: string, to: string): void {
  const state = board.getState();
  if (from === to || to === '') return;
  const taken = Object.hasOwn(state.scenario.variables ?? {}, to) ? `there is a variable ${to} already` : null;
  const reason = taken ?? variableNameIssue(to)?.message;
  if (reason === undefined) state.edit(`Rename ${from}`, (scenario) => renameVariable(scenario, from, to));
  else state.notify({ level: 'warning', text: `${from} keeps its name: ${reason}` });
}

function add(): void {
  const state = board.getState();
  const name = freshVariableName(shownScenario(state));
  state.edit('Add variable', (scenario) => setVariable(scenario, name, 1));
  state.leadTo(['variables', name]);
}

function NewVariable({ isFirst }: { readonly isFirst: boolean }) {
  return (
    <div className={styles['below']}>
      {isFirst && <p className={styles['prose']}>A number that several values use gets a name here, such as peak.</p>}
      <Button icon="Plus" onClick={add}>
        Add a variable
      </Button>
    </div>
  );
}
