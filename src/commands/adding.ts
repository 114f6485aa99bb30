import { addText } from '../model/edit/board.ts';
import { connect } from '../model/edit/calls.ts';
import { addComponent } from '../model/edit/components.ts';
import { KIND_SPECS } from '../model/kinds/kinds.ts';
import { KINDS, type Kind } from '../model/scenario.ts';
import { board } from '../store/board.ts';
import { selectedComponent, shownComponent, shownScenario } from '../store/selectors.ts';
import type { BoardState } from '../store/state.ts';
import { always, anyComponents, make, onlyComponent, onlyText, oneNamed } from './change.ts';
import type { Command } from './command.ts';
import { neighbour, putWhereDrawn, spotAfter, spotInView, typicalComponent, type Direction } from './placing.ts';

/** Adds a component in the middle of the view and lets its name be typed. */
const adds = (kind: Kind): Command => ({
  id: `add-${kind}`,
  title: `Add ${KIND_SPECS[kind].label.toLowerCase()}`,
  group: 'Add',
  keys: [KIND_SPECS[kind].key],
  edits: true,
  when: always,
  run() {
    const at = spotInView();
    make(`Add ${KIND_SPECS[kind].label.toLowerCase()}`, (scenario, design) => {
      const added = addComponent(scenario, design, { component: typicalComponent(kind), at });
      const put = putWhereDrawn(added.scenario, design, added.id, at);
      return { scenario: put, selection: onlyComponent(added.id) };
    });
    renameSelection();
  },
});

function renameSelection(kindOpen = false): void {
  const id = oneNamed(board.getState());
  if (id !== null) board.getState().startRenaming(id, kindOpen);
}

const mayCall = (state: BoardState, from: string): boolean => {
  const kind = shownComponent(state, from)?.kind;
  return kind !== undefined && KIND_SPECS[kind].calls;
};

const mayBeCalled = (state: BoardState, to: string): boolean => {
  const kind = shownComponent(state, to)?.kind;
  return kind !== undefined && KIND_SPECS[kind].called;
};

/** A component that may call stands selected alone. */
const callerSelected = (state: BoardState): boolean => {
  const id = selectedComponent(state);
  return id !== null && mayCall(state, id);
};

const textNote: Command = {
  id: 'add-text',
  title: 'Add text',
  group: 'Add',
  keys: ['t'],
  edits: true,
  when: always,
  run() {
    const at = spotInView();
    make('Add text', (scenario) => {
      const added = addText(scenario, { text: 'Text', at });
      return { scenario: added.scenario, selection: onlyText(added.id) };
    });
    renameSelection();
  },
};

const addNext: Command = {
  id: 'add-next',
  title: 'Add the next component that this one calls',
  group: 'Add',
  keys: ['tab'],
  edits: true,
  when: (state) => state.connecting === null && callerSelected(state),
  run() {
    const from = selectedComponent(board.getState());
    if (from === null) return;
    const at = spotAfter(from);
    make('Add next component', (scenario, design) => {
      const added = addComponent(scenario, design, { component: typicalComponent('service'), at });
      const { scenario: connected } = connect(added.scenario, design, from, added.id);
      return { scenario: putWhereDrawn(connected, design, added.id, at), selection: onlyComponent(added.id) };
    });
    renameSelection(true);
  },
};

const startConnecting: Command = {
  id: 'connect',
  title: 'Connect to another component',
  group: 'Add',
  keys: ['a'],
  edits: false,
  when: (state) => state.connecting === null && callerSelected(state),
  run() {
    const from = selectedComponent(board.getState());
    if (from !== null) board.getState().startConnecting(from);
  },
};

/** The component that Enter would connect to. */
function target(state: BoardState): string | null {
  const to = selectedComponent(state);
  return state.connecting !== null && to !== null && to !== state.connecting.from && mayBeCalled(state, to) ? to : null;
}

const finishConnecting: Command = {
  id: 'finish-connect',
  title: 'Connect to the selected component',
  group: 'Add',
  keys: ['enter'],
  edits: true,
  when: (state) => target(state) !== null,
  run() {
    const state = board.getState();
    const to = target(state);
    if (to !== null && state.connecting !== null) connectComponents(state.connecting.from, to);
    state.stopConnecting();
  },
};

/** Draws an arrow; says why where there can be none. */
export function connectComponents(from: string, to: string): void {
  const state = board.getState();
  const { scenario, issue } = connect(shownScenario(state), state.design, from, to);
  if (issue === null) state.edit('Connect', () => scenario);
  else state.notify({ level: 'info', text: issue.message });
}

const goes = (direction: Direction): Command => ({
  id: `go-${direction}`,
  title: `Go to the component ${direction === 'up' ? 'above' : direction === 'down' ? 'below' : `on the ${direction}`}`,
  group: 'View',
  keys: [`alt+arrow${direction}`, `arrow${direction}`],
  edits: false,
  when: anyComponents,
  run() {
    const state = board.getState();
    const id = neighbour(state.selection.components[0] ?? null, direction);
    if (id === null) return;
    state.select({ components: [id] });
  },
});

export const ADDING: readonly Command[] = [
  ...KINDS.map(adds),
  textNote,
  addNext,
  startConnecting,
  finishConnecting,
  ...(['left', 'right', 'up', 'down'] as const).map(goes),
];
