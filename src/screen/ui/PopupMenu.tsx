import { lazy, Suspense } from 'react';

export interface MenuItem {
  readonly id: string;
  readonly title: string;
  /** At the right, such as the key that does the same. */
  readonly hint?: string | undefined;
  readonly icon?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** Set for an item that stands for a choice; true for the one that holds. */
  readonly checked?: boolean | undefined;
  /** A line is drawn between groups. */
  readonly group?: string | undefined;
  run(): void;
}

/** Where a menu hangs: on an element, or at a point of the window. */
export type PopupAnchor = { readonly element: HTMLElement } | { readonly x: number; readonly y: number };

export interface PopupMenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly anchor: PopupAnchor;
  readonly onClose: () => void;
}

/** The list itself, with the library that it is made of, is fetched with the first menu, or earlier by this. */
export const loadMenus = async () => ({ default: (await import('./MenuList.tsx')).MenuList });
const MenuList = lazy(loadMenus);

/** A menu, open as long as it is rendered. */
export function PopupMenu(props: PopupMenuProps) {
  return (
    <Suspense fallback={null}>
      <MenuList {...props} />
    </Suspense>
  );
}
