import { Graph, layout as arrange } from '@dagrejs/dagre';
import type { BoardText, Design, Point, Scenario } from '../model/scenario.ts';
import { overlaps, type Box } from './edge.ts';
import { NODE_SIZE } from './face.ts';
import { layeredPlaces } from './layers.ts';
import { textBox } from './text-note.ts';

const BETWEEN_COLUMNS = 100;
const BETWEEN_ROWS = 40;
const MARGIN = 40;
const ROW_LENGTH = 5;
/** Dagre draws more of them as well, but only after seconds. */
const MOST_FOR_DAGRE = 150;

type Places = Record<string, Point>;

/** Components of a design that have no place on the board yet. */
export function missingPositions(scenario: Scenario, designIndex: number): string[] {
  const at = scenario.at ?? {};
  return Object.keys(scenario.designs[designIndex]?.components ?? {}).filter((id) => !Object.hasOwn(at, id));
}

/**
 * Places for a design's components: callers left of callees, nothing overlaps, pieces that are not connected stand below
 * each other, free texts stay clear. With `existing`, only those without a place get one, below the others.
 */
export function layout(
  design: Design,
  existing: Readonly<Record<string, Point>> = {},
  texts: Readonly<Record<string, BoardText>> = {},
): Places {
  const ids = Object.keys(design.components);
  const missing = ids.filter((id) => !Object.hasOwn(existing, id));
  const places: Places = {};
  const all = pieces(missing, design);
  let top = 0;
  for (const piece of all.filter((members) => members.length > 1)) {
    for (const [id, [x, y]] of Object.entries(pieceLayout(piece, design))) {
      places[id] = [x, y + top];
    }
    top = Math.max(...Object.values(places).map(([, y]) => y)) + NODE_SIZE.height + BETWEEN_ROWS;
  }
  for (const [index, [id]] of all.filter((members) => members.length === 1).entries()) {
    if (id !== undefined) places[id] = placeInRows(index, top);
  }
  const standing = ids.flatMap((id) => (Object.hasOwn(existing, id) ? [boxOf(existing[id] ?? [0, 0])] : []));
  return clearOf(places, standing, Object.values(texts).map(textBox));
}

/** What no call connects stands in rows, like books on a shelf. */
const placeInRows = (index: number, top: number): Point => [
  (index % ROW_LENGTH) * (NODE_SIZE.width + BETWEEN_ROWS),
  top + Math.floor(index / ROW_LENGTH) * (NODE_SIZE.height + BETWEEN_ROWS),
];

const boxOf = ([x, y]: Point): Box => ({ x, y, ...NODE_SIZE });

/** Groups of components that calls connect, in the order of the document. */
function pieces(ids: readonly string[], design: Design): string[][] {
  const neighbours = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const { from, to } of design.calls ?? []) {
    if (!neighbours.has(from) || !neighbours.has(to)) continue;
    neighbours.get(from)?.push(to);
    neighbours.get(to)?.push(from);
  }
  const seen = new Set<string>();
  return ids.flatMap((start) => {
    if (seen.has(start)) return [];
    seen.add(start);
    const piece = [start];
    for (const id of piece) {
      for (const next of neighbours.get(id) ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        piece.push(next);
      }
    }
    const members = new Set(piece);
    return [ids.filter((id) => members.has(id))];
  });
}

/** Places of connected components, from (0, 0) on. */
const pieceLayout = (ids: readonly string[], design: Design): Places =>
  ids.length <= MOST_FOR_DAGRE
    ? dagreLayout(ids, design)
    : layeredPlaces(ids, design, { betweenColumns: BETWEEN_COLUMNS, betweenRows: BETWEEN_ROWS });

/** Dagre sees them by number: it keeps some names for itself. */
function dagreLayout(ids: readonly string[], design: Design): Places {
  const graph = new Graph<object, { width: number; height: number; x?: number; y?: number }, object>();
  graph.setGraph({ rankdir: 'LR', nodesep: BETWEEN_ROWS, ranksep: BETWEEN_COLUMNS, ranker: 'network-simplex' });
  graph.setDefaultEdgeLabel(() => ({}));
  const node = new Map(ids.map((id, index) => [id, `n${index}`]));
  // Clients are held together in the first column by a caller that nobody sees.
  graph.setNode('clients', { width: 1, height: 1 });
  for (const [id, name] of node) {
    graph.setNode(name, { ...NODE_SIZE });
    if (design.components[id]?.kind === 'client') graph.setEdge('clients', name, { weight: 20 });
  }
  for (const call of design.calls ?? []) {
    const [from, to] = [node.get(call.from), node.get(call.to)];
    if (from !== undefined && to !== undefined && from !== to) graph.setEdge(from, to);
  }
  arrange(graph);
  const corners = [...node].map(([id, name]): [string, Point] => {
    const { x = 0, y = 0 } = graph.node(name) ?? {};
    return [id, [Math.round(x - NODE_SIZE.width / 2), Math.round(y - NODE_SIZE.height / 2)]];
  });
  const left = Math.min(...corners.map(([, [x]]) => x));
  const top = Math.min(...corners.map(([, [, y]]) => y));
  return Object.fromEntries(corners.map(([id, [x, y]]) => [id, [x - left, y - top]]));
}

/** Moves all places together: below what stands already, and clear of the texts by as little as possible. */
function clearOf(places: Places, standing: readonly Box[], texts: readonly Box[]): Places {
  const boxes = Object.values(places).map(boxOf);
  if (boxes.length === 0) return places;
  const left = standing.length > 0 ? Math.min(...standing.map((box) => box.x)) : MARGIN;
  const below = Math.max(MARGIN, ...standing.map((box) => box.y + box.height + BETWEEN_ROWS));
  const starts = [below, ...texts.map((text) => Math.max(below, text.y + text.height + BETWEEN_ROWS / 2))];
  const isClear = (top: number): boolean =>
    !boxes.some((box) => texts.some((text) => overlaps({ ...box, x: box.x + left, y: box.y + top }, text)));
  const top = starts.sort((a, b) => a - b).find(isClear) ?? below;
  return Object.fromEntries(Object.entries(places).map(([id, [x, y]]) => [id, [x + left, y + top]]));
}
