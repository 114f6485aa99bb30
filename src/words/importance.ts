import type { DomainPart } from '../model/report.ts';
import type { Design } from '../model/scenario.ts';
import { partInSentence, partName } from './names.ts';
import { availabilityShortText, chanceText, sharesText, timesText } from './numbers.ts';
import { perYearText } from './outages.ts';
import { listed, type JourneyMember } from './parts.ts';
import { withoutZeros } from './rounding.ts';

/** One measure of how much a part matters: a column, or a row where a single part is shown. */
export interface Measure {
  readonly key: string;
  readonly label: string;
  /** What it is, in a sentence. */
  readonly help: string;
  readonly text: (part: DomainPart) => string;
  /** What it is sorted by; the largest first. */
  readonly size: (part: DomainPart) => number;
}

export const MEASURES: readonly Measure[] = [
  {
    key: 'share',
    label: 'Share of downtime',
    help: 'How much of the downtime it causes. All shares add up to 100 %; parts that must fail together split what they cause.',
    text: ({ share }) => sharesText(share),
    size: ({ share }) => share,
  },
  {
    key: 'birnbaum',
    label: 'Birnbaum',
    help: 'How much more likely a request fails while it is down than while it is perfect.',
    text: ({ birnbaum }) => differenceText(birnbaum),
    size: ({ birnbaum }) => birnbaum,
  },
  {
    key: 'fussell-vesely',
    label: 'Fussell–Vesely',
    help: 'The share of the unavailability that would be gone if it never failed.',
    text: ({ fussellVesely }) => sharesText(fussellVesely),
    size: ({ fussellVesely }) => fussellVesely,
  },
  {
    key: 'risk-achievement',
    label: 'Risk achievement',
    help: 'How many times the unavailability would grow if it were down for good.',
    text: ({ riskAchievement }) => timesText(riskAchievement),
    size: ({ riskAchievement }) => riskAchievement,
  },
  {
    key: 'risk-reduction',
    label: 'Risk reduction',
    help: 'How many times smaller the unavailability would be if it never failed. ∞ where nothing else ever fails.',
    text: ({ riskReduction }) => (riskReduction === null ? '∞' : timesText(riskReduction)),
    size: ({ riskReduction }) => riskReduction ?? Infinity,
  },
  {
    key: 'if-perfect',
    label: 'Made perfect',
    help: 'What the total becomes if it never fails.',
    text: ({ unavailabilityIfPerfect }) => availabilityShortText(unavailabilityIfPerfect),
    size: ({ unavailabilityIfPerfect }) => -unavailabilityIfPerfect,
  },
  {
    key: 'outages',
    label: 'Outages a year',
    help: 'How many outages a year begin with its failure; unknown without a time to repair.',
    text: ({ outagesPerYear }) => perYearText(outagesPerYear),
    size: ({ outagesPerYear }) => outagesPerYear ?? -1,
  },
];

/** A difference of two probabilities: "0.999498", "2.5 × 10⁻⁷". Says 1 of nothing but 1. */
function differenceText(value: number): string {
  if (value < 1e-4) return chanceText(value);
  const text = withoutZeros(value.toFixed(6));
  return text === '1' && value < 1 ? 'over 0.999999' : text;
}

/** Said of a part that fails requests by itself. */
export const SINGLE_POINT = 'single point';
export const SINGLE_POINT_SPOKEN = `${SINGLE_POINT} of failure`;
export const SINGLE_POINT_HELP = 'A single point of failure: one that is down fails requests, whatever else is up.';

/** "Made perfect, the payment gateway would bring the total to 99.9997 %": of the one that would most. */
export function perfectSentence(members: readonly JourneyMember[], design: Design): string {
  const best = members.reduce<JourneyMember | null>(
    (least, member) =>
      least === null || member.part.unavailabilityIfPerfect < least.part.unavailabilityIfPerfect ? member : least,
    null,
  );
  if (best === null || best.part.fussellVesely <= 0) return '';
  const total = best.part.unavailabilityIfPerfect;
  const name = partInSentence(design, best);
  return total === 0
    ? `If ${name} never failed, nothing would: the total becomes 100 %`
    : `If ${name} never failed, the total would become ${availabilityShortText(total)}`;
}

/** "2 single points of failure: Payment gateway and Zone a". */
export function singlePointsSentence(members: readonly JourneyMember[], design: Design): string {
  const names = members.filter(({ part }) => part.singlePoint).map((member) => partName(design, member));
  if (names.length === 0) return 'No single point of failure';
  return `${names.length === 1 ? 'One single point' : `${names.length} single points`} of failure: ${listed(names, 4)}`;
}
