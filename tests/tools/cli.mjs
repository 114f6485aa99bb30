// Runs the command line from a checkout.
import { spawnSync } from 'node:child_process';
import { commandLine } from './bundle.mjs';

const { status } = spawnSync(process.execPath, [commandLine(), ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(status ?? 1);
