import { useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { shownKey } from '../../commands/keys.ts';
import { canRun, commandOf, runCommand } from '../../commands/registry.ts';
import type { MenuItem } from '../../screen/ui/menu-item.ts';
import { PopupMenu } from '../../screen/ui/PopupMenu.tsx';
import { Button } from '../../screen/ui/Button.tsx';
import { board, useBoard } from '../../store/board.ts';
import { shownScenario } from '../../store/selectors.ts';
import { designLetter } from '../../words/labels.ts';
import styles from './header.module.css';

const COMMANDS = ['rename-design', 'add-design', 'move-design-left', 'move-design-right', 'delete-design'];

const items = (): MenuItem[] =>
  COMMANDS.map((id) => ({
    id,
    title: commandOf(id).title,
    hint: shownKey(commandOf(id)) ?? undefined,
    disabled: !canRun(id),
    run: () => void runCommand(id),
  }));

/** The designs of the board: choose one, add one as a copy. Renaming, reordering and deleting are in the chosen one's menu. */
export function DesignSwitch() {
  const names = useBoard(useShallow((state) => shownScenario(state).designs.map((design) => design.name)));
  const chosen = useBoard((state) => state.design);
  const [menu, setMenu] = useState<HTMLElement | null>(null);
  const choose = (index: number, element: HTMLElement): void => {
    if (index === chosen) setMenu(element);
    else board.getState().switchDesign(index);
  };
  return (
    <span role="group" aria-label="Designs" className={styles['designs']}>
      {names.map((name, index) => (
        <button
          // oxlint-disable-next-line react/no-array-index-key -- designs have no id, and their place is what they are
          key={index}
          type="button"
          className={styles['design']}
          aria-pressed={index === chosen}
          aria-haspopup={index === chosen ? 'menu' : undefined}
          title={index === chosen ? `${name}: rename, reorder or delete` : `Show ${name}`}
          onClick={(event) => event.detail < 2 && choose(index, event.currentTarget)}
          onDoubleClick={() => void runCommand('rename-design')}
          onContextMenu={(event) => {
            event.preventDefault();
            board.getState().switchDesign(index);
            setMenu(event.currentTarget);
          }}
        >
          <span className={styles['designName']} data-name={`${designLetter(index)} ${name}`}>
            {designLetter(index)} {name}
          </span>
        </button>
      ))}
      <Button
        className={styles['add']}
        variant="quiet"
        label="Add a design as a copy of this one"
        onClick={() => void runCommand('add-design')}
      >
        +
      </Button>
      {menu !== null && (
        <PopupMenu label="This design" items={items()} anchor={{ element: menu }} onClose={() => setMenu(null)} />
      )}
    </span>
  );
}
