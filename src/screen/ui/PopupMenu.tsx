import { Fragment, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import { Icon } from './Icon.tsx';
import styles from './menu.module.css';
import { placePopup, type PopupAnchor } from './popup-position.ts';

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

interface PopupMenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly anchor: PopupAnchor;
  readonly onClose: () => void;
}

const TYPEAHEAD_MILLISECONDS = 600;

/** A menu, open as long as it is rendered: arrow keys, Home, End, typing a title's beginning, Escape. */
export function PopupMenu({ label, items, anchor, onClose }: PopupMenuProps) {
  const element = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: '', at: 0 });

  useLayoutEffect(() => {
    const popup = element.current;
    if (popup === null) return;
    if (!popup.matches(':popover-open')) popup.showPopover();
    const chosen = popup.querySelector<HTMLElement>('[aria-checked=true]:not(:disabled)');
    (chosen ?? popup.querySelector<HTMLElement>('button:not(:disabled)') ?? popup).focus();
  }, []);

  useLayoutEffect(() => {
    if (element.current !== null) placePopup(element.current, anchor);
  }, [anchor]);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')];
    const here = buttons.findIndex((button) => button === document.activeElement);
    const go = (index: number): void => {
      event.preventDefault();
      buttons.at(index % buttons.length)?.focus();
    };
    event.stopPropagation();
    if (event.key === 'ArrowDown') go(here + 1);
    else if (event.key === 'ArrowUp') go(here < 0 ? -1 : here - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(-1);
    else if (event.key === 'Tab') event.currentTarget.hidePopover();
    else if (event.key === 'Escape') {
      event.preventDefault();
      event.currentTarget.hidePopover();
    } else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const fresh = event.timeStamp - typed.current.at > TYPEAHEAD_MILLISECONDS;
      const text = (fresh ? '' : typed.current.text) + event.key.toLowerCase();
      typed.current = { text, at: event.timeStamp };
      const from = text.length === 1 ? here + 1 : here;
      const order = [...buttons.slice(Math.max(0, from)), ...buttons.slice(0, Math.max(0, from))];
      order.find((button) => button.dataset['title']?.startsWith(text))?.focus();
    }
  };

  return (
    <div
      ref={element}
      popover="auto"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      className={styles['menu']}
      onKeyDown={onKeyDown}
      onToggle={(event) => {
        if (event.newState === 'closed') onClose();
      }}
    >
      {items.map((item, index) => (
        <Fragment key={item.id}>
          {index > 0 && items[index - 1]?.group !== item.group && <hr className={styles['line']} />}
          <button
            type="button"
            role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
            aria-checked={item.checked}
            tabIndex={-1}
            disabled={item.disabled}
            data-title={item.title.toLowerCase()}
            className={styles['item']}
            onPointerMove={(event) => event.currentTarget.focus()}
            onClick={() => {
              element.current?.hidePopover();
              item.run();
            }}
          >
            <span className={styles['icon']}>
              <Icon name={item.checked === true ? 'Check' : (item.icon ?? '')} size="1rem" />
            </span>
            <span className={styles['title']}>{item.title}</span>
            {item.hint !== undefined && <span className={styles['hint']}>{item.hint}</span>}
          </button>
        </Fragment>
      ))}
    </div>
  );
}
