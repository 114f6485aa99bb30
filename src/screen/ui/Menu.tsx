import { useRef, useState, type ComponentProps, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import type { MenuItem } from './menu-item.ts';
import { PopupMenu } from './PopupMenu.tsx';

interface MenuProps extends Pick<ComponentProps<'button'>, 'id' | 'title' | 'aria-label' | 'aria-describedby'> {
  /** The name of the menu, and of its button when that shows an icon only. */
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly icon?: string | undefined;
  readonly variant?: 'plain' | 'quiet' | undefined;
  readonly className?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly tabIndex?: number | undefined;
  /** What the button says. */
  readonly children?: ReactNode;
}

/** A button that opens a menu. */
export function Menu({ label, items, variant = 'quiet', children, ...rest }: MenuProps) {
  const [open, setOpen] = useState<HTMLElement | null>(null);
  const openAtPress = useRef(false);
  return (
    <>
      <Button
        {...rest}
        variant={variant}
        label={children === undefined ? label : undefined}
        aria-haspopup="menu"
        aria-expanded={open !== null}
        // A press beside an open menu closes it: the click that follows must not open it again.
        onPointerDown={() => (openAtPress.current = open !== null)}
        onClick={(event) => {
          setOpen(openAtPress.current ? null : event.currentTarget);
          openAtPress.current = false;
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(event.currentTarget);
        }}
      >
        {children}
      </Button>
      {open !== null && (
        <PopupMenu
          label={label}
          items={items}
          anchor={{ element: open }}
          onClose={() => {
            setOpen(null);
            if (document.activeElement === document.body) open.focus();
          }}
        />
      )}
    </>
  );
}
