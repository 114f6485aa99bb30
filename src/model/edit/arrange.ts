import type { Point, Scenario } from '../scenario.ts';
import { moveTo } from './board.ts';

export type Alignment = 'left' | 'right' | 'top' | 'bottom' | 'centre' | 'middle';

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
    all.map(({ id, isText, at: [x, y] }) => ({ id, isText, at: across ? [place, y] : [x, place] })),
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
    all.map(({ id, isText, at: [x, y] }, index) => ({
      id,
      isText,
      at: axis === 0 ? [place(index), y] : [x, place(index)],
    })),
  );
}
