import { Graph, layout as arrange } from '@dagrejs/dagre';
import type { Design, Point } from '../model/scenario.ts';
import { boxAround, containersOf } from './containers.ts';
import { contentsOf } from './domain-content.ts';
import { nodeBox, overlaps, type Box } from './edge.ts';
import { NODE_SIZE } from './face.ts';
import { layeredPlaces } from './layers.ts';

const BETWEEN_COLUMNS = 100;
export const BETWEEN_ROWS = 40;

export type Places = Record<string, Point>;

/** Something that is laid out: a component, or a domain in which nothing stands as a whole. */
export interface Item {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** The groups that are spread over a domain; absent for a component. */
  readonly groups?: readonly string[];
}

/** The next larger container around each item and each container that holds one of them. */
function parentsAmong(items: readonly Item[], design: Design): [child: string, parent: string][] {
  const contents = contentsOf(design);
  const pairs: [string, string][] = [];
  const open = items.map(({ id, groups }) => ({ id, holds: groups === undefined ? 'members' : 'inner' }) as const);
  const seen = new Set<string>();
  for (const { id, holds } of open) {
    const from = holds === 'members' ? 0 : contents.findIndex((each) => each.id === id) + 1;
    const parent = contents.slice(from).find((each) => each[holds].includes(id))?.id;
    if (parent === undefined) continue;
    pairs.push([holds === 'members' ? `c:${id}` : `d:${id}`, `d:${parent}`]);
    if (!seen.has(parent)) open.push({ id: parent, holds: 'inner' });
    seen.add(parent);
  }
  return pairs;
}

export const nameOf = ({ id, groups }: Item): string => `${groups === undefined ? 'c' : 'd'}:${id}`;

/** Dagre sees everything by number: it keeps some names for itself. */
function arranged(items: readonly Item[], design: Design, betweenRows: number): Places {
  const graph = new Graph<object, { width?: number; height?: number; x?: number; y?: number }, object>({
    compound: true,
  });
  graph.setGraph({ rankdir: 'LR', nodesep: betweenRows, ranksep: BETWEEN_COLUMNS, ranker: 'network-simplex' });
  graph.setDefaultEdgeLabel(() => ({}));
  const numbers = new Map<string, string>();
  const number = (name: string): string => {
    const known = numbers.get(name) ?? `n${numbers.size}`;
    numbers.set(name, known);
    return known;
  };
  // Clients are held together in the first column by a caller that nobody sees.
  graph.setNode('clients', { width: 1, height: 1 });
  for (const item of items) {
    const { id, width, height } = item;
    graph.setNode(number(nameOf(item)), { width, height });
    if (design.components[id]?.kind === 'client') graph.setEdge('clients', number(`c:${id}`), { weight: 20 });
  }
  for (const [child, parent] of parentsAmong(items, design)) {
    if (!numbers.has(parent)) graph.setNode(number(parent), {});
    graph.setParent(number(child), number(parent));
  }
  for (const { from, to } of design.calls ?? []) {
    const [caller, callee] = [numbers.get(`c:${from}`), numbers.get(`c:${to}`)];
    if (caller === undefined || callee === undefined || from === to) continue;
    graph.setEdge(caller, callee);
    // A domain stands in the column of the first group that is spread over it.
    for (const item of items) if (item.groups?.[0] === to) graph.setEdge(caller, number(nameOf(item)));
  }
  arrange(graph);
  return Object.fromEntries(
    items.map((item): [string, Point] => {
      const { x = 0, y = 0 } = graph.node(number(nameOf(item))) ?? {};
      return [item.id, [Math.round(x - item.width / 2), Math.round(y - item.height / 2)]];
    }),
  );
}

