// Asks the command line, each time in a process of its own that is ended when it takes too long.
import { spawnSync } from 'node:child_process';
import { commandLine } from '../tools/bundle.mjs';

export const LIMIT_SECONDS = 60;

/** What a command prints as JSON: `{report, milliseconds}`, `{refused, milliseconds}` with what it said, or `{late: true}`. */
function asked(command, file, input) {
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [commandLine(), command, file, '--json'], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    timeout: LIMIT_SECONDS * 1000,
    killSignal: 'SIGKILL',
  });
  const milliseconds = performance.now() - began;
  if (status === null) return { late: true, milliseconds };
  return status === 0 ? { report: JSON.parse(stdout), milliseconds } : { refused: stderr, milliseconds };
}

export const evaluate = (file, input) => asked('evaluate', file, input);

/** The law fitted to the lines of a load test. */
export function fitUsl(lines) {
  const { report, refused } = asked('fit-usl', '-', lines.join('\n'));
  if (report === undefined) throw new Error(refused ?? 'no answer in time');
  return report;
}

/** The report on designs that are written here, `[{name, components, calls}]`. */
export function evaluateDesigns(designs) {
  const { report, refused } = evaluate('-', JSON.stringify({ format: 'nineboard/1', designs }));
  if (report === undefined) throw new Error(refused ?? 'no answer in time');
  return report.designs;
}

/** A design for a reliability diagram: a number is a part, `['all', …]` needs all that follows, `['any', …]` one of it. */
export function diagramDesign(name, diagram) {
  const components = { users: { kind: 'client' } };
  const calls = [];
  const add = (from, part) => {
    const id = `part ${Object.keys(components).length}`;
    calls.push({ from, to: id });
    components[id] = Array.isArray(part)
      ? { kind: 'gate', needed: part[0] === 'any' ? 1 : part.length - 1 }
      : { kind: 'external', up: part };
    if (Array.isArray(part)) for (const inner of part.slice(1)) add(id, inner);
  };
  add('users', diagram);
  return { name, components, calls };
}
