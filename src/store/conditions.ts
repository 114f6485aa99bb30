import { conditionsOf, type Conditions } from '../words/condition.ts';
import { currentReport, shownDesign } from './selectors.ts';
import type { BoardState } from './state.ts';

/** What is of no use to anybody in the design on the board. */
export const currentConditions = (state: BoardState): Conditions =>
  conditionsOf(currentReport(state), shownDesign(state));
