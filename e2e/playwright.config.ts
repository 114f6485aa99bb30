import { defineConfig, devices } from '@playwright/test';
import { findBrowser } from '../tests/tools/browser.mjs';
import { LAN_NAME } from './lan.ts';

// `npm test` has found a browser already and says which; a run by hand looks for one itself.
const path = process.env['CHROMIUM_PATH'];
const known = path !== undefined && process.env['CHROMIUM_ARGS'] !== undefined;
const browser = known
  ? { executablePath: path, args: (process.env['CHROMIUM_ARGS'] ?? '').split(' ') }
  : await findBrowser();
process.env['CHROMIUM_PATH'] = browser.executablePath;
process.env['CHROMIUM_ARGS'] = browser.args.join(' ');

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: [['list']],
  timeout: 60_000,
  // What takes an engine a second takes it ten where both cores have much else to do.
  expect: { timeout: 20_000 },
  globalSetup: './serve.ts',
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    launchOptions: { ...browser, args: [...browser.args, `--host-resolver-rules=MAP ${LAN_NAME} 127.0.0.1`] },
    screenshot: 'only-on-failure',
  },
});
