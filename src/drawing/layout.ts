import { domainsOf, withAncestors } from '../model/domains.ts';
import type { BoardText, Design, Point, Scenario } from '../model/scenario.ts';
import { aloneItems, boxAround, domainPlaces } from './containers.ts';
import { nodeBox, overlaps, type Box } from './edge.ts';
import { NODE_SIZE } from './face.ts';
import { BETWEEN_ROWS, boxesOf, nameOf, pieceLayout, type Item, type Places } from './layout-piece.ts';
import { textBox } from './text-note.ts';

const MARGIN = 40;
const ROW_LENGTH = 5;

/** Components of a design that have no place on the board yet. */
export function missingPositions(scenario: Scenario, designIndex: number): string[] {
  const at = scenario.at ?? {};
  return Object.keys(scenario.designs[designIndex]?.components ?? {}).filter((id) => !Object.hasOwn(at, id));
}

/**
 * Places for a design's components and for its domains that have one of their own: callers left of callees, nothing
 * overlaps, pieces that nothing connects stand below each other, free texts stay clear. With `existing`, only those
 * without a place get one, below the others.
 */
export function layout(
  design: Design,
  existing: Readonly<Record<string, Point>> = {},
  texts: Readonly<Record<string, BoardText>> = {},
): Places {
  const ids = Object.keys(design.components);
  const missing = ids.filter((id) => !Object.hasOwn(existing, id));
  // Where components stand already, domains keep to these.
  const alone: Item[] = missing.length === ids.length ? aloneItems(design, existing) : [];
  const [nested, outer] = [true, false].map((inside) =>
    alone.filter((item) => domainsAround(item, design).size > 0 === inside),
  ) as [Item[], Item[]];
  const items: Item[] = [...missing.map((id) => ({ id, ...NODE_SIZE })), ...nested];
  const places: Places = {};
  const all = pieces(items, design);
  const isSingle = ([item, ...rest]: Item[]): boolean =>
    rest.length === 0 && item !== undefined && domainsAround(item, design).size === 0;
  let top = 0;
  for (const piece of all.filter((members) => !isSingle(members))) {
    const laid = pieceLayout(piece, design);
    for (const [id, [x, y]] of Object.entries(laid)) places[id] = [x, y + top];
    const { height } = boxAround(boxesOf(piece, design, laid));
    top += height + BETWEEN_ROWS;
  }
  // What nothing connects stands in rows, and domains that stand in no other in rows below all that is spread over them.
  for (const row of [...rowsOf(all.filter(isSingle).flat()), ...rowsOf(outer)]) {
    let left = 0;
    for (const { id, width } of row) {
      places[id] = [left, top];
      left += width + BETWEEN_ROWS;
    }
    top += Math.max(...row.map(({ height }) => height)) + BETWEEN_ROWS;
  }
  const standing = ids.flatMap((id) => (Object.hasOwn(existing, id) ? [nodeBox(existing[id] ?? [0, 0])] : []));
  const cleared = clearOf(
    places,
    boxesOf([...items, ...outer], design, places),
    standing,
    Object.values(texts).map(textBox),
  );
  return { ...domainPlaces(design, { ...existing, ...cleared }, texts), ...cleared };
}

/** Like books on a shelf. */
const rowsOf = (items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / ROW_LENGTH) }, (_, row) =>
    items.slice(row * ROW_LENGTH, (row + 1) * ROW_LENGTH),
  );

/** Every domain that a thing, or a part of it, stands in. */
function domainsAround({ id, groups }: Item, design: Design): ReadonlySet<string> {
  const listed = groups === undefined ? (design.components[id]?.domains ?? []) : [id];
  const around = new Set(listed.flatMap((each) => [...withAncestors(domainsOf(design), each)]));
  if (groups !== undefined) around.delete(id);
  return around;
}

/** Groups of things that calls or domains connect, in their order. */
function pieces(items: readonly Item[], design: Design): Item[][] {
  const neighbours = new Map<string, string[]>();
  const lead = (from: string, to: string): void => {
    const known = neighbours.get(from) ?? [];
    known.push(to);
    neighbours.set(from, known);
  };
  const join = (one: string, other: string): void => {
    lead(one, other);
    lead(other, one);
  };
  const names = new Map(items.map((item) => [nameOf(item), item]));
  for (const { from, to } of design.calls ?? []) {
    if (names.has(`c:${from}`) && names.has(`c:${to}`)) join(`c:${from}`, `c:${to}`);
  }
  for (const [name, item] of names) for (const around of domainsAround(item, design)) join(name, `d:${around}`);
  const seen = new Set<string>();
  return [...names.keys()].flatMap((start) => {
    if (seen.has(start)) return [];
    seen.add(start);
    const piece = new Set([start]);
    for (const name of piece) for (const next of neighbours.get(name) ?? []) piece.add(next);
    for (const name of piece) seen.add(name);
    return [[...names].flatMap(([name, item]) => (piece.has(name) ? [item] : []))];
  });
}

/** Moves all places together: below what stands already, and clear of the texts by as little as possible. */
function clearOf(places: Places, boxes: readonly Box[], standing: readonly Box[], texts: readonly Box[]): Places {
  if (boxes.length === 0) return places;
  const left = standing.length > 0 ? Math.min(...standing.map((box) => box.x)) : MARGIN;
  const below = Math.max(MARGIN, ...standing.map((box) => box.y + box.height + BETWEEN_ROWS));
  const starts = [below, ...texts.map((text) => Math.max(below, text.y + text.height + BETWEEN_ROWS / 2))];
  const isClear = (top: number): boolean =>
    !boxes.some((box) => texts.some((text) => overlaps({ ...box, x: box.x + left, y: box.y + top }, text)));
  const top = starts.sort((a, b) => a - b).find(isClear) ?? below;
  return Object.fromEntries(Object.entries(places).map(([id, [x, y]]) => [id, [x + left, y + top]]));
}
