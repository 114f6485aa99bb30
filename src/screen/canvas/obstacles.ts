import type { Design, Scenario } from '../../model/scenario.ts';
import { nodeBox, type Box } from '../../drawing/edge.ts';
import { shownDesign, shownScenario } from '../../store/selectors.ts';
import type { BoardState } from '../../store/state.ts';

const NONE: readonly Box[] = [];
let of: { at: Scenario['at']; components: Design['components'] | undefined } = { at: undefined, components: undefined };
let boxes = NONE;

/** The boxes of all nodes, which no label may cover; the same list until one moves, comes or goes. */
export function obstacles(state: BoardState): readonly Box[] {
  const { at } = shownScenario(state);
  const components = shownDesign(state)?.components;
  if (of.at !== at || of.components !== components) {
    of = { at, components };
    boxes = Object.keys(components ?? {}).flatMap((id) => (at?.[id] === undefined ? [] : [nodeBox(at[id])]));
  }
  return boxes;
}
