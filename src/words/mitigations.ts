import type { Mitigation, MitigationEffect } from '../model/report.ts';
import type { Design } from '../model/scenario.ts';
import { callName, calleeName } from './call-ends.ts';
import { latencyText, shareText } from './latency.ts';
import { inSentence } from './names.ts';
import { countText, timeText } from './numbers.ts';
import { retriesText } from './latency-titles.ts';
import { trimmed } from './rounding.ts';

/** What is tried, as an edit says it: "Hedge App → Search after 90 ms". */
export function mitigationLabel(mitigation: Mitigation, design: Design): string {
  const name = callName(design, mitigation.call);
  switch (mitigation.kind) {
    case 'hedge':
      return `Hedge ${name} after ${timeText(mitigation.delaySeconds)}`;
    case 'tied':
      return `Tie two copies of ${name}`;
    case 'retry':
      return `Time out ${name} after ${timeText(mitigation.timeoutSeconds)}, ${retriesText(mitigation.retries)}`;
    case 'smaller-fan-out':
      return `Ask ${inSentence(calleeName(design, mitigation.call))} ${countText(mitigation.times)} times only`;
  }
}

/** What it does to p99, success and the requests along its call: "1 → 1.05". */
export const mitigationCells = ({
  p99,
  success,
  load,
  loadToday,
}: Pick<Mitigation, keyof MitigationEffect | 'loadToday'>): readonly [p99: string, success: string, load: string] => [
  latencyText(p99),
  shareText(success),
  `${trimmed(loadToday, 3)} → ${trimmed(load, 3)}`,
];

/** Said where there is no row. */
export const NOTHING_HELPS = 'No hedge, retry or smaller fan-out of a single call would help here.';

/** What the rows stand against. */
export const todayText = ({ p99, success }: MitigationEffect): string =>
  `With everything up p99 is ${latencyText(p99)} today, and ${shareText(success)} of requests are answered well`;
