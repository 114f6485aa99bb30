import { Menu } from '@base-ui/react/menu';
import { Fragment, useMemo, useRef } from 'react';
import { Icon } from './Icon.tsx';
import styles from './menu.module.css';
import type { MenuItem, PopupMenuProps } from './menu-item.ts';

/** A menu of a button leaves that in sight; one at a point may lie over it, so that all of it is. */
const BESIDE = { side: 'flip' } as const;
const OVER = { side: 'shift', align: 'shift' } as const;

/** The open list of a menu: arrow keys, Home, End, typing a title's beginning, Escape, a press beside it. */
export function MenuList({ label, items, anchor, onClose }: PopupMenuProps) {
  const place = useMemo(
    () =>
      'element' in anchor ? anchor.element : { getBoundingClientRect: () => new DOMRect(anchor.x, anchor.y, 0, 0) },
    [anchor],
  );
  const before = useRef(document.activeElement instanceof HTMLElement ? document.activeElement : null);
  return (
    <Menu.Root
      open
      modal={false}
      onOpenChange={(open, { reason }) => {
        if (open) return;
        onClose();
        // What was chosen may lead the keyboard elsewhere, such as into a name; otherwise it goes back.
        if (reason !== 'item-press') before.current?.focus();
      }}
    >
      <Menu.Portal>
        <Menu.Positioner
          className={styles['place']}
          anchor={place}
          positionMethod="fixed"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          collisionAvoidance={'element' in anchor ? BESIDE : OVER}
        >
          <Menu.Popup className={styles['menu']} aria-label={label} finalFocus={false}>
            {items.map((item, index) => (
              <Fragment key={item.id}>
                {index > 0 && items[index - 1]?.group !== item.group && <Menu.Separator className={styles['line']} />}
                <Entry item={item} />
              </Fragment>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function Entry({ item }: { readonly item: MenuItem }) {
  const shared = {
    className: styles['item'],
    disabled: item.disabled === true,
    label: item.title,
    onClick: () => item.run(),
  };
  const face = (
    <>
      <span className={styles['icon']}>
        <Icon name={item.checked === true ? 'Check' : (item.icon ?? '')} size="1rem" />
      </span>
      <span className={styles['title']}>{item.title}</span>
      {item.hint !== undefined && <span className={styles['hint']}>{item.hint}</span>}
    </>
  );
  if (item.checked === undefined) return <Menu.Item {...shared}>{face}</Menu.Item>;
  return (
    <Menu.CheckboxItem
      {...shared}
      role={item.several === true ? 'menuitemcheckbox' : 'menuitemradio'}
      aria-checked={item.checked}
      checked={item.checked}
      closeOnClick={item.several !== true}
    >
      {face}
    </Menu.CheckboxItem>
  );
}
