import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Scenario } from '../../src/model/scenario.ts';
import { memoryCabinet } from './memory-cabinet.ts';
import { CHECKOUT } from './samples.ts';

/** One tab: a copy of the store's modules of its own, over a cabinet that tabs share. */
async function tab(cabinet: ReturnType<typeof memoryCabinet>) {
  vi.resetModules();
  const { board } = await import('../../src/store/board.ts');
  const persist = await import('../../src/store/persist.ts');
  const open = await import('../../src/store/open.ts');
  const library = await import('../../src/store/library.ts');
  const stop = persist.startSaving(cabinet);
  return { board, ...persist, ...open, ...library, stop };
}
type Tab = Awaited<ReturnType<typeof tab>>;

const retitle = ({ board }: Tab, title: string): boolean =>
  board.getState().edit('Change title', (scenario: Scenario) => ({ ...scenario, title }));
const titles = ({ board }: Tab): string[] => board.getState().documents.map(({ title }) => title);

/** Opens the checkout in a tab as the first visit does: with the id that every first visit uses. */
async function firstVisit({ board, adopt }: Tab): Promise<void> {
  adopt('first', null);
  board.getState().load(CHECKOUT, { documentId: 'first', origin: 'example' });
}

beforeEach(() => {
  vi.stubGlobal('location', { hash: '', href: 'http://x/', pathname: '/', search: '' });
});

describe('keeping documents', () => {
  test('an example is stored with its first edit, and comes back as it was', async () => {
    const cabinet = memoryCabinet();
    const page = await tab(cabinet);
    await firstVisit(page);
    await page.flush();
    expect(cabinet.values.size).toBe(0);
    retitle(page, 'Shop');
    await page.flush();
    const next = await tab(cabinet);
    expect(await next.openDocument('first')).toBe(true);
    expect(next.board.getState().scenario).toEqual({ ...CHECKOUT, title: 'Shop' });
    expect(titles(next)).toEqual(['Shop']);
  });

  test('an edit is stored by itself within a second', async () => {
    vi.useFakeTimers();
    try {
      const cabinet = memoryCabinet();
      const page = await tab(cabinet);
      await firstVisit(page);
      retitle(page, 'Shop');
      expect(page.board.getState().saved).toBe('saving');
      await vi.advanceTimersByTimeAsync(300);
      expect(cabinet.values.get('document/first')).toMatchObject({ scenario: { title: 'Shop' }, revision: 1 });
      expect(page.board.getState().saved).toBe('saved');
    } finally {
      vi.useRealTimers();
    }
  });

  test('a link is stored when it is kept, without an edit', async () => {
    const page = await tab(memoryCabinet());
    page.adopt('copy', null);
    page.board.getState().load(CHECKOUT, { documentId: 'copy', origin: 'link' });
    await page.flush();
    expect(titles(page)).toEqual([]);
    await page.keepCopy();
    expect(titles(page)).toEqual(['Checkout']);
  });

  test('an edit under way is stored when it takes long, and one taken back at once is not', async () => {
    vi.useFakeTimers();
    try {
      const cabinet = memoryCabinet();
      const page = await tab(cabinet);
      await firstVisit(page);
      const type = (title: string): void =>
        page.board.getState().preview('Change title', (scenario) => ({ ...scenario, title }));
      type('S');
      page.board.getState().abandon();
      await vi.advanceTimersByTimeAsync(1000);
      expect(cabinet.values.has('document/first')).toBe(false);
      type('Sh');
      await vi.advanceTimersByTimeAsync(900);
      expect(cabinet.values.get('document/first')).toMatchObject({ scenario: { title: 'Sh' } });
      page.board.getState().abandon();
      await vi.advanceTimersByTimeAsync(900);
      expect(cabinet.values.get('document/first')).toMatchObject({ scenario: { title: 'Checkout' } });
      type('Shop');
      page.board.getState().settle();
      await vi.advanceTimersByTimeAsync(900);
      expect(cabinet.values.get('document/first')).toMatchObject({ scenario: { title: 'Shop' } });
    } finally {
      vi.useRealTimers();
    }
  });

  test('several documents are listed, the latest first', async () => {
    const page = await tab(memoryCabinet());
    await firstVisit(page);
    retitle(page, 'One');
    await page.newDocument();
    retitle(page, 'Two');
    await page.flush();
    expect(titles(page)).toEqual(['Two', 'One']);
  });

  test('refused storage is said once, and work goes on', async () => {
    const cabinet = memoryCabinet();
    cabinet.refuse = true;
    const page = await tab(cabinet);
    await firstVisit(page);
    for (const title of ['One', 'Two']) {
      retitle(page, title);
      await page.flush();
    }
    const { saved, notices, scenario } = page.board.getState();
    expect([saved, notices.length, scenario.title]).toEqual(['refused', 1, 'Two']);
    cabinet.refuse = false;
    await page.flush();
    expect(page.board.getState().saved).toBe('saved');
  });
});

