import { align, distribute, type Alignment } from '../model/edit/arrange.ts';
import { moveTo } from '../model/edit/board.ts';
import { moveBy } from '../model/edit/content.ts';
import type { Point } from '../model/scenario.ts';
import { board } from '../store/board.ts';
import { anyComponents, anyDomains, copiesSelected, edit, severalSelected } from './change.ts';
import type { Command } from './command.ts';
import type { Direction } from './placing.ts';

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
  const { selection } = board.getState();
  const [dx, dy] = STEPS[direction];
  edit('Move', (scenario, design) => moveBy(scenario, design, selection, [dx * distance, dy * distance]));
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
  when: (state) => state.viewport !== null && (anyComponents(state) || anyDomains(state)),
  async run() {
    const places = await board.getState().viewport?.tidy();
    if (places === undefined) return;
    edit('Tidy', (scenario) => moveTo(scenario, { components: places, domains: places }));
    board.getState().viewport?.fit();
  },
};

/** Where things stand: none of it changes a number. */
export const ARRANGING: readonly Command[] = [
  ...ALIGNMENTS.map(aligned),
  distributed('horizontal'),
  distributed('vertical'),
  tidy,
  ...nudges,
];

/** The commands that line things up, with an icon for each, in the order in which menus and panels show them. */
export const LINING_UP: readonly (readonly [id: string, icon: string])[] = [
  ['align-left', 'AlignStartVertical'],
  ['align-centre', 'AlignCenterVertical'],
  ['align-right', 'AlignEndVertical'],
  ['align-top', 'AlignStartHorizontal'],
  ['align-middle', 'AlignCenterHorizontal'],
  ['align-bottom', 'AlignEndHorizontal'],
  ['distribute-horizontal', 'AlignHorizontalDistributeCenter'],
  ['distribute-vertical', 'AlignVerticalDistributeCenter'],
];
