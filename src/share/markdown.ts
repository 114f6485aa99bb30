import { QUANTILES, type ClaimList, type CutSets, type DesignReport, type JourneyReport } from '../model/report.ts';
import type { Component, Design, Scenario } from '../model/scenario.ts';
import { KIND_SPECS } from '../model/kinds/kinds.ts';
import { claimCount, claimText, ifFalse, togetherSentence } from '../words/claims.ts';
import { cutSetCount, cutSetsShown, cutSetText } from '../words/cut-sets.ts';
import { singlePointsSentence } from '../words/importance.ts';
import { bracketSentence, knownAvailability, knownNines } from '../words/known.ts';
import { downtimeLabel, verdictMark, verdictText } from '../words/labels.ts';
import {
  goodWithinText,
  latencyText,
  latencyVerdictText,
  QUANTILE_NAMES,
  quantileLabel,
  successText,
} from '../words/latency.ts';
import { addedSentence } from '../words/latency-sentences.ts';
import { inFlightText, limitedOf, loadText, neededText, waitText } from '../words/load.ts';
import { headroomSentence } from '../words/load-sentences.ts';
import { atStart, domainName, nameOf } from '../words/names.ts';
import {
  availabilityText,
  chanceText,
  countText,
  durationText,
  percentText,
  rateText,
  sharesText,
} from '../words/numbers.ts';
import { outagesSentence, outagesUnknown, perYearText } from '../words/outages.ts';
import { membersOf } from '../words/parts.ts';
import { auditSentence, bindingSentence, naiveSentence } from '../words/sentences.ts';
import { sentenceText } from '../words/sentence.ts';
import { worstJourney } from '../words/situation.ts';
import { hasTimes } from '../words/times.ts';
import { valueText } from '../words/value-text.ts';

/** The likeliest cut sets by journey, where they were asked for. */
type KnownCutSets = Readonly<Record<string, CutSets>>;

/**
 * One design's report as Markdown: what it promises, what holds it back, what the number rests on, every component and
 * domain, what was found.
 */
