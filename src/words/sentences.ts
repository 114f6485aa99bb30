import type { ComponentReport, DesignReport, JourneyReport } from '../model/report.ts';
import type { Component, Design } from '../model/scenario.ts';
import { verdictText } from './labels.ts';
import { mainCause } from './causes.ts';
import { about, bracketSentence, knownAvailabilityShort, worstKnown } from './known.ts';
import { atStart, inSentence, isPlural, partName, subjectInside, type Named } from './names.ts';
import { availabilityShortText, durationText, percentText, sharesText, signedDurationText } from './numbers.ts';
import { causersOf } from './parts.ts';
import { journeyOf, situationOf, type Situation } from './situation.ts';

/** What holds the design back, in two lines: the first begins with the subject, which a screen sets apart. */
export interface BindingSentence {
  readonly situation: Situation;
  /** Name of the component or domain that binds; empty where nothing does. */
  readonly subject: string;
  /** Null where nothing binds. */
  readonly part: Named | null;
  readonly rest: string;
  /** Empty where there is nothing to add. */
  readonly sub: string;
}

const SAY_NOTHING_YET: Readonly<Record<Exclude<Situation, 'works'>, readonly [rest: string, sub: string]>> = {
  empty: ['Draw what answers a request', 'Pick a client on the left, then what it calls, and the numbers appear'],
  'no-client': ['Add a client to see numbers', 'A client is who sends the requests; connect it to what it calls first'],
  'client-alone': [
    'Connect the client to what it calls',
    'Drag from its right edge into empty space, and pick what answers',
  ],
  unknown: ['No exact answer for this design', 'What is in the way stands among the findings'],
  'never-fails': ['Nothing here ever fails', 'Select a component and say how often it is up, such as 99.9 %'],
  'always-down': ['This never works', 'Something that every request needs is never up'],
};

export function bindingSentence(
  report: DesignReport,
  design: Design,
  journeyId: string | null,
  title?: string,
): BindingSentence {
  const situation = situationOf(report, design, journeyId);
  const journey = journeyOf(report, journeyId);
  const binding = journey?.binding ?? null;
  const bracket = journey?.bracket ?? null;
  if (situation === 'unknown' || (bracket !== null && binding === null)) {
    const found = report.findings.find((finding) => finding.code === 'availability/out-of-reach')?.message;
    const [rest, sub] = SAY_NOTHING_YET.unknown;
    return { situation, subject: '', part: null, rest, sub: bracket ? bracketSentence(bracket) : (found ?? sub) };
  }
  if (!journey || binding === null || (situation !== 'works' && situation !== 'always-down')) {
    const [rest, sub] = SAY_NOTHING_YET[situation === 'works' ? 'never-fails' : situation];
    return { situation, subject: '', part: null, rest, sub };
  }
  const part: Named = { of: binding.of, id: binding.component };
  const subject = partName(design, part);
  return {
    situation,
    subject,
    part,
    rest: bindingRest(journey, subject, binding.share),
    sub: ceilingSentence(journey, subjectInside(title)),
  };
}

/** What follows the name of the part that binds: it may share that with others. */
function bindingRest(journey: JourneyReport, name: string, share: number): string {
  const others = asBad(journey) - 1;
  const causes = `${about(journey, sharesText(share))} of the downtime`;
  const kept = ', and the promise is kept';
  const isKept = journey.objective?.met === true;
  if (others > 0) {
    const and = ` and ${others === 1 ? 'one other' : `${others} others`}`;
    return isKept ? `${and} cause ${causes} each${kept}` : `${and} hold it back: each causes ${causes}`;
  }
  const main = bindingCause(journey);
  const [cause, hold, it, its] = isPlural(name) ? ['cause', 'hold', 'they', 'their'] : ['causes', 'holds', 'it', 'its'];
  if (isKept) return ` ${cause} ${causes}${kept}`;
  return ` ${hold} it back: ${it} ${cause} ${causes}${main === null ? '' : `, mostly by ${its} ${main}`}`;
}

/** What the component that binds fails by, where that is not its replicas one by one. */
export function bindingCause({ binding, parts }: JourneyReport): ReturnType<typeof mainCause> {
  const part = binding?.of === 'component' ? parts[binding.component] : undefined;
  return part === undefined ? null : mainCause(part);
}

