/** A slider is moved by arrows and Escape, a box is ticked by Space; what else is pressed there is meant for the board. */
const FIELDS =
  'input:not([type="range"], [type="checkbox"]), textarea, select, [contenteditable]:not([contenteditable="false"])';
const LAYERS = 'dialog, [role="dialog"], [role="menu"], [role="listbox"], [popover]';

/** Whether keys typed there belong to a field or a dialog and not to the board. */
export function isTyping(target: EventTarget | null): boolean {
  if (target === null || !(target instanceof Element)) return false;
  return target.closest(`${FIELDS}, ${LAYERS}`) !== null;
}

/** Whether the key is for the board: nothing has the focus, or something on the board has. */
export function onBoard(target: EventTarget | null): boolean {
  if (target === null || !(target instanceof Element)) return true;
  return (
    target === document.body ||
    target === document.documentElement ||
    target.closest('.react-flow, [data-board]') !== null
  );
}
