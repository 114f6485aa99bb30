import { writeFile } from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { toBase64url } from '../src/share/base64url.ts';
import { checksum } from '../src/share/checksum.ts';
import { toCompact } from '../src/share/compact.ts';
import { Desk } from './pages/desk.ts';
import { keepReports, lastReport } from './pages/reports.ts';
import { expect, test } from './test.ts';

/** A second on a machine of one's own, with room for one that runs other tests beside this. */
const SOON_MILLISECONDS = 4000;

/** A link around any bytes, with length and checksum in order. */
function linkAround(bytes: Uint8Array): string {
  const payload = toBase64url(deflateRawSync(bytes));
  return `#n1.c.${payload.length.toString(36)}.${checksum(payload)}.${payload}`;
}
const linkOf = (value: unknown): string => linkAround(toCompact(value));

/** The smallest board with a number. */
const SMALL = {
  format: 'nineboard/1',
  title: 'Small',
  designs: [
    {
      name: 'today',
      components: { u: { kind: 'client' }, app: { kind: 'service', name: 'App', replicas: 2, needed: 1, up: '99 %' } },
      calls: [{ from: 'u', to: 'app' }],
    },
  ],
};
const withApp = (fields: object): typeof SMALL => ({
  ...SMALL,
  designs: SMALL.designs.map(({ name, calls, components: { u, app } }) => ({
    name,
    components: { u, app: Object.assign({}, app, fields) },
    calls,
  })),
});

const fileOf = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Work of one's own that nothing that comes from elsewhere may touch. */
async function workOfOnesOwn(page: Page): Promise<Desk> {
  const desk = new Desk(page);
  await desk.open();
  await desk.retitle('My work');
  await expect(desk.saved()).toHaveText('saved');
  return desk;
}

/** The page is alive, and the work that was open is what it was, on the screen and in the store. */
async function expectUntouched(desk: Desk): Promise<void> {
  await desk.expectTitle('My work');
  await expect(desk.number).toHaveText('99.9497 %');
  await desk.write('app', 'Replicas', '1');
  await expect(desk.number).toHaveText('98.95 %');
  await desk.undo();
  await expect(desk.number).toHaveText('99.9497 %');
  await expect(desk.saved()).toHaveText('saved');
}

