import { formOf, type TimeForm } from '../model/edit/time-form.ts';
import type { Path } from '../model/issue.ts';
import type { Design, Time } from '../model/scenario.ts';
import { fieldPath, leadsInto, writtenAt, type FieldOwner } from './fields.ts';
import { shownDesign } from './selectors.ts';
import type { BoardState } from './state.ts';

/** The time that a field holds; undefined where nothing is written. */
export const timeIn = (design: Design | null | undefined, { part, ids }: FieldOwner, key: string): Time | undefined =>
  writtenAt(design, part, ids[0] ?? '', key) as Time | undefined;

export const formAt = (state: BoardState, owner: FieldOwner, key: string): TimeForm =>
  formOf(timeIn(shownDesign(state), owner, key));

/** What is wrong in and below a time, with the way there from it. */
function problemsIn(state: BoardState, owner: FieldOwner, key: string) {
  const path = fieldPath(state, owner.part, owner.ids[0] ?? '', key);
  return state.issues
    .filter((issue) => leadsInto(issue.path, path))
    .map((issue) => ({ inside: issue.path.slice(path.length), message: issue.message }));
}

/** Whether anything in a time is wrong, so that what was computed last is not about what is written. */
export const isWrong = (state: BoardState, owner: FieldOwner, key: string): boolean =>
  problemsIn(state, owner, key).length > 0;

/** What is wrong with a time as a whole, or with its list; each of its parts says what is wrong with itself. */
export const wholeProblem = (state: BoardState, owner: FieldOwner, key: string): string | undefined =>
  problemsIn(state, owner, key).find(({ inside }) => isWhole(inside))?.message;

const isWhole = ([list, ...rest]: Path): boolean =>
  list === undefined ||
  list === 'samples' ||
  (list === 'mixture' && rest.length < 2) ||
  (list === 'quantiles' && rest.length === 0);
