import type { Point } from '../../model/scenario.ts';
import { boxAround, containersOf } from '../../drawing/containers.ts';
import { nodeBox, type Box } from '../../drawing/edge.ts';
import { textBox } from '../../drawing/text-note.ts';
import { shownDesign, shownScenario } from '../../store/selectors.ts';
import type { BoardState } from '../../store/state.ts';

/** Room for the tag above a node. */
const ABOVE = 12;

/** The box around everything on the board; null where nothing stands. */
export function boxOfAll(state: BoardState, at: Readonly<Record<string, Point>>): Box | null {
  const { texts = {} } = shownScenario(state);
  const design = shownDesign(state);
  const boxes = [
    ...Object.keys(design?.components ?? {}).flatMap((id) => (at[id] === undefined ? [] : [nodeBox(at[id])])),
    ...Object.values(texts).map(textBox),
    ...(design === null ? [] : containersOf(design, at)).map(({ box }) => box),
  ];
  if (boxes.length === 0) return null;
  const { x, y, width, height } = boxAround(boxes);
  return { x, y: y - ABOVE, width, height: height + ABOVE };
}

/** The box of one component, domain or text. */
export function boxOfOne(state: BoardState, id: string, at: Readonly<Record<string, Point>>): Box | null {
  const design = shownDesign(state);
  const container = design === null ? undefined : containersOf(design, at).find((each) => each.id === id);
  if (container !== undefined && !Object.hasOwn(design?.components ?? {}, id)) return container.box;
  const point = at[id];
  if (point !== undefined) return nodeBox(point);
  const note = shownScenario(state).texts?.[id];
  return note === undefined ? null : textBox(note);
}
