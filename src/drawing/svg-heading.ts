import type { DesignReport, JourneyReport } from '../model/report.ts';
import type { Scenario } from '../model/scenario.ts';
import { bracketSentence, knownAvailability, worstKnown } from '../words/known.ts';
import { downtimeLabel, verdictMark, verdictText } from '../words/labels.ts';
import { latencyVerdictText, leadingText } from '../words/latency.ts';
import { componentName } from '../words/names.ts';
import { auditSentence, bindingSentence } from '../words/sentences.ts';
import { hasTimes } from '../words/times.ts';
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
  const headline = known ? figureLine(journey, width, colours) : { svg: '', left: '' };
  const why = journey?.bracket ? bracketSentence(journey.bracket) : '';
  const under = [
    [headline.left],
    known ? [downtimeLabel(journey), auditSentence(journey)] : [],
    [why === sub ? '' : why],
    [sub],
  ]
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
  const says = [
    title,
    known ? knownAvailability(journey) : '',
    journey?.objective ? verdictText(journey.objective) : '',
    hasTimes(journey) && journey !== undefined && headline.left === '' ? leadingText(journey) : '',
    sentence,
    ...under,
  ]
    .filter((part) => part !== '')
    .join('. ');
  return { svg: top + headline.svg + sentenceSvg + underSvg, height: underTop + underLines.length * 19, says };
}

/** One line of the sentence, with its subject set apart. */
function sentenceLine(line: string, subject: string, y: number, colours: Tokens): string {
  const apart = subject !== '' && line.startsWith(subject) ? subject : '';
  const inside = element('tspan', { fill: colours.bind }, escaped(apart)) + escaped(line.slice(apart.length));
  const attributes = { x: 0, y, 'font-size': 16, 'font-weight': 600, fill: colours.ink };
  return element('text', attributes, apart === '' ? escaped(line) : inside);
}

interface Kept {
  readonly met: boolean | null;
  readonly text: string;
}

/** The availability with its verdict, and behind it, where there is room, the time with its own. */
function figureLine(journey: JourneyReport, width: number, colours: Tokens) {
  const { objective, latency } = journey;
  const first = figure(
    0,
    knownAvailability(journey),
    34,
    objective && { met: objective.met, text: `${verdictMark(objective)} ${verdictText(objective)}` },
    colours,
  );
  if (!hasTimes(journey)) return { svg: first.svg, left: '' };
  const promised = latency?.objective ?? null;
  const kept = promised && { met: promised.met, text: `${verdictMark(promised)} ${latencyVerdictText(promised)}` };
  const time = leadingText(journey);
  const second = figure(first.end + 32, time, 22, kept, colours);
  if (second.end <= width) return { svg: first.svg + second.svg, left: '' };
  return { svg: first.svg, left: kept === null ? time : `${time}, ${kept.text}` };
}

/** A number in large letters, and whether it keeps what was promised. */
function figure(x: number, text: string, size: number, kept: Kept | null, colours: Tokens) {
  const number = textElement(x, 64, text, { 'font-size': size, 'font-weight': 700, fill: colours.ink });
  const end = x + textWidth(text, size, true);
  if (kept === null) return { svg: number, end };
  const fill = kept.met === null ? colours['ink-2'] : kept.met ? colours.ok : colours.bad;
  const said = textElement(end + 18, 62, kept.text, { 'font-size': 15, 'font-weight': 600, fill });
  return { svg: number + said, end: end + 18 + textWidth(kept.text, 15, true) };
}
