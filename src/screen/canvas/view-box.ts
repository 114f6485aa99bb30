import type { Point } from '../../model/scenario.ts';
import { nodeBox, type Box } from '../../drawing/edge.ts';
import { textBox } from '../../drawing/text-note.ts';
import { shownDesign, shownScenario } from '../../store/selectors.ts';
import type { BoardState } from '../../store/state.ts';

/** Room for the tag above a node. */
const ABOVE = 12;

/** The box around everything on the board; null where nothing stands. */
export function boxOfAll(state: BoardState, at: Readonly<Record<string, Point>>): Box | null {
  const { texts = {} } = shownScenario(state);
  const boxes = [
    ...Object.keys(shownDesign(state)?.components ?? {}).flatMap((id) =>
      at[id] === undefined ? [] : [nodeBox(at[id])],
    ),
    ...Object.values(texts).map(textBox),
  ];
  if (boxes.length === 0) return null;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y)) - ABOVE;
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** The box of one component or text. */
export function boxOfOne(state: BoardState, id: string, at: Readonly<Record<string, Point>>): Box | null {
  const point = at[id];
  if (point !== undefined) return nodeBox(point);
  const note = shownScenario(state).texts?.[id];
  return note === undefined ? null : textBox(note);
}
