import { align, distribute, type Alignment } from '../model/edit/arrange.ts';
import { moveTo } from '../model/edit/board.ts';
import { changeKind, stepReplicas } from '../model/edit/components.ts';
import { KIND_SPECS } from '../model/kinds/kinds.ts';
import { KINDS, type Kind, type Point } from '../model/scenario.ts';
import { board } from '../store/board.ts';
import { canRedo, canUndo, selectedComponent, shownComponent, shownDesign, shownScenario } from '../store/selectors.ts';
import {
  always,
  anyComponents,
  anySelected,
  componentsSelected,
  copiesSelected,
  edit,
  severalSelected,
} from './change.ts';
import { clipText, copyToClipboard, duplicateSelection, pasteFromClipboard, removeSelection } from './clip.ts';
import type { Command } from './command.ts';
import type { Direction } from './placing.ts';

const history: Command[] = [
  {
    id: 'undo',
    title: 'Undo',
    group: 'Edit',
    keys: ['mod+z'],
    edits: false,
    when: canUndo,
    run: () => board.getState().undo(),
  },
  {
    id: 'redo',
    title: 'Redo',
    group: 'Edit',
    keys: ['mod+shift+z', 'mod+y'],
    edits: false,
    when: canRedo,
    run: () => board.getState().redo(),
  },
];

const clipboard: Command[] = [
  {
    id: 'cut',
    title: 'Cut',
    group: 'Edit',
    keys: ['mod+x'],
    edits: true,
    when: copiesSelected,
    async run() {
      if (clipText() === null) return;
      const copied = copyToClipboard();
      removeSelection('Cut');
      await copied;
    },
  },
  {
    id: 'copy',
    title: 'Copy',
    group: 'Edit',
    keys: ['mod+c'],
    edits: false,
    when: copiesSelected,
    run: copyToClipboard,
  },
  { id: 'paste', title: 'Paste', group: 'Edit', keys: ['mod+v'], edits: true, when: always, run: pasteFromClipboard },
  {
    id: 'duplicate',
    title: 'Duplicate',
    group: 'Edit',
    keys: ['mod+d'],
    edits: true,
    when: copiesSelected,
    run: duplicateSelection,
  },
  {
    id: 'delete',
    title: 'Delete',
    group: 'Edit',
    keys: ['delete', 'backspace'],
    edits: true,
    when: anySelected,
    run: () => removeSelection('Delete'),
  },
];

function renameSelected(): void {
  const { selection, startRenaming } = board.getState();
  const id = selection.components[0] ?? selection.texts[0];
  if (id !== undefined) startRenaming(id);
}

const choosing: Command[] = [
  {
    id: 'select-all',
    title: 'Select all',
    group: 'Edit',
    keys: ['mod+a'],
    edits: false,
    when: (state) => anyComponents(state) || Object.keys(shownScenario(state).texts ?? {}).length > 0,
    run() {
      const state = board.getState();
      const components = Object.keys(shownDesign(state)?.components ?? {});
      state.select({ components, texts: Object.keys(shownScenario(state).texts ?? {}) });
    },
  },
  {
    id: 'rename',
    title: 'Rename',
    group: 'Edit',
    keys: ['f2', 'enter'],
    edits: false,
    when: ({ selection, connecting }) =>
      connecting === null && selection.calls.length === 0 && selection.components.length + selection.texts.length === 1,
    run: renameSelected,
  },
  {
    id: 'escape',
    title: 'Stop, or select nothing',
    group: 'Edit',
    keys: ['escape'],
    edits: false,
    when: always,
    run: escape,
  },
];

/** Takes back one thing: a drag, connecting, the tool, the what-if, the selection; in this order. */
function escape(): void {
  const state = board.getState();
  if (state.gesture !== null) return state.abandon();
  if (state.connecting !== null) return state.stopConnecting();
  if (state.tool !== 'select') return state.chooseTool('select');
  if (state.whatIf !== null) return state.discardWhatIf();
  return state.select({});
}

function stepped(by: number): void {
  const { components } = board.getState().selection;
  edit(by > 0 ? 'Add a replica' : 'Remove a replica', (scenario, design) =>
    components.reduce((all, id) => stepReplicas(all, design, id, by), scenario),
  );
}

