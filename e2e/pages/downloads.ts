import { expect, type Download, type Page } from '@playwright/test';

/** Chromium lets a page begin so many downloads within a second; of more it says nothing and begins none. */
const AT_ONCE = 10;
const moments = new WeakMap<Page, readonly number[]>();

/** What a press saves, begun when the browser allows it. */
export async function downloaded(page: Page, press: () => Promise<void>): Promise<Download> {
  const known = moments.get(page) ?? [];
  const oldest = known.at(-AT_ONCE);
  if (oldest !== undefined) await expect.poll(() => performance.now() - oldest).toBeGreaterThan(1000);
  const coming = page.waitForEvent('download');
  await press();
  const download = await coming;
  moments.set(page, [...known, performance.now()].slice(-AT_ONCE));
  return download;
}
