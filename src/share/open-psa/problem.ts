import type { Issue } from '../../model/issue.ts';
import { ringNames, type Ring } from '../../model/rings.ts';

/** Something wrong in a file, with the line that it stands in. */
export interface Problem {
  readonly line: number;
  readonly code: string;
  readonly message: string;
}

/** More than this nobody reads. */
const MOST_ISSUES = 50;
const LONGEST_NAME = 60;

/** In the order of the file; the path of each is its line. */
export const issuesOf = (problems: readonly Problem[]): Issue[] =>
  problems
    .toSorted((one, other) => one.line - other.line)
    .slice(0, MOST_ISSUES)
    .map(({ line, code, message }) => ({ code: `open-psa/${code}`, path: [`line ${line}`], message }));

/** A name as a sentence shows it. */
export const shown = (name: string): string => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name);

/** "a, b and c refer to each other in a circle". */
export function circleText(ring: Ring, nameOf: (member: number) => string): string {
  const names = ringNames(ring, (member) => shown(nameOf(member)));
  return ring.size === 1 ? `${names} refers to itself` : `${names} refer to each other in a circle`;
}
