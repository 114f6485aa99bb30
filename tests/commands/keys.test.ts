import { beforeEach, describe, expect, test } from 'vitest';
import { chordOf, handleKey, keyText } from '../../src/commands/keys.ts';
import { board } from '../../src/store/board.ts';
import { CHECKOUT } from '../store/samples.ts';

const state = () => board.getState();

function press(
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {},
  code = '',
) {
  const event = {
    key,
    code,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    target: null,
    defaultPrevented: false,
    isComposing: false,
    prevented: false,
    preventDefault() {
      event.prevented = true;
    },
    ...held,
  };
  return { event, handled: handleKey(event) };
}

beforeEach(() => {
  state().load(CHECKOUT, { documentId: 'test', origin: 'own' });
  state().closeDialog();
});

describe('a key press', () => {
  const chord = (key: string, held = {}, code = ''): string =>
    chordOf({ key, code, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });

  test('is read as the registry writes it', () => {
    expect(chord('z', { ctrlKey: true })).toBe('mod+z');
    expect(chord('Z', { metaKey: true, shiftKey: true })).toBe('mod+shift+z');
    expect(chord('ArrowLeft', { shiftKey: true })).toBe('shift+arrowleft');
    expect(chord('Delete')).toBe('delete');
  });

  test('has shift in it only where shift does not already make the character', () => {
    expect(chord('?', { shiftKey: true })).toBe('?');
    expect(chord('+', { shiftKey: true }, 'Equal')).toBe('+');
    expect(chord('!', { shiftKey: true }, 'Digit1')).toBe('shift+1');
  });
});

describe('keys', () => {
  test('run commands that can run', () => {
    expect(press('d').handled).toBe(true);
    expect(state().scenario.designs[0]?.components['database']?.kind).toBe('database');
    expect(press('z', { ctrlKey: true })).toMatchObject({ handled: true, event: { prevented: true } });
    expect(state().scenario).toBe(CHECKOUT);
  });

  test('that mean nothing now are left to the browser', () => {
    expect(press('Tab')).toMatchObject({ handled: false, event: { prevented: false } });
    expect(press('z', { ctrlKey: true }).handled).toBe(false);
  });

  test('of the clipboard are left to its events', () => {
    state().select({ components: ['app'] });
    for (const key of ['x', 'c', 'v']) expect(press(key, { ctrlKey: true }).handled).toBe(false);
  });

  test('do nothing behind an open dialog, but the palette closes with its own key', () => {
    press('k', { ctrlKey: true });
    expect(state().dialog).toBe('commands');
    expect(press('d').handled).toBe(false);
    press('k', { ctrlKey: true });
    expect(state().dialog).toBeNull();
  });

  test('connect without a pointer: start, go there, finish', () => {
    state().select({ components: ['db'] });
    press('a');
    press('ArrowDown');
    expect(state().selection.components).toEqual(['pay']);
    press('Enter');
    expect(state().scenario.designs[0]?.calls?.at(-1)).toEqual({ from: 'db', to: 'pay' });
    expect(state().connecting).toBeNull();
  });

  test('build a chain: Tab adds what the selected component calls', () => {
    state().select({ components: ['db'] });
    press('Tab');
    const [added] = state().selection.components;
    expect(state().scenario.designs[0]?.calls?.at(-1)).toEqual({ from: 'db', to: added });
    expect(state().renaming).toBe(added);
    expect(state().past.length).toBe(1);
  });

  test('Escape takes back one thing at a time', () => {
    state().select({ components: ['db'] });
    press('a');
    state().preview('Move', (scenario) => ({ ...scenario, at: {} }));
    press('Escape');
    expect(state().scenario).toBe(CHECKOUT);
    press('Escape');
    expect([state().connecting, state().selection.components]).toEqual([null, ['db']]);
    press('Escape');
    expect(state().selection.components).toEqual([]);
  });
});

describe('a key in a menu', () => {
  test('is written as on the keyboard at hand', () => {
    expect([keyText('mod+k', true), keyText('mod+k', false)]).toEqual(['⌘K', 'Ctrl K']);
    expect([keyText('mod+shift+z', true), keyText('mod+shift+z', false)]).toEqual(['⌘⇧Z', 'Ctrl Shift Z']);
    expect([keyText('+', true), keyText('mod++', false), keyText('arrowleft', false)]).toEqual(['+', 'Ctrl +', '←']);
  });
});
