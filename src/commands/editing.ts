import { changeKind, stepReplicas } from '../model/edit/components.ts';
import { KIND_SPECS } from '../model/kinds/kinds.ts';
import { KINDS, type Kind } from '../model/scenario.ts';
import { board } from '../store/board.ts';
import {
  canRedo,
  canUndo,
  isWhatIf,
  selectedComponent,
  shownComponent,
  shownDesign,
  shownScenario,
} from '../store/selectors.ts';
import { ARRANGING } from './arranging.ts';
import {
  always,
  anyComponents,
  anyDomains,
  anySelected,
  componentsSelected,
  copiesSelected,
  edit,
  oneNamed,
} from './change.ts';
import { clipText, copyToClipboard, duplicateSelection, pasteFromClipboard, removeSelection } from './clip.ts';
import type { Command } from './command.ts';
import { DOMAINS } from './domains.ts';

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
  const id = oneNamed(board.getState());
  if (id !== null) board.getState().startRenaming(id);
}

const choosing: Command[] = [
  {
    id: 'select-all',
    title: 'Select all',
    group: 'Edit',
    keys: ['mod+a'],
    edits: false,
    when: (state) =>
      anyComponents(state) || anyDomains(state) || Object.keys(shownScenario(state).texts ?? {}).length > 0,
    run() {
      const state = board.getState();
      const { components = {}, domains = {} } = shownDesign(state) ?? {};
      const { texts = {} } = shownScenario(state);
      state.select({
        components: Object.keys(components),
        texts: Object.keys(texts),
        domains: Object.keys(domains),
      });
    },
  },
  {
    id: 'rename',
    title: 'Rename',
    group: 'Edit',
    keys: ['f2', 'enter'],
    edits: false,
    when: (state) => state.connecting === null && oneNamed(state) !== null,
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
  if (isWhatIf(state)) return state.discardWhatIf();
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

export const EDITING: readonly Command[] = [
  ...history,
  ...clipboard,
  ...choosing,
  ...replicas,
  ...KINDS.map(toKind),
  ...DOMAINS,
  ...ARRANGING,
];
