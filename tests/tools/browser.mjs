// Finds a Chromium that really starts. Looked for, in this order: CHROMIUM_PATH, Playwright's own, a browser on the
// PATH, then two ways to install one. Every candidate is proven by launching it.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createRequire } from 'node:module';
import { chromium } from '@playwright/test';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'msedge',
  'microsoft-edge',
];
/**
 * The lists behind the address bar are pages of their own, made anew with every window that no test looks at: a third of
 * what opening one costs. Of two lists of features a browser obeys the last, so the rest is what Playwright turns off.
 */
const WITHOUT = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  `--disable-features=${WITHOUT.join(',')}`,
];
const isRoot = process.getuid?.() === 0;

const onPath = () =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.flatMap((name) => [join(folder, name), join(folder, `${name}.exe`)]))
    .concat('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome')
    .filter((path) => existsSync(path));

/** Launches a candidate, without its sandbox only as root or where it does not start with it. */
async function proven(executablePath) {
  for (const args of isRoot ? [['--no-sandbox']] : [[], ['--no-sandbox']]) {
    try {
      const browser = await chromium.launch({ executablePath, args: [...args, ...QUIET], timeout: 30_000 });
      await browser.close();
      return { executablePath, args: [...args, ...QUIET] };
    } catch {
      // The next way of starting it, or the next candidate.
    }
  }
  return null;
}

const playwrightOwn = () => {
  try {
    const path = chromium.executablePath();
    return existsSync(path) ? [path] : [];
  } catch {
    return [];
  }
};

function installByPlaywright() {
  const cli = join(createRequire(import.meta.url).resolve('@playwright/test'), '..', 'cli.js');
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit', timeout: 120_000 });
}

function installByApt() {
  if (process.platform !== 'linux') return;
  const apt = (...args) =>
    isRoot
      ? execFileSync('apt-get', args, { stdio: 'inherit' })
      : execFileSync('sudo', ['-n', 'apt-get', ...args], { stdio: 'inherit' });
  try {
    apt('update', '-qq');
    apt('install', '-y', '-qq', 'chromium', 'fonts-dejavu-core');
  } catch {
    // Not a Debian, or not allowed: the last sentence says what helps.
  }
}

/** `{executablePath, args}` of a browser that starts. Throws one sentence that names what would help. */
export async function findBrowser() {
  const sources = [
    () => (process.env['CHROMIUM_PATH'] ? [process.env['CHROMIUM_PATH']] : []),
    playwrightOwn,
    onPath,
    () => (installByPlaywright(), playwrightOwn()),
    () => (installByApt(), onPath()),
  ];
  for (const candidates of sources) {
    for (const path of candidates()) {
      const found = await proven(path);
      if (found) return found;
    }
  }
  throw new Error(
    'No Chromium could be started: run "npx playwright install --with-deps chromium" or "apt-get install chromium", or set CHROMIUM_PATH to one.',
  );
}