/** From the moment a person does it until the page has said why not: milliseconds, by the page's own clock. */
async function timeToRefusal(page: Page, act: (page: Page) => Promise<void>): Promise<number> {
  const said = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const began = performance.now();
        const look = (): void => {
          if (document.querySelector('[role="alert"]') !== null) resolve(performance.now() - began);
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
  await act(page);
  return said;
}

test.describe('a link', () => {
  test('shows the same figures to the last bit in another browser, as a copy that may be kept', async ({
    page,
    browser,
  }) => {
    await keepReports(page);
    const sender = new Desk(page);
    await sender.open();
    await sender.chooseFile('sent.json', fileOf({ ...withApp({ up: 0.7 + 0.1 + 0.1 }), title: 'Sent' }));
    await sender.expectTitle('Sent');
    await sender.write('app', 'Replicas', '2 * 3 - 3');
    await expect(sender.number).toHaveText(/^99\.[89]\d* %$/);
    const link = await sender.link();
    const [file, report, downtime] = [
      await sender.saveFile(),
      await lastReport(page),
      await page.locator('[data-figure="downtime"]').textContent(),
    ];

    const other = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
    await keepReports(other);
    const receiver = new Desk(other);
    await receiver.open(link);
    await receiver.expectTitle('Sent');
    expect(await receiver.number.textContent()).toBe(await sender.number.textContent());
    await expect(other.locator('[data-figure="downtime"]')).toHaveText(downtime ?? '');
    expect(report).toContain('"unavailability":0.00');
    expect(await lastReport(other)).toBe(report);
    expect((await receiver.saveFile()).bytes.equals(file.bytes)).toBe(true);

    const bar = other.getByRole('region', { name: 'Opened from a link' });
    await expect(bar).toBeVisible();
    await expect(receiver.saved()).toHaveText('not kept yet');
    await bar.getByRole('button', { name: 'Keep a copy' }).click();
    await expect(bar).toHaveCount(0);
    await expect(receiver.saved()).toHaveText('saved');
    expect(new URL(other.url()).hash).toBe('');
    await receiver.reload();
    await receiver.expectTitle('Sent');
    await other.context().close();
  });

  test("opened beside work of one's own leaves that in its place", async ({ page }) => {
    const desk = await workOfOnesOwn(page);
    await desk.follow(linkOf(SMALL));
    await desk.expectTitle('Small');
    await expect(desk.number).toHaveText('99.9900 %');
    await page.locator('header [aria-haspopup="menu"]').first().click();
    await page.getByRole('menuitem', { name: 'My work', exact: true }).click();
    await expectUntouched(desk);
  });

  test('that was cut off anywhere is refused as cut off, and the open work stays', async ({ page }) => {
    test.setTimeout(180_000);
    const desk = await workOfOnesOwn(page);
    const link = linkOf(SMALL);
    const said = await page.evaluate(async (whole) => {
      const until = (holds: () => boolean): Promise<void> =>
        new Promise((resolve) => {
          const look = (): void => (holds() ? resolve() : void setTimeout(look, 1));
          look();
        });
      const alerts = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[role="alert"]')];
      const answers: string[] = [];
      for (let length = 2; length < whole.length; length++) {
        location.hash = whole.slice(0, length);
        await until(() => alerts().length > 0);
        answers.push(
          alerts()
            .map(({ textContent }) => textContent)
            .join(' '),
        );
        for (const alert of alerts()) alert.querySelector<HTMLElement>('[aria-label="Put away"]')?.click();
        await until(() => alerts().length === 0);
      }
      return answers;
    }, link);
    expect(said).toHaveLength(link.length - 2);
    expect(said.filter((text) => !text.includes('this link was cut off'))).toEqual([]);
    await expectUntouched(desk);
  });

  test('that was cut off says so on a first visit too, and the page shows what it shows without it', async ({
    page,
  }) => {
    const desk = new Desk(page);
    await desk.open(`/${linkOf(SMALL).slice(0, 40)}`);
    await expect(desk.notice('this link was cut off')).toBeVisible();
    await desk.expectTitle('Checkout');
    await expect(desk.number).toHaveText('99.9497 %');
  });

  const whole = linkOf(SMALL);
  const BAD: readonly (readonly [what: string, link: string, said: string])[] = [
    ['damaged', whole.slice(0, -3) + (whole.at(-3) === 'A' ? 'B' : 'A') + whole.slice(-2), 'was damaged'],
    ['made by a newer version', whole.replace('#n1.', '#n2.'), 'newer Nineboard'],
    ['foreign', '#room=4f1b7a,xk29', 'not a link to a scenario'],
    ['of another format', linkOf({ format: 'excalidraw', elements: [] }), 'was not opened'],
    ['of a newer format', linkOf({ ...SMALL, format: 'nineboard/7' }), 'newer'],
    ['with an unknown field', linkOf(withApp({ colour: 'red' })), 'colour'],
    [
      'with a key __proto__',
      linkAround(toCompact(JSON.parse('{"format":"nineboard/1","__proto__":{"x":1}}'))),
      'damaged',
    ],
    ['a decompression bomb', linkAround(new Uint8Array(300_000_000)), 'more than a scenario can be'],
  ];
  test('that is no good is refused within a second, whatever is wrong with it, and the open work stays', async ({
    page,
  }) => {
    const desk = await workOfOnesOwn(page);
    for (const [what, link, message] of BAD) {
      await test.step(what, async () => {
        const milliseconds = await timeToRefusal(page, () => desk.follow(link));
        await expect(desk.notice(message)).toBeVisible();
        expect(milliseconds).toBeLessThan(SOON_MILLISECONDS);
        await desk.putAway(desk.notice(message));
        await expectUntouched(desk);
      });
    }
  });

  test('of ten megabytes is refused within a second, and the open work stays', async ({ page }) => {
    const desk = await workOfOnesOwn(page);
    // From the moment at which the browser, which takes its own time over such an address, tells the page.
    const milliseconds = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          addEventListener('hashchange', () => {
            const began = performance.now();
            const look = (): void => {
              if (document.querySelector('[role="alert"]') !== null) resolve(performance.now() - began);
              else requestAnimationFrame(look);
            };
            look();
          });
          location.hash = `#n1.c.zzzzz.0000000.${'A'.repeat(10_000_000)}`;
        }),
    );
    await expect(desk.notice('was not opened')).toBeVisible();
    expect(milliseconds).toBeLessThan(SOON_MILLISECONDS);
    await expectUntouched(desk);
  });
});

