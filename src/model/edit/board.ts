import type { BoardText, Point, Scenario } from '../scenario.ts';
import { idsOnBoard } from './design.ts';
import { freshTextId } from './ids.ts';
import { withKey } from './record.ts';

export interface Positions {
  readonly components?: Readonly<Record<string, Point>>;
  readonly texts?: Readonly<Record<string, Point>>;
}

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
  const id = freshTextId(idsOnBoard(scenario));
  return { scenario: { ...scenario, texts: { ...scenario.texts, [id]: { text, at: wholePoint(at) } } }, id };
}

/** Rewrites a text; one without a word in it goes. */
export const setText = (scenario: Scenario, id: string, text: string): Scenario =>
  withText(scenario, id, (each) => (text.trim() === '' ? undefined : withKey(each, 'text', text)));
