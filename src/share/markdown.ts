import type { DesignReport, JourneyReport } from '../model/report.ts';
import type { Component, Design, Scenario } from '../model/scenario.ts';
import { KIND_SPECS } from '../model/kinds/kinds.ts';
import { downtimeLabel, verdictMark, verdictText } from '../words/labels.ts';
import { nameOf } from '../words/names.ts';
import { availabilityText, durationText, ninesText, sharesText } from '../words/numbers.ts';
import { auditSentence, bindingSentence, naiveSentence } from '../words/sentences.ts';
import { worstJourney } from '../words/situation.ts';
import { valueText } from '../words/value-text.ts';

/** One design's report as Markdown: what it promises, what holds it back, every component, what was found. */
export function markdownReport(scenario: Scenario, index: number, report: DesignReport): string {
  const design = scenario.designs[index];
  if (!design) return '';
  const ids = Object.keys(report.journeys);
  const worst = worstJourney(report);
  const blocks = [
    `# ${line(scenario.title ?? 'Untitled')}: ${line(design.name)}`,
    ...(scenario.notes ? [line(scenario.notes)] : []),
    ...ids.flatMap((id) => journeyBlocks(id, report, design, scenario.title)),
    ...(ids.length === 0 ? [line(bindingSentence(report, design, worst, scenario.title).rest)] : []),
    componentTable(design, report, worst === null ? null : (report.journeys[worst] ?? null)),
    ...(report.findings.length === 0
      ? []
      : ['## Findings', report.findings.map((finding) => `- ${line(finding.message)}`).join('\n')]),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function journeyBlocks(id: string, report: DesignReport, design: Design, title: string | undefined): string[] {
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
          availabilityText(journey.unavailability),
          ninesText(journey.nines),
          downtimeLabel(journey.downtimeSecondsPerYear),
          journey.objective ? `${verdictMark(journey.objective)} ${verdictText(journey.objective)}` : 'none',
        ],
      ],
    ),
    line(`${subject}${rest.startsWith(' ') || subject === '' ? '' : ' '}${rest}.${sub === '' ? '' : ` ${sub}.`}`),
    [auditSentence(journey), naiveSentence(journey)]
      .filter((sentence) => sentence !== '')
      .map((sentence) => `- ${line(sentence)}`)
      .join('\n'),
  ];
}

function componentTable(design: Design, report: DesignReport, journey: JourneyReport | null): string {
  const rows = Object.entries(design.components)
    .filter(([, component]) => component.kind !== 'client')
    .map(([id, component]) => componentRow(id, component, report, journey));
  if (rows.length === 0) return '';
  return `## Components\n\n${table(['component', 'kind', 'replicas', 'one is up', 'group is up', 'causes', 'downtime a year'], rows)}`;
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
  ];
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