/** How often a container covers a component, or a container, that does not belong to it. */
function strangers(items: readonly Item[], design: Design, places: Places): number {
  const containers = containersOf(design, places);
  const nodes = items.flatMap(({ id, groups }) => (groups === undefined ? [{ id, box: nodeBox(places[id]!) }] : []));
  return containers.reduce(
    (sum, one, index) =>
      sum +
      nodes.filter(({ id, box }) => !one.members.includes(id) && overlaps(one.box, box)).length +
      containers.slice(index + 1).filter((other) => !one.inner.includes(other.id) && overlaps(one.box, other.box))
        .length,
    0,
  );
}

/** The more domains stand in each other, the more room their borders need. */
const WIDENED = [BETWEEN_ROWS, 60, 90, 140];

/** Dagre draws more of them as well, but only after seconds. */
const MOST_FOR_DAGRE = 150;

/** Places by dagre, with the room between rows that leaves the fewest strangers in a container. */
function clustered(items: readonly Item[], design: Design): Places {
  const crossing = contentsOf(design).some(({ crossings }) => crossings > 0);
  let best: Places = {};
  let fewest = Infinity;
  for (const betweenRows of crossing ? WIDENED.slice(0, 1) : WIDENED) {
    const places = arranged(items, design, betweenRows);
    const count = strangers(items, design, places);
    if (count < fewest) best = places;
    fewest = Math.min(fewest, count);
    if (count === 0) break;
  }
  return best;
}

/** Many things in bands below each other, one for each outermost container and one for what stands in none. */
function banded(items: readonly Item[], design: Design): Places {
  const parents = new Map(parentsAmong(items, design));
  const bands = new Map<string, Item[]>();
  for (const item of items) {
    let band = parents.get(nameOf(item)) ?? '';
    for (let outer = parents.get(band); outer !== undefined; outer = parents.get(band)) band = outer;
    bands.set(band, [...(bands.get(band) ?? []), item]);
  }
  const places: Places = {};
  let top = 0;
  for (const band of bands.values()) {
    const laid = band.length <= MOST_FOR_DAGRE ? clustered(band, design) : layered(band, design);
    const { x, y, height } = boxAround(boxesOf(band, design, laid));
    for (const [id, at] of Object.entries(laid)) places[id] = [at[0] - x, at[1] - y + top];
    top += height + BETWEEN_ROWS;
  }
  return places;
}

/** In columns; domains of their own stand below, in rows. */
function layered(items: readonly Item[], design: Design): Places {
  const ids = items.flatMap(({ id, groups }) => (groups === undefined ? [id] : []));
  const places = layeredPlaces(ids, design, { betweenColumns: BETWEEN_COLUMNS, betweenRows: BETWEEN_ROWS });
  const bottom = Math.max(...Object.values(places).map(([, y]) => y)) + 2 * NODE_SIZE.height;
  const alone = items.filter(({ groups }) => groups !== undefined);
  for (const [index, { id, width, height }] of alone.entries()) {
    places[id] = [(index % 5) * (width + BETWEEN_ROWS), bottom + Math.floor(index / 5) * (height + BETWEEN_ROWS)];
  }
  return places;
}

/** What things cover, and the containers around them. */
export const boxesOf = (items: readonly Item[], design: Design, places: Places): Box[] => [
  ...items.map(({ id, width, height }) => ({ x: places[id]?.[0] ?? 0, y: places[id]?.[1] ?? 0, width, height })),
  ...containersOf(design, places)
    .filter(({ alone }) => !alone)
    .map(({ box }) => box),
];

/**
 * Places of things that belong together, from (0, 0) on: callers left of callees, the content of each domain together, and
 * where domains are nested, so far apart that nobody stands in a container that is not theirs. Where containers of
 * different kinds cross, that cannot be had.
 */
export function pieceLayout(items: readonly Item[], design: Design): Places {
  const places = items.length <= MOST_FOR_DAGRE ? clustered(items, design) : banded(items, design);
  const { x, y } = boxAround(boxesOf(items, design, places));
  return Object.fromEntries(Object.entries(places).map(([id, at]): [string, Point] => [id, [at[0] - x, at[1] - y]]));
}
