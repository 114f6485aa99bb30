import type { DesignReport } from '../model/report.ts';
import type { Scenario } from '../model/scenario.ts';
import { bracketSentence, knownAvailability, worstKnown } from '../words/known.ts';
import { downtimeLabel, verdictMark, verdictText } from '../words/labels.ts';
import { componentName } from '../words/names.ts';
import { auditSentence, bindingSentence } from '../words/sentences.ts';
import { ellipsised, textWidth, wrapped } from './text-width.ts';
import type { Tokens } from './theme.ts';
import { element, escaped, textElement } from './xml.ts';

/** Lines of text and how high they are together. */
interface Heading {
  readonly svg: string;
  readonly height: number;
  /** The same in one line, for those who cannot see it. */
  readonly says: string;
}

/** Title, availability with its verdict, and what holds the design back. */
export function headingSvg(
  scenario: Scenario,
  designIndex: number,
  report: DesignReport | null,
  journeyId: string | null,
  width: number,
  colours: Tokens,
): Heading {
  const design = scenario.designs[designIndex];
  const name = scenario.title?.trim() || 'Untitled';
  const several = report !== null && Object.keys(report.journeys).length > 1;
  const title = [
    name,
    scenario.designs.length > 1 && design ? design.name : '',
    several && design && journeyId !== null ? componentName(design, journeyId) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
  const top = textElement(0, 20, ellipsised(title, width, 20, true), {
    'font-size': 20,
    'font-weight': 600,
    fill: colours.ink,
  });
  if (!report || !design) return { svg: top, height: 30, says: title };
  const journey = journeyId === null ? undefined : report.journeys[journeyId];
  const { subject, rest, sub } = bindingSentence(report, design, journeyId, scenario.title);
  const sentence = `${subject}${rest}`;
  const lines = wrapped(sentence, width, 16, true);
  const known = journey !== undefined && worstKnown(journey).unavailability !== null;
  const figures = known ? 78 : 30;
  const why = journey?.bracket ? bracketSentence(journey.bracket) : '';
  const under = [known ? [downtimeLabel(journey), auditSentence(journey)] : [], [why === sub ? '' : why], [sub]]
    .map((parts) => parts.filter((part) => part !== '').join(' · '))
    .filter((line) => line !== '');
  const sentenceSvg = lines
    .map((line, index) => sentenceLine(line, index === 0 ? subject : '', figures + 24 + index * 22, colours))
    .join('');
  const underTop = figures + 24 + lines.length * 22;
  const underLines = under.flatMap((line) => wrapped(line, width, 13));
  const underSvg = underLines
    .map((line, index) => textElement(0, underTop + index * 19, line, { fill: colours['ink-2'] }))
    .join('');
  const headline = known ? figureLine(knownAvailability(journey), journey.objective, colours) : '';
  const says = [
    title,
    known ? knownAvailability(journey) : '',
    journey?.objective ? verdictText(journey.objective) : '',
    sentence,
    ...under,
  ]
    .filter((part) => part !== '')
    .join('. ');
  return { svg: top + headline + sentenceSvg + underSvg, height: underTop + underLines.length * 19, says };
}

/** One line of the sentence, with its subject set apart. */
function sentenceLine(line: string, subject: string, y: number, colours: Tokens): string {
  const apart = subject !== '' && line.startsWith(subject) ? subject : '';
  const inside = element('tspan', { fill: colours.bind }, escaped(apart)) + escaped(line.slice(apart.length));
  const attributes = { x: 0, y, 'font-size': 16, 'font-weight': 600, fill: colours.ink };
  return element('text', attributes, apart === '' ? escaped(line) : inside);
}

type Verdict = NonNullable<DesignReport['journeys'][string]['objective']>;

function figureLine(availability: string, objective: Verdict | null, colours: Tokens): string {
  const number = textElement(0, 64, availability, { 'font-size': 34, 'font-weight': 700, fill: colours.ink });
  if (!objective) return number;
  return (
    number +
    textElement(textWidth(availability, 34, true) + 18, 62, `${verdictMark(objective)} ${verdictText(objective)}`, {
      'font-size': 15,
      'font-weight': 600,
      fill: objective.met === null ? colours['ink-2'] : objective.met ? colours.ok : colours.bad,
    })
  );
}
