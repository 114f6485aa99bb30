import type { Issue } from '../../model/issue.ts';
import type { BoardState } from '../../store/state.ts';

const marks = new WeakMap<readonly Issue[], Map<string, string>>();

/** The first message for each component, domain and call, by the start of its path. */
function marksOf(issues: readonly Issue[]): Map<string, string> {
  const known = marks.get(issues);
  if (known !== undefined) return known;
  const made = new Map<string, string>();
  for (const { path, message } of issues) {
    const place = path.slice(0, 4).join('.');
    if (!made.has(place)) made.set(place, message);
  }
  marks.set(issues, made);
  return made;
}

/** What is wrong with a component, a domain or the call at a place of the design's list; null where nothing is. */
export const problemAt = (
  state: BoardState,
  part: 'components' | 'domains' | 'calls',
  place: string | number,
): string | null =>
  state.issues.length === 0 ? null : (marksOf(state.issues).get(`designs.${state.design}.${part}.${place}`) ?? null);
