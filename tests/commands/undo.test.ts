import { beforeEach, describe, expect, test, vi } from 'vitest';
import { only, type Selection } from '../../src/model/edit/selection.ts';
import type { Command } from '../../src/commands/command.ts';
import { addDomain, nestDomain } from '../../src/model/edit/domains.ts';
import { setField } from '../../src/model/edit/components.ts';
import { COMMANDS, commandOf, runCommand } from '../../src/commands/registry.ts';
import { board } from '../../src/store/board.ts';
import { CHECKOUT } from '../store/samples.ts';

// There is no clipboard here: what is copied is then remembered by the page, as it is over plain http.
vi.mock('../../src/share/browser/clipboard.ts', () => ({ copyText: () => Promise.resolve(false) }));

const state = () => board.getState();
const text = (): string => JSON.stringify(state().scenario);
const components = (...ids: string[]): Selection => only({ components: ids });

/** The app in a zone that stands in a region. */
const WITH_DOMAINS = setField(
  nestDomain(
    addDomain(addDomain(CHECKOUT, 0, { domain: { kind: 'zone' } }).scenario, 0, { domain: { kind: 'region' } })
      .scenario,
    0,
    'zone',
    ['region'],
  ),
  0,
  'app',
  'domains',
  ['zone'],
);

/** Situations in which a command may be possible; every command must be possible in one of them. */
const SITUATIONS: readonly (() => void)[] = [
  () => state().select(components('app')),
  () => state().select(components('shoppers', 'app', 'db')),
  () => state().select(components('shoppers')),
  () => state().select({ calls: ['app->db'] }),
  () => state().select({}),
  () => state().switchDesign(1),
  () => {
    state().startConnecting('db');
    state().select(components('pay'));
  },
  () => {
    state().load(WITH_DOMAINS, { documentId: 'test', origin: 'own' });
    state().select({ domains: ['zone'] });
  },
  () => state().tryOut('Try a title', (scenario) => ({ ...scenario, title: 'Tried' })),
];

async function open(): Promise<void> {
  state().load(CHECKOUT, { documentId: 'test', origin: 'own' });
  board.setState({ dialog: null, notices: [] });
  state().select(components('app', 'pay'));
  await runCommand('copy');
}

/** Brings about the first situation in which the command can run. */
async function makePossible(command: Command): Promise<boolean> {
  for (const situation of SITUATIONS) {
    await open();
    situation();
    if (command.when(state())) return true;
  }
  return false;
}

beforeEach(() => {
  state().registerCanvas({
    fit: () => {},
    zoomIn: () => {},
    zoomOut: () => {},
    zoomTo: () => {},
    centreOf: () => {},
    screenCentre: () => [500, 300],
    domainsAt: () => [],
    putWhereDrawn: (scenario) => scenario,
    tidy: () => Promise.resolve({ app: [10, 20], db: [300, 20] }),
  });
});

const EDITS = COMMANDS.filter((command) => command.edits);

describe('every command that edits', () => {
  test.each(EDITS.map((command) => [command.id]))('%s is one step, and undone gives the very document', async (id) => {
    const command = commandOf(id);
    expect(await makePossible(command)).toBe(true);
    const before = text();
    await runCommand(id);
    expect(state().notices).toEqual([]);
    expect(text()).not.toBe(before);
    const after = text();
    expect(state().past.length).toBe(1);
    state().undo();
    expect([text(), state().past.length]).toEqual([before, 0]);
    state().redo();
    expect(text()).toBe(after);
  });
});

describe('every other command', () => {
  const OPENS = new Set(['new', 'open-file', 'keep-copy', 'delete-document', 'save-file']);
  const others = COMMANDS.filter(({ edits, group, id }) => !edits && group !== 'Share' && !OPENS.has(id));

  test.each(others.map((command) => [command.id]))('%s leaves the document alone', async (id) => {
    await makePossible(commandOf(id));
    const before = state().scenario;
    await runCommand(id);
    expect(state().scenario).toBe(before);
    expect(state().past).toEqual([]);
  });
});

describe('the registry', () => {
  test('has no id twice, and a title and a group for each', () => {
    const ids = COMMANDS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(COMMANDS.filter(({ title }) => !/^[A-Z]/.test(title))).toEqual([]);
    const titles = COMMANDS.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test('gives a key to two commands only where never both can run, but for arrows: what is selected moves first', async () => {
    for (const situation of SITUATIONS) {
      await open();
      situation();
      const moves = commandOf('move-left').when(state());
      const possible = COMMANDS.filter((command) => command.when(state()) && !(moves && command.id.startsWith('go-')));
      const keys = possible.flatMap((command) => (command.keys ?? []).map((key) => ({ key, id: command.id })));
      const clashes = keys.filter(({ key, id }) => keys.some((other) => other.key === key && other.id !== id));
      expect(clashes).toEqual([]);
    }
  });

  test('says what went wrong in a command, and lives on', async () => {
    await open();
    state().registerCanvas({
      ...state().viewport!,
      tidy: () => Promise.reject(new Error('no space')),
    });
    await runCommand('tidy');
    expect(state().notices.map(({ text }) => text)).toEqual(['"Tidy up the board" did not work: no space']);
  });
});
