import type { BrowserContext, Page } from '@playwright/test';
import { Desk } from './pages/desk.ts';
import { addresses, expect, test } from './test.ts';

/** Everything that the browser's policy stopped in a page. */
async function watchPolicy(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      const list = JSON.parse(sessionStorage.getItem('violations') ?? '[]') as string[];
      sessionStorage.setItem('violations', JSON.stringify([...list, `${violatedDirective} ${blockedURI}`]));
    });
  });
  return async () => JSON.parse(await page.evaluate(() => sessionStorage.getItem('violations') ?? '[]')) as string[];
}

/** The paths of all that a context asks for, its workers included. */
function requested(context: BrowserContext): string[] {
  const paths: string[] = [];
  context.on('request', (request) => paths.push(request.url()));
  return paths;
}

/** The whole story in one go: open, edit, a formula, the charts, the pictures, the link, and a reload that keeps it. */
async function story(desk: Desk, address: string): Promise<void> {
  const { page } = desk;
  const chart = page.getByRole('tabpanel').locator('svg').first();
  await desk.open(address);
  await expect(desk.number).toHaveText('99.9497 %');
  await desk.write('app', 'Replicas', '2 * 3');
  await expect(desk.field('Replicas')).toHaveValue('2 * 3');
  await expect(page.locator('[data-board] [data-component="app"]')).toContainText('1 of 6');
  await page.getByRole('tab', { name: 'Availability' }).click();
  await expect(chart).toBeVisible();
  const picture = await desk.download(() => desk.menu('Save as SVG'));
  expect(picture.bytes.toString()).toContain('</svg>');
  const png = await desk.download(() => desk.menu('Save as PNG'));
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
  await expect(desk.saved()).toHaveText('saved');
  const link = await desk.link();
  expect(link.startsWith(`${address}#n1.`)).toBe(true);
  await desk.reload();
  await expect(page.locator('[data-board] [data-component="app"]')).toContainText('1 of 6');
  for (const [example, tab] of [
    ['Search over 100 shards', 'Fan-out'],
    ['More replicas, less throughput', 'Scaling'],
  ] as const) {
    await desk.menu('Examples');
    await desk.dialog('Examples').getByRole('button', { name: example }).click();
    await desk.expectTitle(example);
    await page.getByRole('tab', { name: tab }).click();
    await expect(chart).toBeVisible();
  }
}

test.describe('the content security policy', () => {
  test('is not broken by anything, and mathjs is asked for with the first formula only', async ({ page, context }) => {
    const paths = requested(context);
    const violations = await watchPolicy(page);
    const desk = new Desk(page);
    await desk.open();
    const early = paths.filter((path) => /evaluate-/.test(path));
    await story(desk, addresses.root());
    expect(early).toEqual([]);
    expect(paths.filter((path) => /evaluate-/.test(path))).not.toEqual([]);
    expect(await violations()).toEqual([]);
  });

  test.describe('where it is put to the test', () => {
    test.use({ expected: /unsafe-eval|Content Security Policy/ });

    test('lets no text become code, in the page and in the worker', async ({ page }) => {
      const violations = await watchPolicy(page);
      const desk = new Desk(page);
      await desk.open();
      const attempt = (): Promise<string> =>
        new Promise((resolve) => {
          // The browser's tools may do what the page may not; a timer is the page's own.
          setTimeout(() => {
            try {
              // oxlint-disable-next-line typescript/no-implied-eval -- it is what must not work
              resolve(String(new Function('return "ran"')()));
            } catch (error) {
              resolve((error as Error).name);
            }
          });
        });
      expect(await page.evaluate(attempt)).toBe('EvalError');
      const [worker] = page.workers();
      expect(await worker?.evaluate(attempt)).toBe('EvalError');
      await expect.poll(async () => [...new Set(await violations())]).toEqual(['script-src eval']);
    });
  });

  test('holds in the page without the header too, by the page itself', async ({ page, context }) => {
    await context.route('**/*', async (route) => {
      const response = await route.fetch();
      const { 'content-security-policy': _, ...headers } = response.headers();
      await route.fulfill({ response, headers });
    });
    const desk = new Desk(page);
    await desk.open();
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    // Parts of the page may be on their way yet.
    await context.unrouteAll({ behavior: 'wait' });
  });
});

test.describe('the page', () => {
  test('works under a deep path', async ({ page, context }) => {
    const paths = requested(context);
    await story(new Desk(page), addresses.deep());
    expect(paths.filter((path) => path.startsWith('http') && !path.startsWith(addresses.deep()))).toEqual([]);
  });

  test('works on a plain http address of a local network', async ({ page }) => {
    const lan = addresses.lan();
    expect(lan, 'an address of this machine').not.toBeNull();
    const desk = new Desk(page);
    await story(desk, lan ?? '');
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await page.getByRole('button', { name: 'Share link' }).click();
    const input = desk.dialog('Share this board').getByRole('textbox', { name: 'Link' });
    await expect(input).toHaveValue(/#n1\./);
    const said = desk.dialog('Share this board').getByRole('status');
    await expect(said).toHaveText(/The link is on the clipboard|The link is selected/);
    // Selected or copied: what a person pastes elsewhere is the link, whichever way it says it went.
    if (((await said.textContent()) ?? '').includes('selected')) await page.keyboard.press('ControlOrMeta+c');
    const link = await input.inputValue();
    await desk.close('Share this board');
    await desk.field('Notes').fill('');
    await page.keyboard.press('ControlOrMeta+v');
    await expect(desk.field('Notes')).toHaveValue(link);
  });
});
