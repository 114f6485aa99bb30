import type { Point } from '../model/scenario.ts';
import { edgePath, LABEL_HEIGHT, orderPoint, placedLabel, type Box } from './edge.ts';
import type { Tokens } from './theme.ts';
import { element, escaped, textElement } from './xml.ts';

/** A call as it is drawn: from and to are the points where it leaves and comes in. */
export interface DrawnCall {
  readonly id: string;
  readonly from: Point;
  readonly to: Point;
  readonly bend: number;
  readonly label: string | null;
  readonly order: string | null;
  readonly names: readonly [caller: string, callee: string];
  readonly ends: readonly [caller: string, callee: string];
  readonly quiet: boolean;
  readonly binding: boolean;
}

/** All arrows, their labels clear of the nodes and of each other. */
export function callsSvg(calls: readonly DrawnCall[], nodes: readonly Box[], colours: Tokens): string {
  const obstacles = [...nodes];
  return calls.map((call) => callSvg(call, obstacles, colours)).join('\n');
}

/** An arrow with its head at the callee, its label where there is room, its order at the caller's end. */
function callSvg(call: DrawnCall, obstacles: Box[], colours: Tokens): string {
  const [x, y] = call.to;
  const stroke = call.binding ? colours.bind : colours.edge;
  const says = `${call.names[0]} calls ${call.names[1]}${call.label === null ? '' : ` (${call.label})`}`;
  const line = element('path', {
    d: edgePath(call.from, [x - 6, y], call.bend),
    fill: 'none',
    stroke,
    'stroke-width': call.binding ? 2.6 : 1.8,
    'stroke-dasharray': call.quiet ? '6 5' : undefined,
  });
  const head = element('path', { d: `M${x - 10} ${y - 5}L${x} ${y}L${x - 10} ${y + 5}z`, fill: stroke });
  const order =
    call.order === null
      ? ''
      : textElement(...orderPoint(call.from, call.to, call.bend), call.order, {
          'font-size': 12,
          fill: colours['ink-2'],
          'text-anchor': 'middle',
        });
  return element(
    'g',
    { 'data-call': call.id, 'data-from': call.ends[0], 'data-to': call.ends[1] },
    element('title', {}, escaped(says)) + line + head + order + label(call, obstacles, colours),
  );
}

/** The label of a call; where it stands becomes an obstacle to the next ones. */
function label(call: DrawnCall, obstacles: Box[], colours: Tokens): string {
  if (call.label === null) return '';
  const placed = placedLabel(call.label, call.from, call.to, obstacles, call.bend);
  if (placed === null) return '';
  const {
    text,
    at: [x, y],
    width,
  } = placed;
  const box = { x: x - width / 2, y: y - LABEL_HEIGHT / 2, width, height: LABEL_HEIGHT };
  obstacles.push(box);
  return (
    element('rect', { ...box, rx: 6, fill: colours.paper }) +
    textElement(x, y + 4, text, { 'font-size': 12, fill: colours['ink-2'], 'text-anchor': 'middle' })
  );
}
