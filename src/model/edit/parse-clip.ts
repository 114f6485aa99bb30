import type { Issue, Outcome } from '../issue.ts';
import type { Scenario } from '../scenario.ts';
import { parseScenario } from '../schema.ts';
import { withoutNothing, type Clip } from './clipboard.ts';
import { isRecord, withoutKeys } from './record.ts';

const MOST_CHARACTERS = 2_000_000;
const KEYS: ReadonlySet<string> = new Set(
  'format components calls domains containers regions at texts variables'.split(' '),
);

/** Reads what a clipboard holds: anything may stand there, so it is held against the schema like a file. */
export function parseClip(text: string): Outcome<Clip> {
  if (text.length > MOST_CHARACTERS) return refused('clip/too-large', 'what was copied is too large to paste');
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    return refused('clip/not-json', 'what was copied is not a part of a board');
  }
  if (!isRecord(input) || typeof input['format'] !== 'string' || !input['format'].startsWith('nineboard/clip-')) {
    return refused('clip/not-a-clip', 'what was copied is not a part of a board');
  }
  const newer = Object.keys(input).find((key) => !KEYS.has(key));
  if (input['format'] !== 'nineboard/clip-1' || newer !== undefined) {
    return refused('clip/newer', 'this was copied from a newer Nineboard: reload this page');
  }
  const { components = {}, calls, domains, containers, regions, at, texts, variables } = input;
  const design = present({ name: 'clip', components, calls, domains, regions });
  const outcome = parseScenario(present({ format: 'nineboard/1', variables, designs: [design], at, texts }));
  if (!outcome.ok) return { ok: false, issues: outcome.issues.map(shortened) };
  return { ok: true, value: clipOf(outcome.value, containers) };
}

const present = (record: Readonly<Record<string, unknown>>): object =>
  withoutKeys(record, (key) => record[key] === undefined);

/** The clip that a scenario of one design holds; of the ids said to be containers those that are domains. */
function clipOf({ designs: [design], at = {}, texts = {}, variables = {} }: Scenario, said: unknown): Clip {
  const { components = {}, calls = [], domains = {}, regions = {} } = design ?? {};
  const containers = Object.keys(domains).filter((id) => Array.isArray(said) && said.includes(id));
  return withoutNothing({ components, calls, domains, containers, regions, at, texts, variables });
}

const shortened = (issue: Issue): Issue =>
  issue.path[0] === 'designs' ? { ...issue, path: issue.path.slice(2) } : issue;

const refused = (code: string, message: string): Outcome<never> => ({
  ok: false,
  issues: [{ code, path: [], message }],
});
