import type { Design, Scenario } from '../../model/scenario.ts';
import { headText } from '../../drawing/container-face.ts';
import { containersOf, headBox } from '../../drawing/containers.ts';
import { nodeBox, type Box } from '../../drawing/edge.ts';
import { shownDesign, shownScenario } from '../../store/selectors.ts';
import type { BoardState } from '../../store/state.ts';

const NONE: readonly Box[] = [];
type Of = { at: Scenario['at'] } & { [K in 'components' | 'domains']: Design[K] | undefined };
let of: Of = { at: undefined, components: undefined, domains: undefined };
let boxes = NONE;

const headsOf = (design: Design, at: NonNullable<Scenario['at']>, variables: Scenario['variables']): Box[] =>
  containersOf(design, at).map((container) => headBox(container, headText(design, container.id, variables)));

/** The boxes of all nodes and heads of containers, which no label may cover; the same list until one moves, comes or goes. */
export function obstacles(state: BoardState): readonly Box[] {
  const { at } = shownScenario(state);
  const design = shownDesign(state);
  const { components, domains } = design ?? { components: undefined, domains: undefined };
  if (of.at !== at || of.components !== components || of.domains !== domains) {
    of = { at, components, domains };
    boxes = [
      ...Object.keys(components ?? {}).flatMap((id) => (at?.[id] === undefined ? [] : [nodeBox(at[id])])),
      ...(design === null || at === undefined ? [] : headsOf(design, at, shownScenario(state).variables)),
    ];
  }
  return boxes;
}