export function markdownReport(
  scenario: Scenario,
  index: number,
  report: DesignReport,
  cutSets: KnownCutSets = {},
): string {
  const design = scenario.designs[index];
  if (!design) return '';
  const ids = Object.keys(report.journeys);
  const worst = worstJourney(report);
  const shown = worst === null ? null : (report.journeys[worst] ?? null);
  const blocks = [
    `# ${line(scenario.title ?? 'Untitled')}: ${line(design.name)}`,
    ...(scenario.notes ? [line(scenario.notes)] : []),
    ...ids.flatMap((id) => journeyBlocks(id, report, design, index, scenario.title, cutSets[id])),
    ...(ids.length === 0 ? [line(bindingSentence(report, design, worst, scenario.title).rest)] : []),
    componentTable(design, report, shown),
    domainTable(design, report, shown),
    ...loadBlocks(design, report),
    ...(report.findings.length === 0
      ? []
      : ['## Findings', report.findings.map((finding) => `- ${line(finding.message)}`).join('\n')]),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function journeyBlocks(
  id: string,
  report: DesignReport,
  design: Design,
  index: number,
  title: string | undefined,
  cutSets: CutSets | undefined,
): string[] {
  const journey = report.journeys[id];
  const client = design.components[id];
  if (!journey || !client) return [];
  const { subject, rest, sub } = bindingSentence(report, design, id, title);
  return [
    `## ${line(nameOf(id, client))}`,
    table(
      ['availability', 'nines', 'downtime', 'objective'],
      [
        [
          knownAvailability(journey),
          knownNines(journey),
          downtimeLabel(journey),
          journey.objective ? `${verdictMark(journey.objective)} ${verdictText(journey.objective)}` : 'none',
        ],
      ],
    ),
    ...latencyBlocks(journey),
    line(`${subject}${rest.startsWith(' ') || subject === '' ? '' : ' '}${rest}.${sub === '' ? '' : ` ${sub}.`}`),
    list([
      journey.bracket === null ? '' : bracketSentence(journey.bracket),
      atStart(outagesSentence(journey.outages)),
      outagesUnknown(journey.outages, design, index)
        .map(({ text }) => text)
        .join(''),
      Object.keys(journey.parts).length === 0 ? '' : singlePointsSentence(membersOf(journey), design),
      auditSentence(journey),
      naiveSentence(journey),
    ]),
    ...(journey.claims === null ? [] : claimBlocks(journey.claims, design, report)),
    ...(cutSets === undefined ? [] : cutSetBlocks(cutSets, design, report)),
  ];
}

/** How long requests take and how many are answered well, where any time is written. */
function latencyBlocks(journey: JourneyReport): string[] {
  const { latencySeconds, latency, goodWithin } = journey;
  if (latencySeconds === null || latency === null || !hasTimes(journey)) return [];
  const { objective } = latency;
  const names = [...QUANTILE_NAMES, 'mean' as const];
  return [
    table(
      [...names.map((name) => (name === 'mean' ? name : quantileLabel(QUANTILES[name]))), 'success', 'objective'],
      [
        [
          ...names.map((name) => latencyText(latencySeconds[name])),
          latency.states.counted === 0 ? 'none' : successText(latency),
          objective === null ? 'none' : `${verdictMark(objective)} ${latencyVerdictText(objective)}`,
        ],
      ],
    ),
    list([
      ...goodWithin.map((good) => `${goodWithinText(good)}, outages included`),
      sentenceText(addedSentence(journey)),
    ]),
  ];
}

function claimBlocks(claims: ClaimList, design: Design, report: DesignReport): string[] {
  const rows = claims.claims.map((claim) => [claimText(claim, design, report), ifFalse(claim)]);
  return [
    `### ${claimCount(claims)}`,
    line(sentence(togetherSentence(claims))),
    rows.length === 0 ? '' : table(['claim', `if ${percentText(claims.beta)} of those failures were shared`], rows),
  ];
}

function cutSetBlocks(cutSets: CutSets, design: Design, report: DesignReport): string[] {
  const rows = cutSets.sets.map((set) => [
    cutSetText(set, design, report),
    countText(set.order),
    chanceText(set.probability),
    sharesText(set.share),
  ]);
  if (rows.length === 0) return [];
  return [
    '### What fails it',
    line([cutSetCount(cutSets), cutSetsShown(cutSets)].map(sentence).join(' ')),
    table(['together', 'failures', 'chance', 'share of the downtime'], rows),
  ];
}

/** How busy the workers are that are limited, the fullest first. */
function loadBlocks(design: Design, report: DesignReport): string[] {
  const rows = limitedOf(report).map(([id, load]) => [
    nameOf(id, design.components[id]!),
    rateText(load.ratePerSecond),
    loadText(load),
    percentText(load.target),
    inFlightText(load.concurrency),
    neededText(load.replicasNeeded),
    waitText(load.waitSeconds.mean),
    waitText(load.waitSeconds.p99),
    load.saturatesAtRatePerSecond === null ? '' : rateText(load.saturatesAtRatePerSecond),
  ]);
  if (rows.length === 0) return [];
  const header = ['component', 'requests', 'busy', 'target', 'in flight', 'needed', 'mean wait', 'p99 wait', 'full at'];
  return ['## Load', line(sentenceText(headroomSentence(report, design))), table(header, rows)];
}

/** The sentence with its full stop; nothing for none. */
const sentence = (text: string): string => (text === '' ? '' : `${text}.`);

const list = (sentences: readonly string[]): string =>
  sentences
    .filter((text) => text !== '')
    .map((text) => `- ${line(text)}`)
    .join('\n');

function componentTable(design: Design, report: DesignReport, journey: JourneyReport | null): string {
  const rows = Object.entries(design.components)
    .filter(([, component]) => component.kind !== 'client')
    .map(([id, component]) => componentRow(id, component, report, journey));
  if (rows.length === 0) return '';
  return `## Components\n\n${table(['component', 'kind', 'replicas', 'one is up', 'group is up', 'causes', 'downtime a year', 'outages a year'], rows)}`;
}

function componentRow(id: string, component: Component, report: DesignReport, journey: JourneyReport | null): string[] {
  const own = report.components[id];
  const part = journey?.parts[id];
  const counted = component.kind !== 'gate' && component.kind !== 'external';
  return [
    nameOf(id, component),
    KIND_SPECS[component.kind].label.toLowerCase(),
    counted && own ? `${own.needed} of ${own.replicas}` : '',
    component.up === undefined ? '' : valueText(component.up),
    own ? availabilityText(own.own.unavailability) : '',
    part ? sharesText(part.share) : '',
    part ? durationText(part.downtimeSecondsPerYear) : '',
    own && own.outages.perYear !== null ? perYearText(own.outages.perYear) : '',
  ];
}

function domainTable(design: Design, report: DesignReport, journey: JourneyReport | null): string {
  const rows = Object.entries(report.domains).map(([id, { own, outages }]) => {
    const part = journey?.domains[id];
    return [
      domainName(design, id),
      design.domains?.[id]?.kind ?? '',
      availabilityText(own.unavailability),
      part ? sharesText(part.share) : '',
      part ? durationText(part.downtimeSecondsPerYear) : '',
      outages.perYear === null ? '' : perYearText(outages.perYear),
    ];
  });
  if (rows.length === 0) return '';
  return `## Domains\n\n${table(['domain', 'kind', 'is up', 'causes', 'downtime a year', 'outages a year'], rows)}`;
}

/** Text of a person as one line that means nothing to Markdown. */
const line = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');

const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, header.map(() => '---'), ...rows.map((row) => row.map(line))]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
