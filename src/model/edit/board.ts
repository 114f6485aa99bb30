import type { BoardText, Point, Scenario } from '../scenario.ts';
import { idsOnBoard } from './design.ts';
import { withKey } from './record.ts';

export interface Positions {
  readonly components?: Readonly<Record<string, Point>>;
  readonly texts?: Readonly<Record<string, Point>>;
}

export type Alignment = 'left' | 'right' | 'top' | 'bottom' | 'centre' | 'middle';

/** Far enough for any board, and few digits in a link. */
const FARTHEST = 1_000_000;
const whole = (value: number): number =>
  Math.round(Math.min(FARTHEST, Math.max(-FARTHEST, Number.isNaN(value) ? 0 : value))) + 0;
const wholePoint = ([x, y]: Point): Point => [whole(x), whole(y)];

/** The scenario with a component at a place, whole numbers only. */
export const placed = (scenario: Scenario, id: string, at: Point): Scenario =>
  withKey(scenario, 'at', withKey(scenario.at ?? {}, id, wholePoint(at)));

/** Puts components (in all designs) and texts somewhere else. */
export function moveTo(scenario: Scenario, { components = {}, texts = {} }: Positions): Scenario {
  const changes: Record<string, Point> = {};
  for (const [id, point] of Object.entries(components)) {
    const [x, y] = wholePoint(point);
    const [oldX, oldY] = scenario.at?.[id] ?? [];
    const moved = oldX !== x || oldY !== y;
    if (moved && scenario.designs.some((design) => Object.hasOwn(design.components, id))) changes[id] = [x, y];
  }
  const moved = withKey(
    scenario,
    'at',
    Object.keys(changes).length === 0 ? scenario.at : { ...scenario.at, ...changes },
  );
  return Object.entries(texts).reduce((all, [id, at]) => withText(all, id, (text) => placedText(text, at)), moved);
}

const placedText = (text: BoardText, at: Point): BoardText => withKey(text, 'at', wholePoint(at));

function withText(scenario: Scenario, id: string, change: (text: BoardText) => BoardText | undefined): Scenario {
  const texts = scenario.texts ?? {};
  const text = Object.hasOwn(texts, id) ? texts[id] : undefined;
  return text === undefined ? scenario : withKey(scenario, 'texts', withKey(texts, id, change(text)));
}

/** Writes a free text on the board. */
export function addText(
  scenario: Scenario,
  { text, at }: BoardText,
): { readonly scenario: Scenario; readonly id: string } {
  const taken = idsOnBoard(scenario);
  let number = 1;
  while (taken.has(`n${number}`)) number++;
  const id = `n${number}`;
  return { scenario: { ...scenario, texts: { ...scenario.texts, [id]: { text, at: wholePoint(at) } } }, id };
}

/** Rewrites a text; one without a word in it goes. */
export const setText = (scenario: Scenario, id: string, text: string): Scenario =>
  withText(scenario, id, (each) => (text.trim() === '' ? undefined : withKey(each, 'text', text)));

/** One thing on the board: components come before texts of the same id. */
interface Standing {
  readonly id: string;
  readonly isText: boolean;
  readonly at: Point;
}

function standing(scenario: Scenario, ids: readonly string[]): Standing[] {
  return [...new Set(ids)].flatMap((id): Standing[] => {
    if (scenario.at !== undefined && Object.hasOwn(scenario.at, id)) {
      return [{ id, isText: false, at: scenario.at[id] ?? [0, 0] }];
    }
    const text = scenario.texts !== undefined && Object.hasOwn(scenario.texts, id) ? scenario.texts[id] : undefined;
    return text === undefined ? [] : [{ id, isText: true, at: text.at }];
  });
}

function moveStanding(scenario: Scenario, moved: readonly Standing[]): Scenario {
  const points = (isText: boolean): Record<string, Point> =>
    Object.fromEntries(moved.filter((each) => each.isText === isText).map(({ id, at }) => [id, at]));
  return moveTo(scenario, { components: points(false), texts: points(true) });
}

/** Lines things up. All components have one size, so their corners stand for their edges and middles. */
export function align(scenario: Scenario, ids: readonly string[], to: Alignment): Scenario {
  const all = standing(scenario, ids);
  if (all.length < 2) return scenario;
  const across = to === 'left' || to === 'right' || to === 'centre';
  const places = all.map(({ at }) => at[across ? 0 : 1]);
  const low = Math.min(...places);
  const high = Math.max(...places);
  const place = to === 'left' || to === 'top' ? low : to === 'right' || to === 'bottom' ? high : (low + high) / 2;
  return moveStanding(
    scenario,
    all.map((each) => ({ ...each, at: across ? [place, each.at[1]] : [each.at[0], place] })),
  );
}

/** Spaces things out evenly between the first and the last. */
export function distribute(scenario: Scenario, ids: readonly string[], along: 'horizontal' | 'vertical'): Scenario {
  const axis = along === 'horizontal' ? 0 : 1;
  const all = standing(scenario, ids).sort((a, b) => a.at[axis] - b.at[axis]);
  const first = all[0]?.at[axis];
  const last = all.at(-1)?.at[axis];
  if (first === undefined || last === undefined || all.length < 3) return scenario;
  const place = (index: number): number => first + ((last - first) * index) / (all.length - 1);
  return moveStanding(
    scenario,
    all.map((each, index) => ({
      ...each,
      at: axis === 0 ? [place(index), each.at[1]] : [each.at[0], place(index)],
    })),
  );
}
