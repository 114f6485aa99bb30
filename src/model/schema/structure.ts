import type { Issue, Path } from '../issue.ts';

/** Bounds of a document, held before anything looks at single values. */
export const CAPS = {
  jsonLength: 10_000_000,
  depth: 24,
  values: 3_000_000,
  textLength: 20_000,
  titleLength: 200,
  valueLength: 10_000,
  idLength: 100,
  designs: 100,
  components: 5_000,
  calls: 20_000,
  texts: 2_000,
  variables: 1_000,
  domains: 1_000,
  samples: 1_000_000,
} as const;

/** Keys that reach into how objects work; no id may be one. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** One value on the way through a document, with the way back to the root. */
interface Step {
  readonly value: unknown;
  readonly key: string | number;
  readonly parent: Step | null;
  readonly depth: number;
}

function pathTo(step: Step | null): Path {
  const path: (string | number)[] = [];
  for (let at = step; at !== null && at.parent !== null; at = at.parent) path.push(at.key);
  return path.reverse();
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const count = (value: unknown): number =>
  Array.isArray(value) ? value.length : isRecord(value) ? Object.keys(value).length : 0;

function tooMany(value: unknown, most: number, what: string, path: Path): Issue | null {
  const have = count(value);
  if (have <= most) return null;
  return { code: 'document/too-many', path, message: `There are ${have} ${what}, and at most ${most} can be opened` };
}

/** Counts the large collections first, so that a document of a million nodes is refused without walking through them. */
function countIssue(document: unknown): Issue | null {
  if (!isRecord(document)) return null;
  const { designs } = document;
  const first =
    tooMany(designs, CAPS.designs, 'designs', ['designs']) ??
    tooMany(document.texts, CAPS.texts, 'texts', ['texts']) ??
    tooMany(document.variables, CAPS.variables, 'variables', ['variables']) ??
    tooMany(document.at, CAPS.components * 4, 'positions', ['at']);
  if (first !== null || !Array.isArray(designs)) return first;
  for (const [index, design] of designs.entries()) {
    if (!isRecord(design)) continue;
    const path = ['designs', index];
    const issue =
      tooMany(design.components, CAPS.components, 'components', [...path, 'components']) ??
      tooMany(design.calls, CAPS.calls, 'calls', [...path, 'calls']) ??
      tooMany(design.domains, CAPS.domains, 'domains', [...path, 'domains']) ??
      tooMany(design.regions, CAPS.domains, 'regions', [...path, 'regions']);
    if (issue !== null) return issue;
  }
  return null;
}

function valueIssue(value: unknown): Omit<Issue, 'path'> | null {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return { code: 'document/not-finite', message: 'This number is too large. Write a smaller one' };
  }
  if (typeof value === 'string' && value.length > CAPS.textLength) {
    return { code: 'document/too-long', message: `This text is longer than ${CAPS.textLength} characters. Shorten it` };
  }
  const plain = value === null || typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean';
  return plain || typeof value === 'object'
    ? null
    : { code: 'document/type', message: `A ${typeof value} cannot stand in a document` };
}

/**
 * What makes a document unfit to be looked at any closer: too many values, too deep, numbers beyond a double, texts
 * without end, keys such as `__proto__`. Works without recursion, so that depth does no harm.
 */
export function structureIssue(document: unknown): Issue | null {
  const counted = countIssue(document);
  if (counted !== null) return counted;
  const stack: Step[] = [{ value: document, key: '', parent: null, depth: 0 }];
  let values = 0;
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { value, depth } = step;
    const problem = valueIssue(value);
    if (problem !== null) return { ...problem, path: pathTo(step) };
    if (!isRecord(value)) continue;
    if (depth >= CAPS.depth) {
      return {
        code: 'document/too-deep',
        path: [],
        message: `It is nested more than ${CAPS.depth} levels deep, which no scenario is`,
      };
    }
    const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
    for (const key of keys) {
      if (++values > CAPS.values) {
        return {
          code: 'document/too-many',
          path: [],
          message: `It has more than ${CAPS.values} values, which is more than can be opened`,
        };
      }
      const child = {
        value: (value as Readonly<Record<string | number, unknown>>)[key],
        key,
        parent: step,
        depth: depth + 1,
      };
      if (typeof key === 'string' && (FORBIDDEN_KEYS.has(key) || key.length > CAPS.textLength)) {
        return {
          code: 'document/forbidden-key',
          path: pathTo(child).slice(0, -1),
          message: `"${key.slice(0, 40)}" cannot be a key here. Rename it`,
        };
      }
      if (isRecord(child.value)) stack.push(child);
      else {
        const wrong = valueIssue(child.value);
        if (wrong !== null) return { ...wrong, path: pathTo(child) };
      }
    }
  }
  return null;
}
