import type { DesignReport, JourneyReport, Remedy } from '../model/report.ts';
import type { Design } from '../model/scenario.ts';
import { remedyLabel } from './labels.ts';
import { about, bracketSentence, saidDowntime, worstKnown } from './known.ts';
import {
  atStart,
  bare,
  componentName,
  isPlural,
  partInSentence,
  partName,
  replicasOf,
  subjectInside,
  subjectOf,
  type Named,
} from './names.ts';
import { availabilityShortText, durationText, roundDurationText, sharesText } from './numbers.ts';
import { plain, say, strong, type Sentence } from './sentence.ts';
import { asBad, bindingCause, bindingSentence } from './sentences.ts';
import { journeyOf, situationOf, type Situation } from './situation.ts';

/** What the dock's first tab says: two or three sentences and at most one thing to press. */
export interface Summary {
  readonly situation: Situation;
  readonly sentences: readonly Sentence[];
  readonly remedy: { readonly label: string; readonly remedy: Remedy } | null;
}

/** What saves less of the downtime than this share is said, but no button. */
const WORTH_TRYING = 0.01;

export function summarySentences(
  report: DesignReport,
  design: Design,
  journeyId: string | null,
  title?: string,
): Summary {
  const situation = situationOf(report, design, journeyId);
  const journey = journeyOf(report, journeyId);
  if (!journey || situation !== 'works')
    return { situation, sentences: withoutNumbers(situation, report, design, journeyId, title), remedy: null };
  const binding = journey.binding;
  const met = journey.objective?.met === true;
  const remedy = met ? undefined : journey.remedies[0];
  const sentences = [opening(journey, report, design, journeyId, title)];
  if (journey.bracket) sentences.push(say`${bracketSentence(journey.bracket)}.`);
  if (met && journey.objective) {
    sentences.push(
      say`The promise of ${plain(availabilityShortText(journey.objective.unavailability))} allows ${plain(durationText(journey.objective.allowedSecondsPerYear))}, so it is kept.`,
    );
  }
  if (binding) {
    const part: Named = { of: binding.of, id: binding.component };
    const plural = isPlural(partName(design, part));
    const name = atStart(partInSentence(design, part));
    const rest = met ? 'what is left' : 'it';
    const more = remedy ? moreReplicas(journey, design, remedy) : '';
    const others = asBad(journey) - 1;
    const share = plain(about(journey, sharesText(binding.share)));
    const main = bindingCause(journey);
    const by = main === null ? '' : `, mostly by ${plural ? 'their' : 'its'} ${main}`;
    sentences.push(
      others > 0
        ? say`${name} and ${others === 1 ? 'one other' : `${others} others`} cause ${share} of ${rest} each${more}.`
        : say`${name} ${plural ? 'cause' : 'causes'} ${share} of ${rest}${by}${more}.`,
    );
  }
  if (!remedy) return { situation, sentences, remedy: null };
  const name = componentName(design, remedy.component);
  const what = remedy.kind === 'second-provider' ? 'A second provider' : `One more ${replicasOf(name, 'one')}`;
  if (remedy.savedSecondsPerYear < WORTH_TRYING * (worstKnown(journey).downtimeSecondsPerYear ?? 0)) {
    sentences.push(say`${what} would save only ${strong(durationText(remedy.savedSecondsPerYear))}.`);
    return { situation, sentences, remedy: null };
  }
  const enough = remedy.meetsObjective === false ? ', which is not enough yet' : '';
  const downtime = about(journey, durationText(remedy.figures.downtimeSecondsPerYear));
  sentences.push(say`${what} brings it to ${strong(downtime)}${enough}.`);
  return { situation, sentences, remedy: { label: remedyLabel(remedy, name), remedy } };
}

function opening(
  journey: JourneyReport,
  report: DesignReport,
  design: Design,
  journeyId: string | null,
  title: string | undefined,
): Sentence {
  const downtime = strong(saidDowntime(journey));
  const several = Object.keys(report.journeys).length > 1 && journeyId !== null;
  return several
    ? say`For ${bare(componentName(design, journeyId ?? ''))}, ${subjectInside(title)} is down ${downtime} a year.`
    : say`${subjectOf(title)} is down ${downtime} a year.`;
}

/** "; more app replicas save half a minute": what people would try first, where it is not what helps. */
function moreReplicas(journey: JourneyReport, design: Design, remedy: Remedy): string {
  const candidates = Object.entries(journey.parts)
    .filter(([id, part]) => id !== remedy.component && part.oneMore !== null && part.oneMore.changeSecondsPerYear < 0)
    .map(([id, part]) => ({
      id,
      saved: -(part.oneMore?.changeSecondsPerYear ?? 0),
      replicas: part.oneMore?.replicas ?? 0,
    }));
  const most = Math.max(0, ...candidates.map((candidate) => candidate.saved));
  if (most >= remedy.savedSecondsPerYear / 4 || most < 1) return '';
  const near = candidates.filter((candidate) => candidate.saved >= 0.9 * most).sort((a, b) => b.replicas - a.replicas);
  const best = near[0];
  return best
    ? `; more ${replicasOf(componentName(design, best.id), 'many')} save ${roundDurationText(best.saved)}`
    : '';
}

function withoutNumbers(
  situation: Situation,
  report: DesignReport,
  design: Design,
  journeyId: string | null,
  title: string | undefined,
): Sentence[] {
  if (situation === 'always-down') {
    const { part } = bindingSentence(report, design, journeyId, title);
    const cause =
      part === null
        ? 'something that every request needs is never up'
        : `${partInSentence(design, part)} ${isPlural(partName(design, part)) ? 'are' : 'is'} never up enough`;
    return [say`${subjectOf(title)} ${strong('never works')}: ${cause}.`];
  }
  if (situation === 'never-fails') {
    return [
      say`${subjectOf(title)} is ${strong('never down')}, since no component here can fail.`,
      say`Select one and say how often it is up, such as ${plain('99.9 %')}.`,
    ];
  }
  const { rest, sub } = bindingSentence(report, design, journeyId, title);
  return [say`${rest}.`, say`${/[.!?]$/.test(sub) ? sub : `${sub}.`}`];
}
