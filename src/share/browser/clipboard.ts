/**
 * Writes text to the clipboard. Returns false where the page may not: on plain http there is no clipboard object, and
 * the older way works only right after a press. What cannot be copied is then shown selected.
 */
export async function copyText(text: string): Promise<boolean> {
  const clipboard: Clipboard | undefined = navigator.clipboard;
  try {
    if (clipboard !== undefined) {
      await clipboard.writeText(text);
      return true;
    }
  } catch {
    // Refused: the older way may still be allowed.
  }
  return copyBySelection(text);
}

/** Writes a PNG to the clipboard; false where the page may not. */
export async function copyImage(png: Promise<Blob>): Promise<boolean> {
  const clipboard: Clipboard | undefined = navigator.clipboard;
  if (clipboard === undefined || typeof ClipboardItem === 'undefined') return false;
  try {
    await clipboard.write([new ClipboardItem({ 'image/png': png })]);
    return true;
  } catch {
    return false;
  }
}

/** The way that works without a clipboard object: the browser's own copy command, answered with our text. */
function copyBySelection(text: string): boolean {
  let answered = false;
  const answer = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    answered = true;
  };
  window.addEventListener('copy', answer, { capture: true });
  try {
    return document.execCommand('copy') && answered;
  } finally {
    window.removeEventListener('copy', answer, { capture: true });
  }
}
