import { fitUsl } from '../engine/load-test.ts';
import { readLoadTest } from '../share/measurements/load-test.ts';
import { uslFitText } from '../words/usl-fit.ts';
import { issuesError, readText, type CommandLine } from './command-line.ts';

/** `nineboard fit-usl FILE [--json]`: the Universal Scalability Law fitted to a load test. */
export function fitUslCommand({ file, json }: CommandLine): Promise<number> {
  return Promise.resolve(fitted(file, json));
}

function fitted(file: string, json: boolean): number {
  const text = readText(file);
  if (text === null) return 1;
  const read = readLoadTest(text);
  if (!read.ok) return issuesError([{ ...read.problem, path: [] }]);
  const fit = fitUsl(read.value);
  if (!fit.ok) return issuesError(fit.issues.map((issue) => ({ ...issue, path: [] })));
  process.stdout.write(json ? `${JSON.stringify(fit.value)}\n` : uslFitText(fit.value, read.value));
  return 0;
}
