import type { ComponentReport, DomainPart, DomainReport, JourneyReport, ScalingReport } from '../model/report.ts';
import { about, knownAvailabilityShort, knownNines, saidDowntime, worstKnown } from './known.ts';
import { availabilityShortText, countText, durationText, sharesText, wholeNinesText } from './numbers.ts';

/** The finding that stands over a figure's working. "App is up 99.9999 %, six nines". */
export function ownTitle(name: string, { own }: ComponentReport): string {
  if (own.unavailability === 0) return `${name} is never down by itself`;
  const text = availabilityShortText(own.unavailability);
  return text.endsWith('nines') ? `${name} is up with ${text}` : `${name} is up ${text}, ${wholeNinesText(own.nines)}`;
}

/** "Up 99.99 %"; of one that stands in another "With what it stands in it is up 99.98 %". */
export function domainTitle({ own }: DomainReport, nested: boolean): string {
  if (own.unavailability === 0) return 'Never down';
  const text = availabilityShortText(own.unavailability);
  return nested ? `With what it stands in it is up ${text}` : `Up ${text}`;
}

/** "With all that it calls: 99.949 %"; empty where that is the same. */
export function withDependenciesTitle({ own, withDependencies }: ComponentReport): string {
  if (withDependencies === null || withDependencies.unavailability === own.unavailability) return '';
  return `With all that it needs it is up ${availabilityShortText(withDependencies.unavailability)}`;
}

/** "It causes 99.4 % of the downtime, 4.38 h a year". */
export const shareTitle = ({ share, downtimeSecondsPerYear }: DomainPart, journey: JourneyReport): string =>
  share === 0
    ? 'It causes none of the downtime'
    : `It causes ${about(journey, sharesText(share))} of the downtime, ${durationText(downtimeSecondsPerYear)} a year`;

/** "3 replicas do the work of 2.87". */
export const speedupTitle = (replicas: number, { speedup }: ScalingReport): string =>
  `${countText(replicas)} ${replicas === 1 ? 'replica does' : 'replicas do'} the work of ${countText(speedup)}`;

/** "Up 99.9497 %", "Never down". */
export function journeyTitle(journey: JourneyReport): string {
  const { unavailability } = worstKnown(journey);
  if (unavailability === null) return 'Up for an unknown share of the time';
  return unavailability === 0 ? 'Never down' : `Up ${knownAvailabilityShort(journey)} of the time`;
}

/** "Down 4.41 h a year". */
export const downtimeTitle = (journey: JourneyReport): string => `Down ${saidDowntime(journey)} a year`;

/** "That is 3.30 nines". */
export const ninesTitle = (journey: JourneyReport): string => `That is ${knownNines(journey)}`;

/** "3 components", "one call"; empty for none. */
export const counted = (count: number, noun: string): string =>
  count === 0 ? '' : count === 1 ? `one ${noun}` : `${countText(count)} ${noun}s`;