/** How many parts cause as much downtime as the one that binds, itself counted. */
export function asBad(journey: JourneyReport): number {
  const share = journey.binding?.share ?? 0;
  return causersOf(journey).filter(({ part }) => part.share >= share * 0.98).length;
}

/** "Perfect everywhere else, the checkout could still not pass 99.95 %". */
function ceilingSentence(journey: JourneyReport, subject: string): string {
  const ceiling = journey.binding?.ceiling;
  if (!ceiling) return '';
  if (ceiling.unavailability === 0) return `Perfect everywhere else, ${subject} would never be down`;
  return `Perfect everywhere else, ${subject} could still not pass ${availabilityShortText(ceiling.unavailability)}`;
}

/** "4.41 h down a year · 99.889 % if 5 % of failures were shared" is made of the two; empty without an audit. */
export function auditSentence(journey: JourneyReport): string {
  if (!journey.audit) return '';
  const { beta, figures } = journey.audit;
  return `${availabilityShortText(figures.unavailability)} if ${percentText(beta)} of failures were shared`;
}

/** Seconds a year that the usual product of availabilities is wrong by; 0 where it is right or not known. */
export function naiveError({ naive, downtimeSecondsPerYear }: JourneyReport): number {
  if (naive === null || downtimeSecondsPerYear === null) return 0;
  const { errorSecondsPerYear } = naive;
  return Math.abs(errorSecondsPerYear) < Math.max(0.05, 1e-9 * downtimeSecondsPerYear) ? 0 : errorSecondsPerYear;
}

/** By how much the usual product of availabilities is wrong; empty where it is right or not known. */
export function naiveSentence(journey: JourneyReport): string {
  const error = naiveError(journey);
  if (error === 0) return '';
  const text = durationText(Math.abs(error));
  return error > 0
    ? `Multiplying availabilities would say ${text} too much downtime a year`
    : `Multiplying availabilities would hide ${text} of downtime a year`;
}

/** What a group's figure rests on, for the foot of the inspector. */
export function restsOnSentence(name: string, component: Component, report: ComponentReport | undefined): string {
  if (component.kind === 'client' || !report) return '';
  if (component.kind === 'gate')
    return `Up while ${report.needed === 1 ? 'one' : report.needed} of what it calls ${report.needed === 1 ? 'is' : 'are'} up.`;
  const subject = inSentence(name);
  if (component.kind === 'external' && report.replicas === 1) {
    return component.up === undefined && component.contract?.sla !== undefined
      ? 'Rests on its contract alone: a promise to pay back, not a measured figure.'
      : 'Rests on the figure given for it: a published promise is not a measured one.';
  }
  if (report.replicas === 1)
    return `There is one replica: while it is down, so ${isPlural(name) ? 'are' : 'is'} ${subject}.`;
  const { ownIfShared } = report;
  if (component.beta !== undefined && component.beta !== 0) {
    return `Of the failures of its ${report.replicas} replicas, ${typeof component.beta === 'number' ? percentText(component.beta) : component.beta} take all of them down together.`;
  }
  if (!ownIfShared) return `${report.replicas} replicas fail independently.`;
  return (
    `${report.replicas} replicas fail independently. If ${percentText(0.05)} of their failures are shared, ` +
    `${subject} alone ${isPlural(name) ? 'are' : 'is'} down ${durationText(ownIfShared.downtimeSecondsPerYear)} a year.`
  );
}

/** One replica more or fewer: "2 replicas: 99.9398 % (+52.0 min a year)". */
export const replicaChangeText = (changeSecondsPerYear: number): string => {
  const change = signedDurationText(changeSecondsPerYear);
  return change === 'no change' ? change : `${change} a year`;
};

/** Everything above in one line, for a title or a chat: "Checkout: 99.9497 %, misses 99.99 %. Payment gateway holds it back …". */
export function headline(report: DesignReport, design: Design, journeyId: string | null, title?: string): string {
  const journey = journeyOf(report, journeyId);
  const { subject, rest } = bindingSentence(report, design, journeyId, title);
  const said = `${subject}${rest}`;
  if (!journey || worstKnown(journey).unavailability === null) return said;
  const verdict = journey.objective ? `, ${verdictText(journey.objective)}` : '';
  return `${atStart(knownAvailabilityShort(journey))}${verdict}. ${said}`;
}
