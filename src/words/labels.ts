import type { Section } from '../model/kinds/field.ts';
import type { Cause, FormulaId, ObjectiveVerdict, Remedy } from '../model/report.ts';
import { replicasOf } from './names.ts';
import { knownDowntime, type Known } from './known.ts';
import { availabilityShortText, countText, UNKNOWN } from './numbers.ts';

/** "✕" for a broken promise, "✓" for a kept one, "?" for neither: stands before the words, so that colour is never alone. */
export const verdictMark = ({ met }: ObjectiveVerdict): '✓' | '✕' | '?' => (met === null ? '?' : met ? '✓' : '✕');

/** "misses 99.99 %", "meets 99.99 %, outages only", "may meet 99.99 %". */
export function verdictText(verdict: ObjectiveVerdict): string {
  const verb = verdict.met === null ? 'may meet' : verdict.met ? 'meets' : 'misses';
  const text = `${verb} ${availabilityShortText(verdict.unavailability)}`;
  return verdict.outagesOnly ? `${text}, outages only` : text;
}

/** What "outages only" means, for a tooltip. */
export const OUTAGES_ONLY_HELP =
  'Some components have a chance of errors. No number counts errors yet, so the verdict is about outages alone.';

/** The headings of the inspector's groups of fields. */
export const SECTION_LABELS: Readonly<Record<Section, string>> = {
  redundancy: 'Redundancy',
  failures: 'Failures',
  recovery: 'Recovery',
  calls: 'Calls',
  traffic: 'Traffic',
  objective: 'Promise',
  capacity: 'Capacity',
  scaling: 'Scaling',
  data: 'Data',
  cost: 'Cost',
  placement: 'Placement',
  timing: 'Timing',
};

export type Lens = 'summary' | 'availability' | 'fan-out' | 'scaling';

/** Which figure the nodes show while a tab of the dock is open. */
export const LENS_LABELS: Readonly<Record<Lens, string>> = {
  summary: 'On the nodes: share of the downtime',
  availability: 'On the nodes: share of the downtime',
  'fan-out': 'On the nodes: how often each is called',
  scaling: 'On the nodes: what the replicas are worth',
};

export const TAB_LABELS: Readonly<Record<Lens, string>> = {
  summary: 'Summary',
  availability: 'Availability',
  'fan-out': 'Fan-out',
  scaling: 'Scaling',
};

/** What the tab about availability shows. */
export const AVAILABILITY_VIEWS = [
  { id: 'downtime', title: 'Downtime' },
  { id: 'importance', title: 'Importance' },
  { id: 'cut-sets', title: 'Cut sets' },
  { id: 'claims', title: 'Claims' },
] as const;

/** Said below a table that is cut: "The first 200 of 1,000". */
export const rowsShown = (shown: number, all: number): string => `The first ${countText(shown)} of ${countText(all)}`;

/** The tag of the component that binds. */
export const BINDING_TAG = 'holds it back';

/** What a working is about, in words. */
export const FORMULA_LABELS: Readonly<Record<FormulaId, string>> = {
  single: 'One that must be up',
  'one-of-n': 'Down only when all replicas are',
  'k-of-n': 'Down when too few replicas are up',
  'k-of-n-common-cause': 'Down when too few replicas are up, or all fail together',
  causes: 'Down when any of these takes it',
  dealt: 'Summed over the states of its domains',
  series: 'Down when any part is',
  'decision-diagram': 'Summed over everything that can be down',
  downtime: 'The share of a year of 8,760 hours',
  nines: 'How many nines that is',
  share: 'What this part adds to the downtime',
  usl: 'The Universal Scalability Law',
  'fan-out': 'At least one of the calls is slow',
};

/** The label of the button that tries a remedy: "Try a second provider". */
export const remedyLabel = (remedy: Remedy, name: string): string =>
  remedy.kind === 'second-provider' ? 'Try a second provider' : `Try one more ${replicasOf(name, 'one')}`;

/** Three lines of a downtime: a year, 30 days, a week. */
export const PERIOD_LABELS = { year: 'a year', month: 'in 30 days', week: 'a week' } as const;

/** "4.41 h down a year". */
export const downtimeLabel = (known: Known): string => {
  const text = knownDowntime(known);
  return text === UNKNOWN ? 'downtime unknown' : `${text} down a year`;
};

/** What makes something fail, in a word or two. */
export const CAUSE_LABELS: Readonly<Record<Cause, string>> = {
  replicas: 'replicas',
  common: 'common cause',
  failover: 'takeover',
  planned: 'planned',
  domain: 'domain',
};

/** The letter that a design goes by in the switch: A, B … Z, AA. */
export function designLetter(index: number): string {
  const letter = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? letter : designLetter(Math.floor(index / 26) - 1) + letter;
}
