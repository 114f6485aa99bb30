import type { JourneyTimes, LatencyBracket, QuantileName } from '../model/report.ts';
import { successText } from './latency.ts';
import { chanceText, countText, timeText, timeTextTo } from './numbers.ts';
import { plain, say, strong, type Sentence } from './sentence.ts';

/** How many requests are answered well at all, where nothing is down. */
export function successSentence({ latency }: JourneyTimes): Sentence {
  if (latency === null) return [];
  if (latency.failure === 0) return say`Every request that meets no outage is answered well.`;
  return say`Of the requests that meet no outage, ${strong(successText(latency))} are answered well.`;
}

/** The sum of the parts' p99 beside the p99 of the sum, and which way it errs. */
export function addedSentence({ latencySeconds, latency }: JourneyTimes, quantile: QuantileName = 'p99'): Sentence {
  const added = latency?.addedSeconds[quantile] ?? null;
  const whole = latencySeconds?.[quantile] ?? null;
  if (added === null || whole === null) return [];
  const sum = plain(timeText(added));
  if (timeText(added) === timeText(whole))
    return say`Adding up every part’s ${quantile} gives ${sum}, which is right here.`;
  const much = strong(timeText(Math.abs(added - whole)));
  return added > whole
    ? say`Adding up every part’s ${quantile} gives ${sum}, ${much} too much.`
    : say`Adding up every part’s ${quantile} gives ${sum}, ${much} too little.`;
}

/** What is left out of the sum over what may be down; empty where nothing is. */
export function statesSentence({ latency }: JourneyTimes): string {
  if (latency === null) return '';
  const { counted, remainder, narrowing } = latency.states;
  if (remainder === 0) return '';
  const states = counted === 1 ? 'One state of what is down is' : `${countText(counted)} states of what is down are`;
  return `${states} counted${narrowing ? ' so far' : ''}; all others have a chance of ${chanceText(remainder)}`;
}

/** "between 211 ms and 213 ms", "212 ms, exactly", "at least 211 ms". */
export function betweenText({ low, high }: LatencyBracket['seconds'][QuantileName]): string {
  if (low === null) return 'infinite';
  if (high === null) return `at least ${timeTextTo(low, 4)}`;
  return low === high ? `${timeTextTo(low, 4)}, exactly` : `between ${timeTextTo(low, 4)} and ${timeTextTo(high, 4)}`;
}
