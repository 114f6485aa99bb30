import type { Page } from '@playwright/test';

/** Keeps the last report that a page's engine sent, whole: what the screen rounds can be compared to the last bit. */
export async function keepReports(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.Worker = class extends Worker {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options);
        this.addEventListener('message', ({ data }: MessageEvent<{ reply?: { report?: unknown } }>) => {
          const report = data.reply?.report;
          if (report !== undefined) document.documentElement.dataset['lastReport'] = JSON.stringify(report);
        });
      }
    };
  });
}

export const lastReport = (page: Page): Promise<string> =>
  page.evaluate(() => document.documentElement.dataset['lastReport'] ?? '');
