import type { BoardText, Point, Scenario } from '../scenario.ts';
import { idsOnBoard } from './design.ts';
import { freshTextId } from './ids.ts';
import { withKey } from './record.ts';

export interface Positions {
  readonly components?: Readonly<Record<string, Point>>;
  /** Of domains with a place of their own. */
  readonly domains?: Readonly<Record<string, Point>>;
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

const has = (scenario: Scenario, of: 'components' | 'domains', id: string): boolean =>
  scenario.designs.some((design) => Object.hasOwn(design[of] ?? {}, id));

/** Puts components, domains (in all designs) and texts somewhere else. A component of the same id has the place. */
export function moveTo(scenario: Scenario, { components = {}, domains = {}, texts = {} }: Positions): Scenario {
  const changes: Record<string, Point> = {};
  const places = [
    ...Object.entries(components).filter(([id]) => has(scenario, 'components', id)),
    ...Object.entries(domains).filter(([id]) => has(scenario, 'domains', id) && !has(scenario, 'components', id)),
  ];
  for (const [id, point] of places) {
    const [x, y] = wholePoint(point);
    const [oldX, oldY] = scenario.at?.[id] ?? [];
    if (oldX !== x || oldY !== y) changes[id] = [x, y];
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