const EXPRESSIONS = [
  '9^9^9^9^9^9^9',
  'ones(3000,3000)',
  `${'('.repeat(4000)}1${')'.repeat(4000)}`,
  '1:10000000',
  'bigint(7)^bigint(10000000)',
  'f(x) = f(x+1)',
  `1${'+1'.repeat(2000)}`,
  '"a".constructor.constructor("return 1")()',
];

test.describe('what strangers wrote in a board', () => {
  test('endless expressions are marked at their fields within a second, and everything else computes', async ({
    page,
  }) => {
    const desk = new Desk(page);
    await desk.open();
    await desk.select('app');
    for (const expression of EXPRESSIONS) {
      const milliseconds = await timeToRefusal(page, async () => {
        await desk.field('Replicas').fill(expression);
        await desk.field('Replicas').press('Enter');
      });
      await expect(desk.field('Replicas')).toHaveAttribute('aria-invalid', 'true');
      expect(milliseconds, expression).toBeLessThan(SOON_MILLISECONDS);
      await expect(desk.number).not.toHaveText('');
      await desk.undo();
      await expect(desk.field('Replicas')).toHaveValue('3');
      await expect(page.getByRole('alert')).toHaveCount(0);
    }
    await expect(desk.number).toHaveText('99.9497 %');
    await expect(desk.notices).not.toContainText('engine');
  });

  test('all of them in one link leave the page alive', async ({ page }) => {
    const names = EXPRESSIONS.map((_, index) => `v${index}`);
    const variables = Object.fromEntries(EXPRESSIONS.map((text, index) => [`v${index}`, text]));
    const desk = new Desk(page);
    await page.goto(`/${linkOf({ ...withApp({ replicas: names.join(' + ') }), variables })}`);
    await desk.expectTitle('Small');
    await expect(page.getByRole('button', { name: /things are wrong|cannot be worked out/ }).first()).toBeVisible();
    await desk.write('app', 'Replicas', '3');
    await expect(desk.number).toHaveText('99.999900 %');
  });

  test('a script in a name is a name', async ({ page }) => {
    const name = '<img src=x onerror="document.title=1"><script>alert(1)</script>';
    const desk = new Desk(page);
    await desk.open(`/${linkOf({ ...withApp({ name }), title: name })}`);
    await expect(page.locator('[data-board] [data-component="app"]')).toContainText('<img src=x');
    await desk.expectTitle(name);
    const { bytes } = await desk.download(() => desk.menu('Save as SVG'));
    const inside = await page.evaluate((text) => {
      const svg = new DOMParser().parseFromString(text, 'image/svg+xml');
      return [svg.documentElement.tagName, svg.querySelectorAll('script, img, parsererror, [onerror]').length];
    }, bytes.toString());
    expect(inside).toEqual(['svg', 0]);
  });
});

