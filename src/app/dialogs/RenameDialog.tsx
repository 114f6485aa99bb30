import { useId, useState, type FormEvent } from 'react';
import { renameDesign } from '../../model/edit/designs.ts';
import { setTitle } from '../../model/edit/document.ts';
import { Button } from '../../screen/ui/Button.tsx';
import { Dialog } from '../../screen/ui/Dialog.tsx';
import { board } from '../../store/board.ts';
import { shownDesign, shownScenario } from '../../store/selectors.ts';
import styles from './dialogs.module.css';

interface Closing {
  readonly onClose: () => void;
}

/** Gives the design on the board another name. */
export function RenameDesign({ onClose }: Closing) {
  const rename = (name: string): void => {
    board.getState().edit('Rename design', (scenario, design) => renameDesign(scenario, design, name));
  };
  return (
    <Rename title="Rename design" name={shownDesign(board.getState())?.name ?? ''} onName={rename} onClose={onClose} />
  );
}

/** Gives the board another title. */
export function RenameDocument({ onClose }: Closing) {
  const rename = (name: string): void => {
    board.getState().edit('Rename board', (scenario) => setTitle(scenario, name));
  };
  return (
    <Rename title="Rename board" name={shownScenario(board.getState()).title ?? ''} onName={rename} onClose={onClose} />
  );
}

interface RenameProps extends Closing {
  readonly title: string;
  readonly name: string;
  readonly onName: (name: string) => void;
}

function Rename({ title, name, onName, onClose }: RenameProps) {
  const id = useId();
  const [typed, setTyped] = useState(name);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (typed.trim() !== '') onName(typed.trim());
    board.getState().closeDialog();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form className={styles['rename']} onSubmit={submit}>
        <label htmlFor={id}>Name</label>
        <input
          id={id}
          type="text"
          maxLength={200}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onFocus={(event) => event.target.select()}
        />
        <Button type="submit" variant="accent">
          Rename
        </Button>
      </form>
    </Dialog>
  );
}
