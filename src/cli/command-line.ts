import { readFileSync } from 'node:fs';
import { loadEvaluator } from '../formula/mathjs/load.ts';
import { needsFormulas, resolve } from '../formula/resolve.ts';
import { pathText, type Issue } from '../model/issue.ts';
import { parseQuantity } from '../model/quantity/parse-quantity.ts';
import type { Resolved } from '../model/resolved.ts';
import type { Scenario } from '../model/scenario.ts';
import { isXml, readFileText } from '../share/file.ts';

/** What was asked for, after the flags were read. */
export interface CommandLine {
  readonly file: string;
  readonly json: boolean;
  readonly design: string | undefined;
  readonly theme: string;
  /** Limits in seconds. */
  readonly within: readonly number[];
}

/** Prints what is wrong with the command line; the exit status for that is 2. */
export function usageError(message: string): 2 {
  process.stderr.write(`nineboard: ${message}\nnineboard --help lists the commands\n`);
  return 2;
}

/** The seconds of a time such as "250 ms"; a message where it is none. */
export function readSeconds(text: string): number | string {
  const read = parseQuantity(text, 'duration');
  if (read.kind === 'value' && read.band === undefined && read.value >= 0) return read.value;
  return read.kind === 'error' ? read.message : `${text} is not one time. Write one such as 250 ms`;
}

/** Prints each issue as `path: message`; the exit status for that is 1. */
export function issuesError(issues: readonly Issue[]): 1 {
  for (const { path, message } of issues) {
    const at = pathText(path);
    process.stderr.write(at === '' ? `${message}\n` : `${at}: ${message}\n`);
  }
  return 1;
}

/** A file with every field checked and resolved. */
export interface Loaded {
  readonly scenario: Scenario;
  readonly resolved: Resolved;
  /** Whether it was read from fault trees. */
  readonly faultTrees: boolean;
}

/** The text of a file or of standard input; null after the error was printed. */
export function readText(file: string): string | null {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    issuesError([{ code: 'file/unreadable', path: [], message: `${file}: ${(error as Error).message}` }]);
    return null;
  }
}

/** null after its errors were printed. */
export async function loadFile(file: string): Promise<Loaded | null> {
  const text = readText(file);
  if (text === null) return null;
  const read = await readFileText(text);
  if (!read.ok) {
    issuesError(read.issues);
    return null;
  }
  const resolved = resolve(read.value, needsFormulas(read.value) ? await loadEvaluator() : undefined);
  if (resolved.issues.length > 0) {
    issuesError(resolved.issues);
    return null;
  }
  return { scenario: read.value, resolved, faultTrees: isXml(text) };
}
