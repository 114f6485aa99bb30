import type { Kind, Point } from '../../model/scenario.ts';
import { KIND_SPECS } from '../../model/kinds/kinds.ts';
import { board } from '../../store/board.ts';
import { selectedCall, selectedDomain } from '../../store/selectors.ts';
import type { MenuItem } from '../ui/menu-item.ts';
import { PopupMenu } from '../ui/PopupMenu.tsx';
import { contentItems, standsInItems } from './domain-items.ts';
import { KindMenu } from './KindMenu.tsx';
import { makeComponent, type Joint } from './making.ts';
import { kindItems, lineUpItems, menuItems, type Further } from './menu-items.ts';
import { cornerOf } from './corner.ts';

/** A menu that is open at a point of the window, over a point of the board. */
export type OpenMenu =
  | {
      readonly menu: 'context' | Further;
      readonly x: number;
      readonly y: number;
      readonly at: Point;
      /** Components that were selected when a container's menu was opened. */
      readonly beside?: readonly string[];
    }
  | { readonly menu: 'join'; readonly joint: Joint; readonly x: number; readonly y: number; readonly at: Point };

/** A menu gives the focus back as it closes: what is chosen comes after that, since it may be a name to type. */
const onceClosed = (run: () => void): void => void setTimeout(run);
const unhurried = (item: MenuItem): MenuItem => ({ ...item, run: () => onceClosed(() => item.run()) });

interface BoardMenuProps {
  readonly open: OpenMenu;
  readonly show: (next: (now: OpenMenu | null) => OpenMenu | null) => void;
}

const both = (kind: Kind): boolean => KIND_SPECS[kind].calls && KIND_SPECS[kind].called;

/** The board's menus: what can be done here, and which kind shall be made here. */
export function BoardMenu({ open, show }: BoardMenuProps) {
  const { menu, x, y, at } = open;
  const close = (): void => show((now) => (now === open ? null : now));
  const list = (label: string, items: readonly MenuItem[]) => (
    <PopupMenu key={menu} label={label} items={items.map(unhurried)} anchor={{ x, y }} onClose={close} />
  );
  const kinds = (label: string, fits: (kind: Kind) => boolean, choose: (kind: Kind) => void) => (
    <KindMenu
      key={menu}
      label={label}
      x={x}
      y={y}
      fits={fits}
      choose={(kind) => onceClosed(() => choose(kind))}
      onClose={close}
    />
  );
  if (menu === 'context') {
    return list(
      'What can be done here',
      menuItems((further) => show(() => ({ menu: further, x, y, at })), open.beside),
    );
  }
  if (menu === 'change-kind') return list('Change kind', kindItems());
  if (menu === 'line-up') return list('Line up', lineUpItems());
  if (menu === 'stands-in') return list('Stands in', standsInItems());
  if (menu === 'content') return list('What stands in it', contentItems(selectedDomain(board.getState()) ?? ''));
  if (menu === 'insert') {
    const id = selectedCall(board.getState());
    return kinds('Put in between', both, (kind) =>
      makeComponent(kind, cornerOf(at), id === null ? null : { kind: 'call', id }),
    );
  }
  if (menu === 'join') {
    const { joint } = open;
    const fits =
      joint.kind === 'caller' ? (kind: Kind) => KIND_SPECS[kind].called : (kind: Kind) => KIND_SPECS[kind].calls;
    return kinds('What is here?', fits, (kind) => makeComponent(kind, at, joint));
  }
  return kinds(
    'Add a component',
    () => true,
    (kind) => makeComponent(kind, cornerOf(at)),
  );
}
