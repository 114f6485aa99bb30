import { lazy, Suspense } from 'react';
import type { PopupMenuProps } from './menu-item.ts';

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
