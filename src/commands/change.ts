import { only, type Selection } from '../model/edit/selection.ts';
import type { Scenario } from '../model/scenario.ts';
import { board } from '../store/board.ts';
import { countOf, isEmpty } from '../store/selection.ts';
import { shownDesign, shownScenario } from '../store/selectors.ts';
import type { BoardState, Change } from '../store/state.ts';

/** One undo step. */
export const edit = (label: string, change: Change): boolean => board.getState().edit(label, change);

interface Made {
  readonly scenario: Scenario;
  readonly selection?: Selection;
  readonly design?: number;
}

/** One undo step that also says what is selected, or which design is shown, after it. */
export function make(label: string, change: (scenario: Scenario, design: number) => Made): void {
  const state = board.getState();
  const { scenario, ...after } = change(shownScenario(state), state.design);
  state.edit(label, () => scenario, after);
}

export const onlyComponent = (id: string): Selection => only({ components: [id] });
export const onlyText = (id: string): Selection => only({ texts: [id] });
export const onlyDomain = (id: string): Selection => only({ domains: [id] });

// What commands ask of the state in `when`.
export const always = (): boolean => true;
export const anySelected = (state: BoardState): boolean => !isEmpty(state.selection);
export const copiesSelected = ({ selection }: BoardState): boolean =>
  selection.components.length + selection.texts.length + selection.domains.length > 0;
export const componentsSelected = ({ selection }: BoardState): boolean => selection.components.length > 0;
/** What has a name, or words, that can be typed on the board. */
export const oneNamed = ({ selection }: BoardState): string | null => {
  const [id] = [...selection.components, ...selection.texts, ...selection.domains];
  return id !== undefined && countOf(selection) === 1 ? id : null;
};
export const severalSelected = ({ selection }: BoardState): boolean =>
  selection.components.length + selection.texts.length > 1;
export const anyDomains = (state: BoardState): boolean => Object.keys(shownDesign(state)?.domains ?? {}).length > 0;
export const anyComponents = (state: BoardState): boolean =>
  Object.keys(shownDesign(state)?.components ?? {}).length > 0;
