import type {
  DrawnRequest,
  FanOutLatencyCurve,
  HedgeCurve,
  JourneyTimes,
  TailShares,
  TimeoutCurve,
  WithinCurve,
} from '../model/report.ts';
import type { Design } from '../model/scenario.ts';
import { calleeName } from './call-ends.ts';
import { latencyText, leadingQuantile, outOf } from './latency.ts';
import { atStart, bare, componentName, isPlural } from './names.ts';
import { countText, percentText, sharesText, timeText } from './numbers.ts';

/** "99 of 100 answers within 212 ms, limit 250 ms"; with another design "99 of 100 within 212 ms, limit 250 ms; B: 180 ms". */
export function withinTitle(
  times: JourneyTimes,
  other?: { readonly letter: string; readonly times: JourneyTimes },
): string {
  const { quantile, seconds } = leadingQuantile(times);
  const objective = times.latency?.objective ?? null;
  if (seconds === null) return 'Nothing is ever answered well';
  const limit = objective === null ? '' : `, limit ${timeText(objective.limitSeconds)}`;
  const theirs = other === undefined ? '' : `; ${other.letter}: ${latencyText(leadingQuantile(other.times).seconds)}`;
  const answers = other === undefined ? 'answers ' : '';
  return `${atStart(outOf(quantile))} ${answers}within ${timeText(seconds)}${limit}${theirs}`;
}

/** "1 answer in 1,000 takes longer than 480 ms". */
export function beyondTitle({ latencySeconds }: JourneyTimes, curve: WithinCurve): string {
  const slow = latencySeconds?.p999 ?? null;
  if (slow === null) return 'Nothing is ever answered well';
  const last = curve.points.at(-1)?.beyond ?? 0;
  const never = last > 0.01 ? `; ${percentText(last)} of requests fail` : '';
  return `1 good answer in 1,000 takes longer than ${timeText(slow)}${never}`;
}

/** What time goes into: a component's own work, the network of a call, a wait of some sort. */
export function spentOn(design: Design, of: TailShares['parts'][number]['of']): string {
  if ('component' in of) return componentName(design, of.component);
  if ('call' in of) return `Network: ${bare(calleeName(design, of.call))}`;
  if ('timeout' in of) return `Timeouts: ${bare(calleeName(design, of.timeout))}`;
  if ('hedge' in of) return `Hedge wait: ${bare(calleeName(design, of.hedge))}`;
  if ('backoff' in of) return `Backoff: ${bare(calleeName(design, of.backoff))}`;
  if ('wait' in of) return `Waiting for ${bare(componentName(design, of.wait))}`;
  return `Switch: ${bare(componentName(design, of.switch))}`;
}

/** The same where there is little room: the network of a call is its arrow. */
export const spentOnShort = (design: Design, of: TailShares['parts'][number]['of']): string =>
  'call' in of ? `→ ${calleeName(design, of.call)}` : spentOn(design, of);

/** What such an arrow is. */
export const ARROW_LEGEND = '→ network';

/** What takes most of the slowest 1 %; undefined where nothing does. */
function slowestPart({ parts }: TailShares): TailShares['parts'][number] | undefined {
  return parts.filter(({ slowest }) => slowest > 0).toSorted((a, b) => b.slowest - a.slowest)[0];
}

/** "71.3 % of the slowest 1 %: Search". */
export function tailTitle(shares: TailShares, design: Design): string {
  if (shares.slowestSeconds === null) return 'The mean of the slowest 1 % is infinite: no shares';
  const first = slowestPart(shares);
  if (first === undefined) return 'No part takes any time';
  return `${sharesText(first.slowest)} of the slowest 1 %: ${spentOn(design, first.of)}`;
}

