import { beforeEach, describe, expect, test } from 'vitest';
import { handleKey } from '../../src/commands/keys.ts';
import { canRun, runCommand } from '../../src/commands/registry.ts';
import { toggleDown } from '../../src/commands/what-if.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { board } from '../../src/store/board.ts';
import { isWhatIf } from '../../src/store/selectors.ts';
import { CHECKOUT } from '../store/samples.ts';

const ZONED: Scenario = {
  ...CHECKOUT,
  designs: CHECKOUT.designs.map((design) => ({ ...design, domains: { a: { kind: 'zone', up: '99.99 %' } } })),
};
const state = () => board.getState();
const held = (): string[] => state().held.map(({ of, id, up }) => `${of} ${id} ${up}`);

const press = (key: string, shiftKey = false): boolean =>
  handleKey({
    key: shiftKey ? key.toUpperCase() : key,
    code: `Key${key.toUpperCase()}`,
    ctrlKey: false,
    metaKey: false,
    shiftKey,
    altKey: false,
    target: null,
    defaultPrevented: false,
    isComposing: false,
    preventDefault() {},
  });

beforeEach(() => {
  state().load(ZONED, { documentId: 'test', origin: 'own' });
  board.setState({ notices: [], tool: 'select', inspectorOpen: false });
});

describe('taking down', () => {
  test('one key takes down what is selected, and brings it up again when all of it is down', () => {
    state().select({ components: ['pay'], domains: ['a'] });
    press('x');
    expect(held()).toEqual(['component pay 0 %', 'domain a 0 %']);
    state().select({ components: ['pay', 'app', 'shoppers'] });
    press('x');
    expect(held()).toEqual(['component pay 0 %', 'domain a 0 %', 'component app 0 %']);
    press('x');
    expect(held()).toEqual(['domain a 0 %']);
  });

  test('is nothing that a client can do, nor nobody', async () => {
    for (const components of [[], ['shoppers']]) {
      state().select({ components });
      expect(['take-down', 'bring-up', 'hold-at'].filter((id) => canRun(id))).toEqual([]);
      await runCommand('take-down');
      expect(isWhatIf(state())).toBe(false);
    }
  });

  test('by a click, a client says why it is not', () => {
    toggleDown({ of: 'component', id: 'shoppers' });
    expect(state().notices.map(({ text }) => text)).toEqual([
      'Shoppers is a client: it sends the requests, and is never down itself.',
    ]);
    toggleDown({ of: 'component', id: 'pay' });
    toggleDown({ of: 'domain', id: 'a' });
    expect(held()).toEqual(['component pay 0 %', 'domain a 0 %']);
    toggleDown({ of: 'component', id: 'pay' });
    expect(held()).toEqual(['domain a 0 %']);
  });

  test('by clicking is a mode that the same key ends, and Escape before the what-if', async () => {
    press('x', true);
    expect(state().tool).toBe('down');
    press('x', true);
    expect(state().tool).toBe('select');
    press('x', true);
    toggleDown({ of: 'component', id: 'pay' });
    await runCommand('escape');
    expect([state().tool, isWhatIf(state())]).toEqual(['select', true]);
    await runCommand('escape');
    expect(isWhatIf(state())).toBe(false);
  });
});

describe('an availability that is tried', () => {
  test('begins at 99 %, where it can be typed', async () => {
    state().select({ components: ['pay'] });
    await runCommand('hold-at');
    expect([held(), state().focusField, state().inspectorOpen]).toEqual([
      ['component pay 99 %'],
      { path: ['held', 'component', 'pay'] },
      true,
    ]);
  });

  test('goes on from where it is held, and is down no more', async () => {
    state().hold([{ of: 'component', id: 'pay' }], '98 %');
    state().select({ components: ['pay', 'app'] });
    await runCommand('hold-at');
    expect(held()).toEqual(['component pay 98 %', 'component app 98 %']);
    await runCommand('take-down');
    expect(held()).toEqual(['component pay 0 %', 'component app 0 %']);
    await runCommand('bring-up');
    expect(held()).toEqual([]);
  });
});
