import { applyRemedy } from '../model/edit/remedy.ts';
import { canBeHeld, DOWN, isDown, type Part } from '../model/edit/what-if.ts';
import type { Remedy } from '../model/report.ts';
import { board } from '../store/board.ts';
import { currentJourney, heldAt, isWhatIf, shownDesign } from '../store/selectors.ts';
import type { BoardState } from '../store/state.ts';
import { componentName } from '../words/names.ts';
import { anyComponents } from './change.ts';
import type { Command } from './command.ts';

/** Where a value begins that is to be tried. */
const TRIED = '99 %';

/** What of the selection can be down. */
const chosen = (state: BoardState): Part[] =>
  [
    ...state.selection.components.map((id): Part => ({ of: 'component', id })),
    ...state.selection.domains.map((id): Part => ({ of: 'domain', id })),
  ].filter((part) => canBeHeld(shownDesign(state), part));

export function isTakenDown(state: BoardState, part: Part): boolean {
  const held = heldAt(state, part);
  return held !== undefined && isDown(held);
}

const stillUp = (state: BoardState): Part[] => chosen(state).filter((part) => !isTakenDown(state, part));
const heldOnes = (state: BoardState): Part[] => chosen(state).filter((part) => heldAt(state, part) !== undefined);

/** Takes one part down, or lets it be again. */
export function toggleDown(part: Part): void {
  const state = board.getState();
  const design = shownDesign(state);
  if (isTakenDown(state, part)) state.release([part]);
  else if (canBeHeld(design, part)) state.hold([part], DOWN);
  else if (design !== null && part.of === 'component') {
    const text = `${componentName(design, part.id)} is a client: it sends the requests, and is never down itself.`;
    state.notify({ level: 'info', text });
  }
}

/** Holds parts at an availability that can be typed at once. */
export function holdAt(parts: readonly Part[]): void {
  const state = board.getState();
  const [first] = parts;
  if (first === undefined) return;
  state.hold(parts, heldAt(state, first)?.up ?? TRIED);
  state.leadToHeld(first);
}

/** Shows what a remedy of the report would do, as a what-if. */
export function tryRemedy(remedy: Pick<Remedy, 'kind' | 'component'>): void {
  const state = board.getState();
  const name = state.scenario.designs[state.design]?.components[remedy.component]?.name ?? remedy.component;
  const label = remedy.kind === 'second-provider' ? `Second provider for ${name}` : `One more replica of ${name}`;
  state.tryOut(label, (scenario, design) => applyRemedy(scenario, design, remedy));
}

const bestRemedy = (state: BoardState): Remedy | null => currentJourney(state)?.journey.remedies[0] ?? null;

export const WHAT_IF: readonly Command[] = [
  {
    id: 'take-down',
    title: 'Take down, as a what-if',
    group: 'What if',
    keys: ['x'],
    edits: false,
    when: (state) => stillUp(state).length > 0,
    run() {
      const state = board.getState();
      state.hold(stillUp(state), DOWN);
    },
  },
  {
    id: 'bring-up',
    title: 'Bring up again',
    group: 'What if',
    keys: ['x'],
    edits: false,
    when: (state) => heldOnes(state).length > 0,
    run() {
      const state = board.getState();
      state.release(heldOnes(state));
    },
  },
  {
    id: 'hold-at',
    title: 'Set how often it is up, as a what-if',
    group: 'What if',
    edits: false,
    when: (state) => chosen(state).length > 0,
    run: () => holdAt(chosen(board.getState())),
  },
  {
    id: 'take-down-by-click',
    title: 'Take down by clicking, as a what-if',
    group: 'What if',
    keys: ['shift+x'],
    edits: false,
    when: anyComponents,
    run() {
      const { tool, chooseTool } = board.getState();
      chooseTool(tool === 'down' ? 'select' : 'down');
    },
  },
  {
    id: 'try-remedy',
    title: 'Try what would help most',
    group: 'What if',
    edits: false,
    when: (state) => !isWhatIf(state) && bestRemedy(state) !== null,
    run() {
      const remedy = bestRemedy(board.getState());
      if (remedy !== null) tryRemedy(remedy);
    },
  },
  {
    id: 'apply-what-if',
    title: 'Apply the what-if',
    group: 'What if',
    edits: true,
    when: isWhatIf,
    run: () => board.getState().applyWhatIf(),
  },
  {
    id: 'discard-what-if',
    title: 'Discard the what-if',
    group: 'What if',
    edits: false,
    when: isWhatIf,
    run: () => board.getState().discardWhatIf(),
  },
];