/** What holds a time back, as a sentence: "Search is 71.3 % of the tail"; null where that is not known. */
export function tailSentence(shares: TailShares, design: Design): { subject: string; rest: string } | null {
  const first = slowestPart(shares);
  if (first === undefined || shares.slowestSeconds === null) return null;
  const subject = spentOn(design, first.of);
  const is = 'timeout' in first.of || isPlural(subject) ? 'are' : 'is';
  return { subject, rest: ` ${is} ${sharesText(first.slowest)} of the tail` };
}

/** "A slow request: 480 ms, 190 ms of it Payment gateway". */
export function requestTitle(request: DrawnRequest, which: 'typical' | 'slow', design: Design): string {
  const takes = `A ${which} request: ${timeText(request.seconds)}`;
  const length = ({ startSeconds, endSeconds }: DrawnRequest['spans'][number]): number => endSeconds - startSeconds;
  const [longest] = request.spans.filter(({ critical }) => critical).toSorted((a, b) => length(b) - length(a));
  if (longest === undefined) return takes;
  return `${takes}, ${timeText(length(longest))} of it ${spentOn(design, longest.of)}`;
}

/** "p99 of 100 answers is 1.2 s, of one 212 ms". */
export function fanOutLatencyTitle({ points, today }: FanOutLatencyCurve): string {
  const at = (callees: number) => points.find((point) => point.callees === callees);
  const [one, all] = [at(1), at(today)];
  if (one === undefined || all === undefined) return 'What more answers to wait for cost';
  if (today === 1) return `p99 of one answer is ${latencyText(one.p99)}, half come within ${latencyText(one.p50)}`;
  return `p99 of ${countText(today)} answers is ${latencyText(all.p99)}, of one ${latencyText(one.p99)}`;
}

/** More calls than this are not worth a title. */
const BEARABLE_LOAD = 0.1;

/** "Hedge at 90 ms: p99 480 ms → 210 ms, 5.1 % more calls". */
export function hedgeTitle({ points, without }: HedgeCurve): string {
  const known = points.filter(({ p99, extraLoad }) => p99 !== null && extraLoad <= BEARABLE_LOAD);
  const [best] = known.toSorted((a, b) => (a.p99 ?? 0) - (b.p99 ?? 0) || a.extraLoad - b.extraLoad);
  if (best === undefined || (without !== null && (best.p99 ?? 0) > 0.99 * without)) return 'A hedge hardly helps here';
  const after = best.delaySeconds === 0 ? 'at once' : `at ${timeText(best.delaySeconds)}`;
  return `Hedge ${after}: p99 ${latencyText(without)} → ${latencyText(best.p99)}, ${percentText(best.extraLoad)} more calls`;
}

/** "no retry", "one retry", "2 retries". */
export const retriesText = (retries: number): string =>
  retries === 0 ? 'no retry' : retries === 1 ? 'one retry' : `${countText(retries)} retries`;

/** "solid 0, dashed 1, dotted 2 retries": what the lines of a chart stand for. */
export const linesText = (lines: readonly (readonly [look: string, retries: number])[]): string =>
  `${lines.map(([look, retries]) => `${look} ${countText(retries)}`).join(', ')} retries`;

/** The timeout with the lowest p99 that lets no fewer requests succeed than waiting for long. */
export function timeoutTitle({ lines }: TimeoutCurve): string {
  const patient = lines[0]?.points.at(-1);
  if (patient === undefined) return 'What a timeout does';
  const [best] = lines
    .flatMap(({ retries, points }) => points.map((point) => ({ retries, ...point })))
    .filter(({ success, p99 }) => p99 !== null && success >= patient.success - 1e-12)
    .toSorted((a, b) => (a.p99 ?? 0) - (b.p99 ?? 0));
  if (best === undefined || (patient.p99 !== null && (best.p99 ?? 0) > 0.99 * patient.p99)) {
    return 'No timeout lowers p99 without failing more';
  }
  return `Timeout ${timeText(best.timeoutSeconds)}, ${retriesText(best.retries)}: p99 ${latencyText(patient.p99)} → ${latencyText(best.p99)}`;
}
