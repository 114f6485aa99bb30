import { useEffect, type RefObject } from 'react';
import { oneNamed } from '../../commands/change.ts';
import { onBoard } from '../../commands/typing.ts';
import { runCommand } from '../../commands/registry.ts';
import { board } from '../../store/board.ts';

const frameOf = (element: Element | null): HTMLElement | null =>
  element?.closest<HTMLElement>('[data-component], [data-text], [data-domain]') ?? null;

/** Enter or Space on something that has the focus but is not selected selects it, and ends connecting there. */
function chooseFocused(event: KeyboardEvent): boolean {
  if ((event.key !== 'Enter' && event.key !== ' ') || event.ctrlKey || event.metaKey || event.altKey) return false;
  const frame = frameOf(event.target instanceof Element ? event.target : null);
  const { component, text, domain } = frame?.dataset ?? {};
  const { selection, select, connecting } = board.getState();
  if (component !== undefined && (!selection.components.includes(component) || event.key === ' ')) {
    select({ components: [component] });
    if (connecting !== null) void runCommand('finish-connect');
    return true;
  }
  if (domain !== undefined && !selection.domains.includes(domain)) {
    select({ domains: [domain] });
    return true;
  }
  if (text === undefined || selection.texts.includes(text)) return false;
  select({ texts: [text] });
  return true;
}

/** With a tool chosen, Enter puts it down in the middle of the view. */
function putDown(event: KeyboardEvent): boolean {
  const { tool, chooseTool } = board.getState();
  if (event.key !== 'Enter' || tool === 'select' || !onBoard(event.target)) return false;
  chooseTool('select');
  void runCommand(`add-${tool}`);
  return true;
}

/** Lets focus and view follow what the keyboard selects on the board. */
export function useKeyboardFollow(frame: RefObject<HTMLElement | null>, show: (id: string) => void): void {
  useEffect(() => {
    let byKeyboard = false;
    const keydown = (event: KeyboardEvent): void => {
      byKeyboard = true;
      const inside = event.target instanceof Node && frame.current?.contains(event.target) === true;
      const typing = event.target instanceof Element && event.target.matches('input, textarea');
      const done = !typing && !event.isComposing && (putDown(event) || (inside && chooseFocused(event)));
      if (done) event.preventDefault();
    };
    const pointerdown = (): void => {
      byKeyboard = false;
    };
    document.addEventListener('keydown', keydown, true);
    document.addEventListener('pointerdown', pointerdown, true);
    /** Returns whether it could: something that was only just made is not drawn yet. */
    const follow = (id: string): boolean => {
      const { activeElement } = document;
      const ours = activeElement === document.body || frame.current?.contains(activeElement) === true;
      if (!ours || !onBoard(activeElement)) return true;
      show(id);
      if (board.getState().renaming !== null) return true;
      const escaped = CSS.escape(id);
      const element = frame.current?.querySelector<HTMLElement>(
        `[data-component="${escaped}"][tabindex="0"], [data-text="${escaped}"], [data-domain="${escaped}"][tabindex="0"]`,
      );
      if (element !== activeElement) element?.focus({ preventScroll: true });
      return element !== null && element !== undefined;
    };
    const unsubscribe = board.subscribe((state, before) => {
      const id = oneNamed(state);
      const chosen = state.selection !== before.selection || state.renaming !== before.renaming;
      if (!chosen || id === null || !byKeyboard) return;
      // At once, so that the next key, however soon it comes, finds the focus where the selection is.
      if (!follow(id)) requestAnimationFrame(() => follow(id));
    });
    return () => {
      document.removeEventListener('keydown', keydown, true);
      document.removeEventListener('pointerdown', pointerdown, true);
      unsubscribe();
    };
  }, [frame, show]);
}
