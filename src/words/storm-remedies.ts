import type { StormRemedy, StormRemedyEdit } from '../model/report-load.ts';
import type { Design } from '../model/scenario.ts';
import { callName } from './call-ends.ts';
import { shareText } from './latency.ts';
import { foundRateText } from './load-sentences.ts';
import { componentName, inSentence } from './names.ts';
import { countText, percentText } from './numbers.ts';

/** What is tried, as an edit says it: "Let at most 100 wait at the app". */
export function stormRemedyLabel(remedy: StormRemedyEdit, design: Design): string {
  switch (remedy.kind) {
    case 'queue-limit':
      return `Let at most ${countText(remedy.places)} wait at ${inSentence(componentName(design, remedy.component))}`;
    case 'retry-budget':
      return `Retry at most ${percentText(remedy.share)} of ${callName(design, remedy.call)}`;
    case 'breaker':
      return `Break ${callName(design, remedy.call)} above ${percentText(remedy.share)} failures`;
    case 'cancel':
      return `Stop abandoned work of ${callName(design, remedy.call)}`;
    case 'no-retries':
      return `No retries of ${callName(design, remedy.call)}`;
  }
}

/** Above which rate it tips over then, below which it comes back, and how many are answered well at today's rate. */
export const stormRemedyCells = ({
  tipsAbove,
  recoversBelow,
  success,
}: Pick<StormRemedy, 'tipsAbove' | 'recoversBelow' | 'success'>): readonly [string, string, string] => [
  tipsAbove === null ? 'never' : foundRateText(tipsAbove),
  tipsAbove === null ? 'always' : recoversBelow === null ? 'never' : foundRateText(recoversBelow),
  shareText(success),
];
