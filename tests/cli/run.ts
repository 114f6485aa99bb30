import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');
export const CHECKOUT = 'public/scenarios/checkout.json';

export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line as a person does, from the checkout's folder. */
export function nineboard(args: readonly string[], input = ''): Ran {
  const ran = spawnSync(process.execPath, ['tests/tools/cli.mjs', ...args], { cwd: ROOT, input, encoding: 'utf8' });
  return { status: ran.status, out: ran.stdout, err: ran.stderr };
}

/** A scenario with one design, for standard input. */
export const scenarioText = (components: object, calls: object[] = [], more: object = {}): string =>
  JSON.stringify({ format: 'nineboard/1', designs: [{ name: 'today', components, calls }], ...more });
