// `npm test`: everything that CI runs, stage by stage, with the minutes that each took. Stops at the first failure.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';

const packages = join(import.meta.dirname, '../../node_modules');
/** The path of a package's command, started with this very Node: the same on every system. */
const command = (name, bin = name) => {
  const { bin: bins } = JSON.parse(readFileSync(join(packages, name, 'package.json'), 'utf8'));
  return join(packages, name, typeof bins === 'string' ? bins : bins[bin]);
};
const native = command('@typescript/native', 'tsc');

const stages = [
  ['format', command('prettier'), ['--check', '--log-level', 'warn', '.']],
  ['lint', command('oxlint'), ['--type-aware', '--quiet', 'src', 'tests', 'e2e']],
  ['types', native, ['--noEmit', '-p', '.']],
  ['types without the DOM', native, ['--noEmit', '-p', 'src']],
  ['dead code', command('knip'), []],
  ['unit and property tests', command('vitest'), ['run']],
  ['build', command('vite'), ['build', '--logLevel', 'warn']],
  ['build of the command line', command('vite'), ['build', '--ssr', 'src/cli/main.ts', '--logLevel', 'warn']],
  ['size', command('size-limit'), []],
  ['browser', command('@playwright/test', 'playwright'), ['test', '-c', 'e2e']],
];

const times = [];
for (const [name, script, args] of stages) {
  const began = performance.now();
  console.log(`\n== ${name}`);
  const env = { ...process.env };
  if (name === 'browser') {
    const browser = await findBrowser();
    env['CHROMIUM_PATH'] = browser.executablePath;
    env['CHROMIUM_ARGS'] = browser.args.join(' ');
  }
  const { status } = spawnSync(process.execPath, [script, ...args], { stdio: 'inherit', env });
  times.push([name, (performance.now() - began) / 60_000]);
  if (status !== 0) {
    console.error(`\n${name} failed`);
    process.exitCode = 1;
    break;
  }
}
console.log('\nminutes per stage');
for (const [name, minutes] of times) console.log(`${minutes.toFixed(2).padStart(7)}  ${name}`);
console.log(
  `${times
    .reduce((sum, [, minutes]) => sum + minutes, 0)
    .toFixed(2)
    .padStart(7)}  in all`,
);
