import { addDesign, moveDesign, removeDesign } from '../model/edit/designs.ts';
import { board } from '../store/board.ts';
import { shownScenario } from '../store/selectors.ts';
import type { BoardState } from '../store/state.ts';
import { always, make } from './change.ts';
import type { Command } from './command.ts';

const several = (state: BoardState): boolean => shownScenario(state).designs.length > 1;

function moved(by: number): void {
  make('Move design', (scenario, from) => {
    const to = from + by;
    return { scenario: moveDesign(scenario, from, to), design: to };
  });
}

function step(by: number): void {
  const state = board.getState();
  const { length } = shownScenario(state).designs;
  state.switchDesign((state.design + by + length) % length);
}

export const DESIGNING: readonly Command[] = [
  {
    id: 'add-design',
    title: 'Add a design as a copy of this one',
    group: 'Design',
    edits: true,
    when: always,
    run: () =>
      make('Add design', (scenario, copyOf) => ({
        scenario: addDesign(scenario, copyOf),
        design: scenario.designs.length,
      })),
  },
  {
    id: 'rename-design',
    title: 'Rename design',
    group: 'Design',
    edits: false,
    when: always,
    run: () => board.getState().openDialog('rename-design'),
  },
  {
    id: 'fit-load-test',
    title: 'Fit a load test',
    group: 'Design',
    edits: false,
    when: always,
    run: () => board.getState().openDialog('load-test'),
  },
  {
    id: 'move-design-left',
    title: 'Move design to the left',
    group: 'Design',
    edits: true,
    when: (state) => state.design > 0,
    run: () => moved(-1),
  },
  {
    id: 'move-design-right',
    title: 'Move design to the right',
    group: 'Design',
    edits: true,
    when: (state) => state.design < shownScenario(state).designs.length - 1,
    run: () => moved(1),
  },
  {
    id: 'delete-design',
    title: 'Delete design',
    group: 'Design',
    edits: true,
    when: several,
    run: () =>
      make('Delete design', (scenario, design) => ({
        scenario: removeDesign(scenario, design),
        design: Math.max(0, design - 1),
      })),
  },
  {
    id: 'next-design',
    title: 'Next design',
    group: 'Design',
    keys: [']'],
    edits: false,
    when: several,
    run: () => step(1),
  },
  {
    id: 'previous-design',
    title: 'Previous design',
    group: 'Design',
    keys: ['['],
    edits: false,
    when: several,
    run: () => step(-1),
  },
];
