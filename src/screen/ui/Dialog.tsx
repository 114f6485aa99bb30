import { useId, useLayoutEffect, useRef, type PointerEvent, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import { classNames } from './class-names.ts';
import styles from './dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Below the content, to the right. */
  readonly actions?: ReactNode;
  readonly wide?: boolean;
  /** The title is read out, not drawn: for a dialog that is one big input. */
  readonly bare?: boolean;
}

/** A press beside the dialog closes it: the backdrop belongs to the dialog's element, but lies outside of its box. */
function closeBeside(event: PointerEvent<HTMLDialogElement>): void {
  if (event.target !== event.currentTarget) return;
  const { left, right, top, bottom } = event.currentTarget.getBoundingClientRect();
  const inside = event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom;
  if (!inside) event.currentTarget.close();
}

/** A native modal dialog, open as long as it is rendered. Escape, ✕ and a press beside it close it; focus goes back. */
export function Dialog({ title, onClose, children, actions, wide = false, bare = false }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useLayoutEffect(() => {
    const dialog = element.current;
    if (!dialog?.open) dialog?.showModal();
    return () => dialog?.close();
  }, []);

  return (
    <dialog
      ref={element}
      className={classNames(styles['dialog'], wide && styles['wide'])}
      aria-labelledby={titleId}
      onPointerDown={closeBeside}
      // The element's own close event comes a moment after Escape, when the next key may have been pressed already.
      onCancel={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      onClose={(event) => {
        if (event.target === event.currentTarget && !event.currentTarget.open) onClose();
      }}
    >
      <header className={bare ? 'visually-hidden' : styles['header']}>
        <h2 id={titleId}>{title}</h2>
        {!bare && <Button variant="quiet" icon="X" label="Close" onClick={() => element.current?.close()} />}
      </header>
      <div className={classNames(styles['content'], bare && styles['bare'])}>{children}</div>
      {actions !== undefined && <footer className={styles['actions']}>{actions}</footer>}
    </dialog>
  );
}
