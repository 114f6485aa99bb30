import { clipText, isClip, pasteText, removeSelection } from './clip.ts';
import { isTyping } from './typing.ts';

/** Text that is selected on the page, such as a number in a working, is what a person means to copy. */
const textSelected = (): boolean => (getSelection()?.toString() ?? '') !== '';

function copyOrCut(event: ClipboardEvent): void {
  if (isTyping(event.target) || textSelected()) return;
  const text = clipText();
  if (text === null || event.clipboardData === null) return;
  event.clipboardData.setData('text/plain', text);
  event.preventDefault();
  if (event.type === 'cut') removeSelection('Cut');
}

function paste(event: ClipboardEvent): void {
  if (isTyping(event.target)) return;
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (!isClip(text)) return;
  event.preventDefault();
  void pasteText(text);
}

/** Listens to the browser's copy, cut and paste, which work between tabs and on pages over plain http. */
export function installClipboard(): () => void {
  document.addEventListener('copy', copyOrCut);
  document.addEventListener('cut', copyOrCut);
  document.addEventListener('paste', paste);
  return () => {
    document.removeEventListener('copy', copyOrCut);
    document.removeEventListener('cut', copyOrCut);
    document.removeEventListener('paste', paste);
  };
}