describe('deleting', () => {
  test('can be undone from the notice', async () => {
    const page = await tab(memoryCabinet());
    await firstVisit(page);
    retitle(page, 'Shop');
    await page.flush();
    await page.deleteDocument('first');
    expect([titles(page), page.board.getState().deleted.map(({ title }) => title)]).toEqual([[], ['Shop']]);
    await page.board.getState().notices.at(-1)?.action?.run();
    expect([titles(page), page.board.getState().scenario.title]).toEqual([['Shop'], 'Shop']);
    expect(page.board.getState().deleted).toEqual([]);
  });

  test('keeps twenty of them', async () => {
    const cabinet = memoryCabinet();
    const page = await tab(cabinet);
    for (let each = 0; each < 25; each++) {
      await page.newDocument();
      retitle(page, `Shop ${each}`);
      await page.flush();
      await page.deleteDocument(page.board.getState().documentId);
    }
    expect(page.board.getState().deleted.length).toBe(20);
    expect([...cabinet.values.keys()].filter((key) => key.startsWith('deleted/')).length).toBe(20);
  });
});

describe('versions', () => {
  test('the document as it was opened is one, and going back to it is an edit', async () => {
    const cabinet = memoryCabinet();
    const first = await tab(cabinet);
    await firstVisit(first);
    retitle(first, 'Yesterday');
    await first.flush();
    const page = await tab(cabinet);
    await page.openDocument('first');
    retitle(page, 'Today');
    await page.loadVersions();
    const [version] = page.board.getState().versions;
    expect(version?.scenario.title).toBe('Yesterday');
    page.restoreVersion(version!);
    expect(page.board.getState().scenario.title).toBe('Yesterday');
    page.board.getState().undo();
    expect(page.board.getState().scenario.title).toBe('Today');
  });

  test('one a minute is kept while one works, fifty at most', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const page = await tab(memoryCabinet());
      await firstVisit(page);
      for (let minute = 0; minute < 60; minute++) {
        for (const half of ['a', 'b']) {
          vi.setSystemTime(Date.now() + 30_000);
          retitle(page, `Shop ${minute}${half}`);
          await page.flush();
        }
      }
      await page.loadVersions();
      expect(page.board.getState().versions.length).toBe(50);
      expect(page.board.getState().versions[0]?.scenario.title).toBe('Shop 59b');
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('two tabs with the same document', () => {
  async function race(): Promise<{ cabinet: ReturnType<typeof memoryCabinet>; theirs: Tab; mine: Tab }> {
    const cabinet = memoryCabinet();
    const [theirs, mine] = [await tab(cabinet), await tab(cabinet)];
    await firstVisit(theirs);
    await firstVisit(mine);
    retitle(theirs, 'Theirs');
    await theirs.flush();
    retitle(mine, 'Mine');
    await mine.flush();
    return { cabinet, theirs, mine };
  }

  test('never overwrite each other: both texts exist, and the person is asked', async () => {
    const { cabinet, mine } = await race();
    const { conflict, dialog, scenario } = mine.board.getState();
    expect([conflict?.theirs.title, dialog, scenario.title]).toEqual(['Theirs', 'conflict', 'Mine']);
    expect(titles(mine).toSorted()).toEqual(['Mine', 'Theirs']);
    expect(cabinet.values.get('document/first')).toMatchObject({ scenario: { title: 'Theirs' } });
  });

  test('are asked again after a reload', async () => {
    const { cabinet } = await race();
    const reloaded = await tab(cabinet);
    await reloaded.openDocument('first');
    const { conflict, scenario } = reloaded.board.getState();
    expect([conflict?.theirs.title, scenario.title]).toEqual(['Theirs', 'Mine']);
  });

  test('both goes on with two documents', async () => {
    const { cabinet, mine } = await race();
    await mine.resolveConflict('both');
    await mine.flush();
    expect(titles(mine).toSorted()).toEqual(['Mine (2)', 'Theirs']);
    const reloaded = await tab(cabinet);
    await reloaded.openDocument('first');
    expect([reloaded.board.getState().conflict, reloaded.board.getState().scenario.title]).toEqual([null, 'Theirs']);
  });

  test('theirs puts mine among the deleted', async () => {
    const { mine } = await race();
    await mine.resolveConflict('theirs');
    const { scenario, deleted, documentId, conflict } = mine.board.getState();
    expect([scenario.title, documentId, conflict]).toEqual(['Theirs', 'first', null]);
    expect([titles(mine), deleted.map(({ title }) => title)]).toEqual([['Theirs'], ['Mine']]);
  });

  test('mine makes theirs a version', async () => {
    const { mine, theirs } = await race();
    await mine.resolveConflict('mine');
    expect([titles(mine), mine.board.getState().documentId]).toEqual([['Mine'], 'first']);
    await mine.loadVersions();
    expect(mine.board.getState().versions.map(({ scenario }) => scenario.title)).toEqual(['Theirs']);
    retitle(mine, 'Mine again');
    await mine.flush();
    expect(mine.board.getState().conflict).toBeNull();
    retitle(theirs, 'Theirs again');
    await theirs.flush();
    expect(theirs.board.getState().conflict?.theirs.title).toBe('Mine again');
  });
});
