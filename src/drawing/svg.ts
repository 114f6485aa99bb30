import type { DesignReport } from '../model/report.ts';
import { callIds, type Call, type Design, type Point, type Scenario } from '../model/scenario.ts';
import { LENS_LABELS } from '../words/views.ts';
import type { Lens } from '../words/labels.ts';
import { componentName } from '../words/names.ts';
import { rateText } from '../words/numbers.ts';
import { worstJourney } from '../words/situation.ts';
import { bends, callLabel, edgeBox, into, nodeBox, orderLabel, outOf, type Box } from './edge.ts';
import { containerFace, headText } from './container-face.ts';
import { boxAround, containersOf, domainPlaces, headBox } from './containers.ts';
import { NODE_SIZE, nodeFace } from './face.ts';
import { containerSvg } from './svg-container.ts';
import { surroundingsOf } from './surroundings.ts';
import { callsSvg, type DrawnCall } from './svg-call.ts';
import { headingSvg } from './svg-heading.ts';
import { nodeSvg } from './svg-node.ts';
import { TEXT_NOTE, textBox, textLines } from './text-note.ts';
import { THEMES, type ThemeName, type Tokens } from './theme.ts';
import { element, escaped, textElement } from './xml.ts';

export interface PictureOptions {
  readonly theme: ThemeName;
  readonly lens: Lens;
  /** The worst one where none is named. */
  readonly journey?: string | null;
}

const MARGIN = 36;
const LEAST_WIDTH = 640;
const FONTS = "Inter, ui-sans-serif, system-ui, 'Segoe UI', 'Liberation Sans', Arial, sans-serif";

/**
 * One design as a picture that stands alone: background, title, numbers, domains, components, calls, free texts. Without style
 * sheets, scripts, markers or ids, so that it can stand in any page and survives import into other programs.
 */
export function boardSvg(
  scenario: Scenario,
  designIndex: number,
  report: DesignReport | null,
  options: PictureOptions,
): string {
  const colours = THEMES[options.theme];
  const design: Design = scenario.designs[designIndex] ?? { name: '', components: {} };
  const journeyId = options.journey ?? (report ? worstJourney(report) : null);
  const journey = report && journeyId !== null ? report.journeys[journeyId] : undefined;
  const places = placesOf(design, scenario);
  const bound = journey?.binding ?? null;
  const binding = bound?.of === 'component' ? bound.component : null;

  const nodes = Object.entries(design.components).map(([id, component]) => {
    const face = nodeFace(
      component,
      id,
      report?.components[id],
      journey?.parts[id],
      options.lens,
      id === binding,
      surroundingsOf(scenario, designIndex, id),
    );
    return nodeSvg(id, placeOf(places, id), face, colours);
  });
  const boxes = Object.keys(design.components).map((id) => nodeBox(placeOf(places, id)));
  const rates = options.lens === 'load' ? (report?.load?.calls ?? {}) : {};
  const calls = drawnCalls(design, places, binding, rates);
  const at = { ...scenario.at, ...Object.fromEntries(places) };
  const containers = containersOf(design, { ...at, ...domainPlaces(design, at, scenario.texts) });
  const { variables = {} } = scenario;
  const domains = containers.map((container) => {
    const { id } = container;
    const binds = bound?.of === 'domain' && bound.component === id;
    const face = containerFace(design, container, report, journey?.domains[id], binds, variables);
    return containerSvg(container, face, colours);
  });
  const heads = containers.map((container) => headBox(container, headText(design, container.id, variables)));
  const texts = Object.values(scenario.texts ?? {});
  const board = around([
    ...boxes,
    ...calls.map((call) => edgeBox(call.from, call.to, call.bend)),
    ...texts.map(textBox),
    ...containers.map(({ box }) => box),
  ]);

  const inner = Math.max(board.width, LEAST_WIDTH);
  const heading = headingSvg(scenario, designIndex, report, journeyId, inner, colours);
  const top = MARGIN + heading.height + MARGIN;
  const foot = report ? LENS_LABELS[options.lens] : '';
  const width = inner + 2 * MARGIN;
  const height = top + board.height + (foot === '' ? 0 : 30) + MARGIN;
  const drawn =
    domains.join('\n') +
    callsSvg(calls, [...boxes, ...heads], colours) +
    nodes.join('\n') +
    texts.map((note) => textSvg(note.at, textLines(note), colours)).join('\n');

  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${Math.round(width * 100) / 100} ${Math.round(height * 100) / 100}`,
      role: 'img',
      'font-family': FONTS,
      'font-size': 13,
    },
    `${element('title', {}, escaped(heading.says))}
${element('rect', { width, height, fill: colours.paper })}
${shifted(MARGIN, MARGIN, heading.svg)}
${shifted(MARGIN - board.x + (inner - board.width) / 2, top - board.y, drawn)}
${textElement(width - MARGIN, height - MARGIN + 6, foot, { 'text-anchor': 'end', fill: colours['ink-2'] })}
`,
  );
}

const shifted = (x: number, y: number, inside: string): string =>
  element('g', { transform: `translate(${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100})` }, inside || ' ');

const placeOf = (places: ReadonlyMap<string, Point>, id: string): Point => places.get(id) ?? [0, 0];

/** Where components stand; those without a place in a row below the others. */
function placesOf(design: Design, scenario: Scenario): ReadonlyMap<string, Point> {
  const at = scenario.at ?? {};
  const ids = Object.keys(design.components);
  const placed = ids.flatMap((id): [string, Point][] => (Object.hasOwn(at, id) ? [[id, at[id] ?? [0, 0]]] : []));
  const below = Math.max(0, ...placed.map(([, [, y]]) => y + NODE_SIZE.height + 48));
  const rest = ids
    .filter((id) => !Object.hasOwn(at, id))
    .map((id, index): [string, Point] => [id, [index * (NODE_SIZE.width + 60), below]]);
  return new Map([...placed, ...rest]);
}

function drawnCalls(
  design: Design,
  places: ReadonlyMap<string, Point>,
  binding: string | null,
  rates: Readonly<Record<string, number>>,
): DrawnCall[] {
  const calls: readonly Call[] = design.calls ?? [];
  const ids = callIds(calls);
  const bent = bends(calls);
  return calls.flatMap((call, index): DrawnCall[] => {
    const [from, to] = [places.get(call.from), places.get(call.to)];
    if (!from || !to) return [];
    const id = ids[index] ?? '';
    const rate = rates[id];
    return [
      {
        id,
        from: outOf(from),
        to: into(to),
        bend: bent[index] ?? 0,
        label: callLabel(call, rate === undefined ? null : rateText(rate)),
        order: orderLabel(call, calls),
        names: [componentName(design, call.from), componentName(design, call.to)],
        ends: [call.from, call.to],
        quiet: call.optional === true || call.async === true,
        binding: call.to === binding,
      },
    ];
  });
}

function textSvg([x, y]: Point, lines: readonly string[], colours: Tokens): string {
  const { size, line, padding } = TEXT_NOTE;
  return lines
    .map((text, index) =>
      textElement(x + padding, y + padding + size + index * line, text, { 'font-size': size, fill: colours.ink }),
    )
    .join('');
}

/** The box around all of them, with room for a tag above. */
function around(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return { x: 0, y: 0, width: LEAST_WIDTH, height: 40 };
  const { x, y, width, height } = boxAround(boxes);
  return { x, y: y - 14, width, height: height + 14 };
}
