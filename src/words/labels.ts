import type { JourneyReport, ObjectiveVerdict, Remedy } from '../model/report.ts';
import { replicasOf } from './names.ts';
import { knownDowntime, type Known } from './known.ts';
import { availabilityShortText, UNKNOWN } from './numbers.ts';

/** "✕" for a broken promise, "✓" for a kept one, "?" for neither: stands before the words, so that colour is never alone. */
export const verdictMark = ({ met }: Pick<ObjectiveVerdict, 'met'>): '✓' | '✕' | '?' =>
  met === null ? '?' : met ? '✓' : '✕';

/** "misses 99.99 %", "meets 99.99 %, outages only", "may meet 99.99 %". */
export function verdictText(verdict: ObjectiveVerdict): string {
  const verb = verdict.met === null ? 'may meet' : verdict.met ? 'meets' : 'misses';
  const text = `${verb} ${availabilityShortText(verdict.unavailability)}`;
  return verdict.outagesOnly ? `${text}, outages only` : text;
}

/** What "outages only" means, for a tooltip. */
export const OUTAGES_ONLY_HELP =
  'Some components have a chance of errors that is not counted here: the verdict is about outages alone.';

export type Lens = 'summary' | 'availability' | 'latency' | 'load' | 'fan-out' | 'scaling';

export const TAB_LABELS: Readonly<Record<Lens, string>> = {
  summary: 'Summary',
  availability: 'Availability',
  latency: 'Latency',
  load: 'Load',
  'fan-out': 'Fan-out',
  scaling: 'Scaling',
};

/** The label of the button that tries a remedy: "Try a second provider". */
export const remedyLabel = (remedy: Remedy, name: string): string =>
  remedy.kind === 'second-provider' ? 'Try a second provider' : `Try one more ${replicasOf(name, 'one')}`;

/** "4.41 h down a year". */
export const downtimeLabel = (known: Known): string => {
  const text = knownDowntime(known);
  return text === UNKNOWN ? 'downtime unknown' : `${text} down a year`;
};

/** "99.97 % answered well": what a promise is held against where errors or timeouts fail requests too; empty where none do. */
export const answeredLabel = ({ latency }: Pick<JourneyReport, 'latency'>): string =>
  latency === null || latency.failure === 0 ? '' : `${availabilityShortText(latency.unavailability)} answered well`;

/** The letter that a design goes by in the switch: A, B … Z, AA. */
export function designLetter(index: number): string {
  const letter = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? letter : designLetter(Math.floor(index / 26) - 1) + letter;
}