test.describe('a file', () => {
  test('saved and opened again is the same to the byte', async ({ page }) => {
    const desk = new Desk(page);
    await desk.open();
    await desk.retitle('To a file');
    const { name, bytes } = await desk.saveFile();
    expect(name).toBe('to-a-file.nineboard.json');
    await desk.menu('New board');
    await desk.expectTitle('Untitled');
    await desk.chooseFile(name, bytes);
    await desk.expectTitle('To a file');
    await expect(desk.number).toHaveText('99.9497 %');
    expect((await desk.saveFile()).bytes.equals(bytes)).toBe(true);
  });

  test('dropped on the board is opened', async ({ page }, info) => {
    const desk = await workOfOnesOwn(page);
    const path = info.outputPath('small.nineboard.json');
    await writeFile(path, fileOf(SMALL));
    await desk.dropFile(path);
    await desk.expectTitle('Small');
    await expect(desk.number).toHaveText('99.9900 %');
    await writeFile(path, 'no scenario');
    await desk.dropFile(path);
    await expect(desk.notice('small.nineboard.json was not opened')).toBeVisible();
    await desk.expectTitle('Small');
  });

  test('chosen after a while is opened, whatever the browser has cleared away meanwhile', async ({ page }, info) => {
    const desk = await workOfOnesOwn(page);
    const path = info.outputPath('small.nineboard.json');
    await writeFile(path, fileOf(SMALL));
    const session = await page.context().newCDPSession(page);
    await session.send('Page.enable');
    await session.send('Page.setInterceptFileChooserDialog', { enabled: true });
    const asked = new Promise<number>((resolve) => {
      session.once('Page.fileChooserOpened', ({ backendNodeId = 0 }) => resolve(backendNodeId));
    });
    await page.keyboard.press('ControlOrMeta+o');
    const backendNodeId = await asked;
    await session.send('HeapProfiler.collectGarbage');
    await session.send('DOM.setFileInputFiles', { files: [path], backendNodeId });
    await desk.expectTitle('Small');
    await expect(desk.number).toHaveText('99.9900 %');
  });

  const BAD: readonly (readonly [what: string, content: () => string | Buffer, said: RegExp])[] = [
    ['cut off', () => fileOf(SMALL).slice(0, 150), /not valid JSON.*cut off/],
    ['of a picture', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /not valid JSON/],
    ['empty', () => '', /not valid JSON/],
    ['of another program', () => fileOf({ type: 'excalidraw', version: 2, elements: [] }), /not a|format/],
    ['of a newer version', () => fileOf({ ...SMALL, format: 'nineboard/2' }), /newer/],
    ['with an unknown field', () => fileOf(withApp({ colour: 'red' })), /designs.*components\.app.*colour/],
    ['with a wrong kind', () => fileOf(withApp({ kind: 'unicorn' })), /components\.app\.kind.*one of/],
    ['with a key __proto__', () => fileOf(SMALL).replace('"title"', '"__proto__": {"x": 1}, "title"'), /__proto__/],
    ['nested without end', () => '['.repeat(4_000_000), /levels deep/],
    [
      'of a million nodes',
      () => {
        const components = Array.from({ length: 1_000_000 }, (_, at) => `"c${at}":{"kind":"service"}`).join();
        return `{"format":"nineboard/1","designs":[{"name":"x","components":{${components}}}]}`;
      },
      /larger than 8 MB/,
    ],
    [
      'of a quarter of a million nodes',
      () => {
        const components = Array.from({ length: 250_000 }, (_, at) => `"c${at}":{"kind":"gate"}`).join();
        return `{"format":"nineboard/1","designs":[{"name":"x","components":{${components}}}]}`;
      },
      /250000 components/,
    ],
  ];
  test('that is no good is refused within a second with what is wrong, and the open work stays', async ({
    page,
  }, info) => {
    const desk = await workOfOnesOwn(page);
    const path = info.outputPath('bad.json');
    for (const [what, content, message] of BAD) {
      await test.step(what, async () => {
        await writeFile(path, content());
        const milliseconds = await timeToRefusal(page, () => desk.dropFile(path));
        await expect(desk.notice(/^(Error:)?bad\.json was not opened/)).toBeVisible();
        await expect(desk.notice(message)).toBeVisible();
        expect(milliseconds).toBeLessThan(SOON_MILLISECONDS);
        await desk.putAway(desk.notice(message));
        await expectUntouched(desk);
      });
    }
  });
});
