import type { Path } from '../issue.ts';
import type { Scenario, Value } from '../scenario.ts';
import { withExpressions } from './expressions.ts';
import { withKey, withoutKeys } from './record.ts';
import { namesIn, renamedIn, variableNameIssue } from './variable-names.ts';

const has = (scenario: Scenario, name: string): boolean => Object.hasOwn(scenario.variables ?? {}, name);

/** Gives a variable a value; a new one only under a name that means nothing else. */
export const setVariable = (scenario: Scenario, name: string, value: Value): Scenario =>
  has(scenario, name) || variableNameIssue(name) === null
    ? withKey(scenario, 'variables', withKey(scenario.variables ?? {}, name, value))
    : scenario;

/** Removes a variable. What uses it keeps its text, and is marked as soon as it is resolved. */
export const removeVariable = (scenario: Scenario, name: string): Scenario =>
  scenario.variables === undefined
    ? scenario
    : withKey(
        scenario,
        'variables',
        withoutKeys(scenario.variables, (each) => each === name),
      );

/** Renames a variable, in its place, and in every value that uses it. The same scenario where the name cannot be had. */
export function renameVariable(scenario: Scenario, from: string, to: string): Scenario {
  if (!has(scenario, from) || has(scenario, to) || variableNameIssue(to) !== null) return scenario;
  const followed = withExpressions(scenario, (text) => renamedIn(text, from, to));
  const entries = Object.entries(followed.variables ?? {}).map(([name, value]): [string, Value] => [
    name === from ? to : name,
    value,
  ]);
  return { ...followed, variables: Object.fromEntries(entries) };
}

const known = new WeakMap<Scenario, ReadonlyMap<string, readonly Path[]>>();

function allUses(scenario: Scenario): ReadonlyMap<string, readonly Path[]> {
  const before = known.get(scenario);
  if (before !== undefined) return before;
  const uses = new Map<string, Path[]>();
  withExpressions(scenario, (text, path) => {
    for (const name of new Set(namesIn(text))) {
      const paths = uses.get(name) ?? [];
      paths.push(path);
      uses.set(name, paths);
    }
    return text;
  });
  known.set(scenario, uses);
  return uses;
}

/** Where a variable is used: the paths of the values that name it. */
export const variableUses = (scenario: Scenario, name: string): readonly Path[] => allUses(scenario).get(name) ?? [];

/** The variables that the values of a scenario use, and those that these use in turn. */
export function usedVariables(scenario: Scenario, variables: Readonly<Record<string, Value>>): Set<string> {
  const used = new Set<string>();
  const open = [...allUses(scenario).keys()];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (used.has(name) || !Object.hasOwn(variables, name)) continue;
    used.add(name);
    open.push(...namesIn(String(variables[name])));
  }
  return used;
}
