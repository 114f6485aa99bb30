import type { JourneyTimes, LatencyBracket, QuantileName } from '../model/report.ts';
import { latencyText, leadingQuantile, oneInText, outOf, successText } from './latency.ts';
import { atStart } from './names.ts';
import { availabilityShortText, chanceText, countText, timeText, timeTextTo } from './numbers.ts';
import { plain, say, strong, type Sentence } from './sentence.ts';
import { hasTimes } from './times.ts';

/** How long answers take and what that makes of the promise, in a sentence; empty where nothing takes any time. */
export function promiseSentence(times: JourneyTimes): Sentence {
  if (!hasTimes(times)) return [];
  const { quantile, seconds } = leadingQuantile(times);
  const objective = times.latency?.objective ?? null;
  const limit = plain(timeText(objective?.limitSeconds));
  if (seconds === null)
    return objective === null
      ? say`No request is answered well.`
      : say`No request is answered well, so the promise of ${limit} is broken.`;
  const answers = quantile === 0.5 ? 'Half of all answers' : `${atStart(outOf(quantile))} answers`;
  const took = strong(timeText(seconds));
  if (objective === null) return say`${answers} come within ${took}.`;
  if (objective.met) return say`${answers} come within ${took}, so the promise of ${limit} is kept.`;
  return say`${answers} take up to ${took}, which breaks the promise of ${limit}.`;
}

/** How many requests are answered well at all, where nothing is down. */
export function successSentence({ latency }: JourneyTimes): Sentence {
  if (latency === null) return [];
  if (latency.failure === 0) return say`Every request that meets no outage is answered well.`;
  return say`Of the requests that meet no outage, ${strong(successText(latency))} are answered well.`;
}

/** The sum of the parts' p99 beside the p99 of the sum, and which way it errs. */
export function addedSentence({ latencySeconds, latency }: JourneyTimes): Sentence {
  const whole = latencySeconds?.p99 ?? null;
  if (latency === null || whole === null) return [];
  const { addedP99Seconds: added } = latency;
  if (added === null)
    return say`The parts’ p99s add up to no time: one of them is longer than a timeout or a deadline lets it be.`;
  const sum = plain(timeText(added));
  if (timeText(added) === timeText(whole)) return say`Adding up every part’s p99 gives ${sum}, which is right here.`;
  const much = strong(timeText(Math.abs(added - whole)));
  return added > whole
    ? say`Adding up every part’s p99 gives ${sum}, ${much} too much.`
    : say`Adding up every part’s p99 gives ${sum}, ${much} too little.`;
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

/** Above the figures of a client: "99 of 100 answers within 212 ms". */
export function latencyTitle(times: JourneyTimes): string {
  const { quantile, seconds } = leadingQuantile(times);
  if (seconds === null) return 'No answer is ever good';
  return `${atStart(outOf(quantile))} answers within ${timeText(seconds)}`;
}

/** Above the figures of a component: "App answers within 212 ms, 99 times of 100". */
export const visitTitle = (name: string, p99: number | null): string =>
  p99 === null ? `${name} never answers well` : `${name} answers within ${latencyText(p99)}, 99 times of 100`;

/** How often a visit is not answered well, where nothing is down: "1 in 5,000 visits fails by errors or timeouts". */
export const failureSentence = (failure: number): string =>
  failure > 0.5
    ? `Of its visits, ${availabilityShortText(failure)} are answered well`
    : `${oneInText(failure)} visits fails by errors or timeouts`;