const replicas: Command[] = [
  {
    id: 'more-replicas',
    title: 'One replica more',
    group: 'Edit',
    keys: ['+', '='],
    edits: true,
    when: componentsSelected,
    run: () => stepped(1),
  },
  {
    id: 'fewer-replicas',
    title: 'One replica fewer',
    group: 'Edit',
    keys: ['-'],
    edits: true,
    when: componentsSelected,
    run: () => stepped(-1),
  },
];

const toKind = (kind: Kind): Command => ({
  id: `change-kind-${kind}`,
  title: `Change kind to ${KIND_SPECS[kind].label.toLowerCase()}`,
  group: 'Edit',
  edits: true,
  when(state) {
    const id = selectedComponent(state);
    return id !== null && shownComponent(state, id)?.kind !== kind;
  },
  run() {
    const id = selectedComponent(board.getState());
    if (id !== null) edit('Change kind', (scenario, design) => changeKind(scenario, design, id, kind));
  },
});

const ALIGNMENTS: readonly (readonly [Alignment, string])[] = [
  ['left', 'Align left edges'],
  ['centre', 'Align centres'],
  ['right', 'Align right edges'],
  ['top', 'Align top edges'],
  ['middle', 'Align middles'],
  ['bottom', 'Align bottom edges'],
];

const selectedIds = (): readonly string[] => {
  const { components, texts } = board.getState().selection;
  return [...components, ...texts];
};

const aligned = ([to, title]: readonly [Alignment, string]): Command => ({
  id: `align-${to}`,
  title,
  group: 'Edit',
  edits: true,
  when: severalSelected,
  run() {
    const ids = selectedIds();
    edit('Align', (scenario) => align(scenario, ids, to));
  },
});

const distributed = (along: 'horizontal' | 'vertical'): Command => ({
  id: `distribute-${along}`,
  title: along === 'horizontal' ? 'Space out from left to right' : 'Space out from top to bottom',
  group: 'Edit',
  edits: true,
  when: ({ selection }) => selection.components.length + selection.texts.length > 2,
  run() {
    const ids = selectedIds();
    edit('Space out', (scenario) => distribute(scenario, ids, along));
  },
});

const STEPS: Record<Direction, Point> = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };

function nudge(direction: Direction, distance: number): void {
  const { components, texts } = board.getState().selection;
  const [dx, dy] = STEPS[direction];
  const by = ([x, y]: Point = [0, 0]): Point => [x + dx * distance, y + dy * distance];
  edit('Move', (scenario) =>
    moveTo(scenario, {
      components: Object.fromEntries(components.map((id) => [id, by(scenario.at?.[id])])),
      texts: Object.fromEntries(texts.map((id) => [id, by(scenario.texts?.[id]?.at)])),
    }),
  );
}

const nudges = (['left', 'right', 'up', 'down'] as const).flatMap((direction): Command[] =>
  [
    { far: '', keys: [`arrow${direction}`], distance: 4 },
    { far: ' far', keys: [`shift+arrow${direction}`], distance: 40 },
  ].map(({ far, keys, distance }) => ({
    id: `move-${direction}${far.replace(' ', '-')}`,
    title: `Move${far} ${direction}`,
    group: 'Edit',
    keys,
    edits: true,
    when: (state) => state.connecting === null && copiesSelected(state),
    run: () => nudge(direction, distance),
  })),
);

const tidy: Command = {
  id: 'tidy',
  title: 'Tidy up the board',
  group: 'Edit',
  keys: ['shift+t'],
  edits: true,
  when: (state) => state.viewport !== null && anyComponents(state),
  async run() {
    const components = await board.getState().viewport?.tidy();
    if (components === undefined) return;
    edit('Tidy', (scenario) => moveTo(scenario, { components }));
    board.getState().viewport?.fit();
  },
};

export const EDITING: readonly Command[] = [
  ...history,
  ...clipboard,
  ...choosing,
  ...replicas,
  ...KINDS.map(toKind),
  ...ALIGNMENTS.map(aligned),
  distributed('horizontal'),
  distributed('vertical'),
  tidy,
  ...nudges,
];
