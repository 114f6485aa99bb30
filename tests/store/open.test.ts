import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Scenario } from '../../src/model/scenario.ts';
import { encodeLink } from '../../src/share/link.ts';
import { board } from '../../src/store/board.ts';
import { openExample, openFile, openLink, openStart } from '../../src/store/open.ts';
import { flush, startSaving } from '../../src/store/persist.ts';
import { memoryCabinet } from './memory-cabinet.ts';
import { CHECKOUT } from './samples.ts';

const state = () => board.getState();
const jsonFile = (text: string): File => new File([text], 'shop.nineboard.json');
const linkOf = async (scenario: Scenario): Promise<string> => `#${await encodeLink(scenario)}`;

let stop = (): void => {};
beforeEach(() => {
  vi.stubGlobal('location', { hash: '', href: 'http://x/', pathname: '/', search: '' });
  vi.stubGlobal('history', { state: null, replaceState: vi.fn() });
  vi.stubGlobal('document', { baseURI: 'http://x/sub/', addEventListener() {}, removeEventListener() {} });
  vi.stubGlobal('fetch', (url: URL) =>
    Promise.resolve(
      url.pathname === '/sub/scenarios/checkout.json' ? Response.json(CHECKOUT) : new Response('', { status: 404 }),
    ),
  );
  board.setState({ notices: [] });
  stop = startSaving(memoryCabinet());
  state().load({ ...CHECKOUT, title: 'Open before' }, { documentId: 'before', origin: 'own' });
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
});

describe('a link', () => {
  test('opens as a copy that is not stored until it is edited', async () => {
    expect(await openLink(await linkOf(CHECKOUT))).toBe(true);
    expect([state().scenario, state().origin]).toEqual([CHECKOUT, 'link']);
    await flush();
    expect(state().documents.map(({ title }) => title)).toEqual(['Open before']);
    state().edit('Change title', (scenario) => ({ ...scenario, title: 'Mine' }));
    await flush();
    expect(state().documents.map(({ title }) => title)).toEqual(['Mine', 'Open before']);
  });

  test('that is broken opens nothing, says why, and leaves what was open', async () => {
    const link = await linkOf(CHECKOUT);
    const open = state().scenario;
    for (const broken of [link.slice(0, 40), `${link.slice(0, -3)}AAA`, '#n9.c.1.1.A', '#hello']) {
      board.setState({ notices: [] });
      expect(await openLink(broken)).toBe(false);
      expect(state().scenario).toBe(open);
      expect(state().notices.map(({ level }) => level)).toEqual(['error']);
    }
    expect(state().notices[0]?.text).toMatch(/^The link was not opened: /);
  });

  test('in the address comes first when the page starts', async () => {
    vi.stubGlobal('location', { hash: await linkOf({ ...CHECKOUT, title: 'Linked' }), pathname: '/', search: '' });
    await openStart();
    expect([state().scenario.title, state().origin]).toEqual(['Linked', 'link']);
  });
});

describe('a file', () => {
  test('opens as a document of its own, and is stored at once', async () => {
    await openFile(jsonFile(JSON.stringify(CHECKOUT)));
    await flush();
    expect(state().documents.map(({ title }) => title)).toEqual(['Checkout', 'Open before']);
  });

  test('that is wrong opens nothing and says which fields are', async () => {
    const open = state().scenario;
    await openFile(jsonFile('{"format":"nineboard/1","designs":[{"name":"x","components":{"a":{"kind":"toaster"}}}]}'));
    expect(state().scenario).toBe(open);
    const [notice] = state().notices;
    expect(notice?.level).toBe('error');
    expect([notice?.text, ...(notice?.details ?? [])].join(' ')).toContain('designs.0.components.a.kind');
  });

  test('of more than eight megabytes is not even read', async () => {
    const text = vi.fn<() => Promise<string>>();
    await openFile(Object.assign(jsonFile('x'.repeat(8_000_001)), { text }));
    expect(text).not.toHaveBeenCalled();
    expect(state().notices[0]?.text).toContain('larger than 8 MB');
  });
});

describe('an example', () => {
  test('is the first thing that a first visit shows', async () => {
    stop();
    stop = startSaving(memoryCabinet());
    board.setState({ documents: [], opened: false });
    await openStart();
    expect([state().scenario, state().origin]).toEqual([CHECKOUT, 'example']);
  });

  test('that does not exist is said', async () => {
    const open = state().scenario;
    await openExample('nothing');
    expect(state().scenario).toBe(open);
    expect(state().notices[0]?.text).toBe('The example was not opened: there is no example of that name.');
  });
});
