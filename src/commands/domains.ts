import { board } from '../store/board.ts';
import { shownDesign } from '../store/selectors.ts';
import { always } from './change.ts';
import type { Command } from './command.ts';
import { spotInView } from './placing.ts';
import { placesOf, standing } from './standing.ts';

// The changes come with the board: none of them is needed before it is on the screen.
const changes = () => import('./domain-changes.ts');

export const DOMAINS: readonly Command[] = [
  {
    id: 'add-domain',
    title: 'Add domain',
    group: 'Add',
    keys: ['z'],
    edits: true,
    when: always,
    run: async () => (await changes()).makeDomain(spotInView()),
  },
  {
    id: 'put-in-new-domain',
    title: 'Put in a new domain',
    group: 'Edit',
    keys: ['shift+z'],
    edits: true,
    when: (state) => placesOf(null, standing(state)).length > 0,
    run: async () => (await changes()).wrap(standing(board.getState())),
  },
  {
    id: 'take-out-of-domains',
    title: 'Take out of its domains',
    group: 'Edit',
    edits: true,
    when: (state) => placesOf(shownDesign(state), standing(state)).some((list) => list.length > 0),
    run: async () => (await changes()).takeOutOfAll(standing(board.getState())),
  },
];
