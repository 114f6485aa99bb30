import { useState } from 'react';
import { shownKey } from '../../commands/keys.ts';
import { commandOf, runCommand } from '../../commands/registry.ts';
import { Menu } from '../../screen/ui/Menu.tsx';
import type { MenuItem } from '../../screen/ui/menu-item.ts';
import { board, useBoard } from '../../store/board.ts';
import { openDocument } from '../../store/open.ts';
import { shownScenario } from '../../store/selectors.ts';
import type { BoardState } from '../../store/state.ts';
import { designLetter } from '../../words/labels.ts';
import styles from './header.module.css';

const MOST_RECENT = 5;

function item(id: string, group: string, state: BoardState, more: Partial<MenuItem> = {}): MenuItem {
  const command = commandOf(id);
  return {
    id,
    title: command.title,
    hint: shownKey(command) ?? undefined,
    disabled: !command.when(state),
    group,
    run: () => void runCommand(id),
    ...more,
  };
}

/** A choice of which one holds: the command of that one cannot run, yet it is no grey item. */
const choice = (id: string, group: string, state: BoardState, checked: boolean): MenuItem =>
  item(id, group, state, { checked, disabled: false });

const recent = ({ documents, documentId }: BoardState): MenuItem[] =>
  documents
    .filter(({ id }) => id !== documentId)
    .slice(0, MOST_RECENT)
    .map(({ id, title }) => ({ id: `recent-${id}`, title, group: 'recent', run: () => void openDocument(id) }));

const designs = (state: BoardState): MenuItem[] => [
  ...shownScenario(state).designs.map(({ name }, index) => ({
    id: `design-${index}`,
    title: `${designLetter(index)} ${name}`,
    group: 'designs',
    checked: index === state.design,
    run: () => board.getState().switchDesign(index),
  })),
  ...['add-design', 'rename-design', 'delete-design'].map((id) => item(id, 'designs', state)),
];

const menu = (state: BoardState, withDesigns: boolean): MenuItem[] => [
  ...['new', 'open-file', 'examples', 'open'].map((id) => item(id, 'open', state)),
  ...recent(state),
  ...(withDesigns ? designs(state) : []),
  ...['rename-document', 'history', 'save-file'].map((id) => item(id, 'this', state)),
  ...['copy-png', 'copy-svg', 'save-png', 'save-svg', 'copy-markdown'].map((id) => item(id, 'export', state)),
  ...(['system', 'light', 'dark'] as const).map((theme) =>
    choice(`theme-${theme}`, 'theme', state, state.theme === theme),
  ),
  ...([100, 125, 150] as const).map((size) => choice(`text-size-${size}`, 'size', state, state.textSize === size)),
  ...['keys', 'help'].map((id) => item(id, 'help', state)),
];

/** The title, which is the menu of everything about documents and the page. */
export function TitleMenu({ withDesigns }: { readonly withDesigns: boolean }) {
  const title = useBoard((state) => shownScenario(state).title?.trim() ?? '');
  const [items, setItems] = useState<readonly MenuItem[]>([]);
  const refresh = (): void => setItems(menu(board.getState(), withDesigns));
  return (
    <span className={styles['title']} onClickCapture={refresh} onKeyDownCapture={refresh}>
      <Menu label="Board and page" items={items} className={styles['titleButton']}>
        <span className={styles['name']} title={title}>
          {title === '' ? 'Untitled' : title}
        </span>
        <span aria-hidden>▾</span>
      </Menu>
    </span>
  );
}
