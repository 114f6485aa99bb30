import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { CHECKOUT, nineboard, ROOT } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'nineboard-pack-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** npm, started with this very Node: `npm_execpath` where npm started the tests. */
const npm = (args: readonly string[], cwd: string): string => {
  const path = process.env['npm_execpath'];
  const options = { cwd, encoding: 'utf8' as const };
  return path ? execFileSync(process.execPath, [path, ...args], options) : execFileSync('npm', args, options);
};

test('what npm packs runs as nineboard in an empty folder without a network', () => {
  nineboard(['--version']); // bundles the command line where that has not been done
  npm(['pack', '--ignore-scripts', '--pack-destination', folder], ROOT);
  const [tarball] = readdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  npm(['install', '--offline', '--no-audit', '--no-fund', `./${tarball}`], folder);
  const out = npm(['exec', '--offline', '--', 'nineboard', 'evaluate', join(ROOT, CHECKOUT), '--json'], folder);
  expect(out).toBe(nineboard(['evaluate', CHECKOUT, '--json']).out);
  expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['nineboard']);
});
