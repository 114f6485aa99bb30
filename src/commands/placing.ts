import { addComponent, changeKind, setField } from '../model/edit/components.ts';
import { emptyScenario } from '../model/edit/document.ts';
import { KIND_SPECS } from '../model/kinds/kinds.ts';
import type { Component, Kind, Point, Scenario } from '../model/scenario.ts';
import { board } from '../store/board.ts';
import { shownDesign, shownScenario } from '../store/selectors.ts';

/** How far one component stands from the next: the size of a node and its gap. */
const STEP = { x: 264, y: 132 };
/** Two nodes nearer than this would overlap. */
const CLEAR = { x: 200, y: 108 };

/** What the palette makes: the kind's typical values written out, where one sees them. */
export function typicalComponent(kind: Kind, name?: string): Component {
  const bare: Component = { kind, ...(name === undefined ? {} : { name }) };
  const { scenario, id } = addComponent(emptyScenario(), 0, { component: bare });
  return withTypical(scenario, 0, id, kind).designs[0]?.components[id] ?? bare;
}

const withTypical = (scenario: Scenario, design: number, id: string, kind: Kind): Scenario =>
  KIND_SPECS[kind].fields.reduce((all, { key, typical }) => setField(all, design, id, key, typical), scenario);

/** Makes a component that nothing was said about yet what the palette would have made. */
export const becomeTypical = (scenario: Scenario, design: number, id: string, kind: Kind): Scenario =>
  withTypical(changeKind(scenario, design, id, kind), design, id, kind);

/** What is made where a container is drawn stands in its domain. */
export const putWhereDrawn = (scenario: Scenario, design: number, id: string, at: Point): Scenario =>
  board.getState().viewport?.putWhereDrawn(scenario, design, id, at) ?? scenario;

/** The place nearest below `wanted` where a new component covers none that is there. */
export function freeSpot(scenario: Scenario, design: number, wanted: Point): Point {
  const ids = Object.keys(scenario.designs[design]?.components ?? {});
  const taken = ids.flatMap((id) => (scenario.at?.[id] === undefined ? [] : [scenario.at[id]]));
  const covered = ([x, y]: Point): boolean =>
    taken.some(([left, top]) => Math.abs(left - x) < CLEAR.x && Math.abs(top - y) < CLEAR.y);
  let spot: Point = [Math.round(wanted[0]), Math.round(wanted[1])];
  while (covered(spot)) spot = [spot[0], spot[1] + STEP.y];
  return spot;
}

/** A free spot near the middle of what one sees of the board. */
export function spotInView(): Point {
  const state = board.getState();
  const [x, y] = state.viewport?.screenCentre() ?? [STEP.x, STEP.y];
  return freeSpot(shownScenario(state), state.design, [x - CLEAR.x / 2, y - CLEAR.y / 2]);
}

/** A free spot where a callee of this component belongs: one column to its right. */
export function spotAfter(id: string): Point {
  const state = board.getState();
  const scenario = shownScenario(state);
  const [x, y] = scenario.at?.[id] ?? [0, 0];
  return freeSpot(scenario, state.design, [x + STEP.x, y]);
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/** The component to go to from this one by an arrow key: the nearest one that lies that way. */
export function neighbour(from: string | null, direction: Direction): string | null {
  const state = board.getState();
  const { at = {} } = shownScenario(state);
  const ids = Object.keys(shownDesign(state)?.components ?? {});
  const start = from === null ? undefined : at[from];
  if (start === undefined) return ids[0] ?? null;
  const along = (id: string): { ahead: number; aside: number } => {
    const [x, y] = at[id] ?? start;
    const [dx, dy] = [x - start[0], y - start[1]];
    if (direction === 'left' || direction === 'right')
      return { ahead: direction === 'right' ? dx : -dx, aside: Math.abs(dy) };
    return { ahead: direction === 'down' ? dy : -dy, aside: Math.abs(dx) };
  };
  const distance = (id: string): number => along(id).ahead + 2 * along(id).aside;
  return ids.filter((id) => along(id).ahead > 0).sort((a, b) => distance(a) - distance(b))[0] ?? null;
}
