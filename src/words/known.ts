import type { AvailabilityFigures, Bracket, JourneyReport } from '../model/report.ts';
import { availabilityAtMostText, availabilityText, durationText, ninesText, shortened } from './numbers.ts';

/** What is known of an availability: its figures, or two that it lies between. */
export type Known = Pick<JourneyReport, keyof AvailabilityFigures | 'bracket'>;

type Downtime = 'downtimeSecondsPerYear' | 'downtimeSecondsPer30Days' | 'downtimeSecondsPer7Days';

interface Ends {
  readonly least: string;
  readonly most: string;
}

/** A figure as one text or as both its ends. */
type Said = string | Ends;

const UNIT = / \S+$/;

/** "99.9496 to 99.9499 %": a unit that both ends have is said once. */
function to(said: Said): string {
  if (typeof said === 'string') return said;
  const { least, most } = said;
  if (least === most) return least;
  const unit = UNIT.exec(most)?.[0] ?? '';
  return `${least.endsWith(unit) ? least.slice(0, least.length - unit.length) : least} to ${most}`;
}

/** "between 99.9496 % and 99.9499 %". */
function between(said: Said): string {
  if (typeof said === 'string') return said;
  return said.least === said.most ? said.least : `between ${said.least} and ${said.most}`;
}

/** Ends are rounded outwards, so that the truth is not outside of what is said. */
const availability = ({ bracket, unavailability }: Known): Said =>
  bracket === null
    ? availabilityText(unavailability)
    : {
        least: availabilityText(bracket.high.unavailability),
        most: availabilityAtMostText(bracket.low.unavailability),
      };

const short = (said: Said): Said =>
  typeof said === 'string' ? shortened(said) : { least: shortened(said.least), most: shortened(said.most) };

const downtime = ({ bracket, ...figures }: Known, window: Downtime): Said =>
  bracket === null
    ? durationText(figures[window])
    : { least: durationText(bracket.low[window]), most: durationText(bracket.high[window]) };

/** "99.9497 %", "99.9496 to 99.9499 %". */
export const knownAvailability = (known: Known): string => to(availability(known));

/** The same without zeros at the end, for running text: "99.95 %", "between 99.94 % and 99.95 %". */
export const knownAvailabilityShort = (known: Known): string => between(short(availability(known)));

/** "4.41 h", "4.39 to 4.41 h". */
export const knownDowntime = (known: Known, window: Downtime = 'downtimeSecondsPerYear'): string =>
  to(downtime(known, window));

/** The same in a sentence: "between 4.39 h and 4.41 h". */
export const saidDowntime = (known: Known): string => between(downtime(known, 'downtimeSecondsPerYear'));

/** "3.30 nines", "3.29 to 3.31 nines". */
export const knownNines = ({ bracket, nines }: Known): string =>
  to(
    bracket === null ? ninesText(nines) : { least: ninesText(bracket.high.nines), most: ninesText(bracket.low.nines) },
  );

/** The worst that may be true. */
export const worstKnown = ({ bracket, ...figures }: Known): Omit<Known, 'bracket'> => bracket?.high ?? figures;

/** "about 99.4 %": what is worked out from the lower end of a bracket is near the truth. */
export const about = ({ bracket }: Known, text: string): string => (bracket === null ? text : `about ${text}`);

/** Said of figures that follow from the lower end of a bracket; empty where all is exact. */
export const aboutSentence = ({ bracket }: Known): string =>
  bracket === null ? '' : 'Worked out from the lower end of the range, so about right';

/** What the bars of a chart measure: "downtime a year", "downtime a year, about". */
export const downtimeAxis = ({ bracket }: Known): string =>
  bracket === null ? 'downtime a year' : 'downtime a year, about';

/** Why there is no single figure, and what the two rest on. */
export function bracketSentence({ failures }: Bracket): string {
  const counted =
    failures < 1
      ? 'not every combination of failures is counted'
      : failures === 1
        ? 'all single failures are counted, and some of their combinations'
        : `all combinations of up to ${failures} failures are counted`;
  return `Too much is shared for an exact answer: ${counted}`;
}
