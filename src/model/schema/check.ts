import * as v from 'valibot';
import type { Issue, Outcome, Path } from '../issue.ts';
import { structureIssue } from './structure.ts';

/** More than this nobody reads. */
const MOST_ISSUES = 50;

/**
 * Holds an input against a schema. What comes back is the input itself, so that the order of its keys stays: nothing is
 * filled in, changed or dropped.
 */
export function checked<T>(schema: v.GenericSchema<unknown, T>, input: unknown, what = 'This document'): Outcome<T> {
  const broken = structureIssue(input);
  if (broken !== null) return { ok: false, issues: [broken] };
  const result = v.safeParse(schema, input, { abortPipeEarly: true });
  if (result.success) return { ok: true, value: input as T };
  return { ok: false, issues: result.issues.slice(0, MOST_ISSUES).map((issue) => issueOf(issue, what)) };
}

function issueOf(issue: v.BaseIssue<unknown>, what: string): Issue {
  const path: Path = (issue.path ?? []).map((item) => keyOf(item.key));
  return { path, ...reason(issue, what) };
}

function reason(issue: v.BaseIssue<unknown>, what: string): Pick<Issue, 'code' | 'message'> {
  const last = issue.path?.at(-1);
  const key = String(keyOf(last?.key)).slice(0, 60);
  const object = issue.type.endsWith('_object');
  if (object && issue.expected === 'never') {
    return {
      code: 'document/unknown-key',
      message: `"${key}" is not known here. Check its spelling; the file may also be from a newer version of Nineboard`,
    };
  }
  if (object && issue.received === 'undefined' && last !== undefined && last.origin === 'key') {
    return { code: 'document/missing-key', message: `"${key}" is missing. Add it` };
  }
  if (object) {
    return {
      code: 'document/type',
      message: `${last === undefined ? what : `"${key}"`} has to be an object in braces, not ${article(issue.received)}`,
    };
  }
  return { code: last?.origin === 'key' ? 'document/key' : 'document/type', message: issue.message };
}

const keyOf = (key: unknown): string | number => (typeof key === 'number' || typeof key === 'string' ? key : '');

const article = (received: string): string => (received === 'Array' ? 'a list' : received);
