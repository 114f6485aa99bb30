import { board } from '../store/board.ts';
import type { Command } from './command.ts';
import { COMMANDS, runCommand } from './registry.ts';
import { isTyping, onBoard } from './typing.ts';

/** The browser's own events do these, so that they work between tabs: see `clipboard-events.ts`. */
const BY_THE_BROWSER = new Set(['mod+x', 'mod+c', 'mod+v']);
/** Harmless wherever the focus is, and needed to get out of things. */
const ANYWHERE = new Set(['escape', '?', 'f1']);

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'target' | 'defaultPrevented' | 'isComposing'
> & { preventDefault(): void };

/**
 * A key press as the registry writes it, such as `mod+shift+z`. Shift counts for letters, digits and named keys; where
 * it only makes another character ("?", "+") it is part of that character. Escape is Escape, whatever is held for a drag.
 */
export function chordOf(event: Pick<Pressed, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>): string {
  if (event.key === 'Escape') return 'escape';
  const digit = event.shiftKey && /^Digit\d$/.test(event.code) && !/^[\d?+=/]$/.test(event.key);
  const key = digit ? event.code.slice(5) : event.key.toLowerCase();
  const shift = event.shiftKey && (digit || key.length > 1 || key.toUpperCase() !== key.toLowerCase());
  const mod = event.ctrlKey || event.metaKey;
  return [mod && 'mod', event.altKey && 'alt', shift && 'shift', key].filter(Boolean).join('+');
}

/** Useful while one types in a field, and of no meaning to the field. */
const FROM_FIELDS = new Set(['mod+k', 'mod+s', 'mod+shift+s', 'mod+o']);

/** Where several commands share a key, the first that can run has it. */
const keyed = (chord: string): Command[] => COMMANDS.filter((command) => command.keys?.includes(chord));

/** Whether this chord is for us, given where the focus is. */
function listens(chord: string, target: EventTarget | null): boolean {
  const { dialog } = board.getState();
  if (dialog !== null) return chord === 'mod+k' && dialog === 'commands';
  if (isTyping(target)) return FROM_FIELDS.has(chord);
  return chord.startsWith('mod+') || ANYWHERE.has(chord) || onBoard(target);
}

/** What is typed in a field holds before a command that is called from there sees the document. */
function keepTyped(target: EventTarget | null): void {
  if (!(target instanceof HTMLElement)) return;
  target.blur();
  target.focus();
}

/** The page's one keydown handler. Returns whether the key was ours. */
export function handleKey(event: Pressed): boolean {
  if (event.defaultPrevented || event.isComposing) return false;
  const chord = chordOf(event);
  if (BY_THE_BROWSER.has(chord) || !listens(chord, event.target)) return false;
  const state = board.getState();
  const command = keyed(chord).find((candidate) => candidate.when(state));
  if (command === undefined) return false;
  if (chord !== 'escape') event.preventDefault();
  if (isTyping(event.target)) keepTyped(event.target);
  void runCommand(command.id);
  return true;
}

const onMac = (): boolean => typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);

const MAC: Record<string, string> = { mod: '⌘', shift: '⇧', alt: '⌥' };
const OTHERS: Record<string, string> = { mod: 'Ctrl', shift: 'Shift', alt: 'Alt' };
const NAMED: Record<string, string> = {
  arrowleft: '←',
  arrowright: '→',
  arrowup: '↑',
  arrowdown: '↓',
  delete: 'Delete',
  backspace: 'Backspace',
  enter: 'Enter',
  escape: 'Esc',
  tab: 'Tab',
};

/** A chord as people read it: ⌘K on a Mac, Ctrl K elsewhere. */
export function keyText(chord: string, mac: boolean = onMac()): string {
  const parts = chord.endsWith('++')
    ? [...chord.slice(0, -2).split('+'), '+']
    : chord === '+'
      ? ['+']
      : chord.split('+');
  const names = parts.map((part) => (mac ? MAC : OTHERS)[part] ?? NAMED[part] ?? part.toUpperCase());
  return names.join(mac ? '' : ' ');
}

/** The key that menus show beside a command; null where it has none. */
export const shownKey = (command: Command): string | null =>
  command.keys?.[0] === undefined ? null : keyText(command.keys[0]);

/** Installs the handler. */
export function installKeys(): () => void {
  document.addEventListener('keydown', handleKey);
  return () => document.removeEventListener('keydown', handleKey);
}
