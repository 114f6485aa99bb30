import type { Issue, Outcome } from './issue.ts';
import { formatVersion } from './migrate/format-version.ts';
import { CHAIN, currentVersion, migrate } from './migrate/migrate.ts';
import type { Call, Scenario } from './scenario.ts';
import { checked } from './schema/check.ts';
import { scenarioSchema } from './schema/scenario-schema.ts';
import { CAPS, structureIssue } from './schema/structure.ts';
import { nestedTooDeep } from './schema/text-depth.ts';

/**
 * Checks the form of a scenario: keys, types and sizes. Whether a value makes sense in its field ("120 %") is for
 * `formula/resolve`, so that everything else still computes. Never throws, whatever it is given.
 */
export function parseScenario(input: unknown): Outcome<Scenario> {
  const format = formatVersion(input, currentVersion(CHAIN));
  if (!format.ok) return format;
  const outcome = checked(scenarioSchema, input);
  if (!outcome.ok) return outcome;
  const issues = outcome.value.designs.flatMap((design, index) => repeatedIds(design.calls ?? [], index));
  return issues.length > 0 ? { ok: false, issues } : outcome;
}

/** Reads a scenario from the text of a file or link, of today's format or any older one. */
export function readScenario(json: string): Outcome<Scenario> {
  if (json.length > CAPS.jsonLength) {
    return refused('document/too-large', `This is larger than ${CAPS.jsonLength / 1e6} MB, which no scenario is`);
  }
  if (nestedTooDeep(json))
    return refused('document/too-deep', `It is nested more than ${CAPS.depth} levels deep, which no scenario is`);
  let document: unknown;
  try {
    document = JSON.parse(json.replace(/^\ufeff/, ''));
  } catch (error) {
    return refused(
      'document/not-json',
      `This is not a scenario: its text is not valid JSON${lineOf(json, error)}. It may be cut off or changed`,
    );
  }
  const broken = structureIssue(document);
  if (broken !== null) return { ok: false, issues: [broken] };
  const migrated = migrate(document);
  return migrated.ok ? parseScenario(migrated.value) : migrated;
}

const refused = (code: string, message: string): Outcome<Scenario> => ({
  ok: false,
  issues: [{ code, path: [], message }],
});

function lineOf(json: string, error: unknown): string {
  const position = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
  return position === undefined ? '' : ` (line ${json.slice(0, Number(position)).split('\n').length})`;
}

function repeatedIds(calls: readonly Call[], design: number): Issue[] {
  const seen = new Set<string>();
  return calls.flatMap((call, index) => {
    if (call.id === undefined) return [];
    if (!seen.has(call.id)) {
      seen.add(call.id);
      return [];
    }
    const message = `Two calls have the id ${call.id}. Give one of them another`;
    return [{ code: 'document/repeated-id', path: ['designs', design, 'calls', index, 'id'], message }];
  });
}
