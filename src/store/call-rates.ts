import { rateText } from '../words/numbers.ts';
import { currentReport } from './selectors.ts';
import type { BoardState } from './state.ts';

type Rates = Readonly<Record<string, string>>;

const NONE: Rates = {};
const known = new WeakMap<Readonly<Record<string, number>>, Rates>();

/** How many requests go along each call, by its id, while load is what the board shows. The same texts as long as the rates are the same. */
export function callRates(state: BoardState): Rates {
  const calls = state.lens === 'load' ? currentReport(state)?.load?.calls : undefined;
  if (calls === undefined) return NONE;
  const before = known.get(calls);
  if (before !== undefined) return before;
  const texts = Object.fromEntries(Object.entries(calls).map(([id, perSecond]) => [id, rateText(perSecond)]));
  known.set(calls, texts);
  return texts;
}
