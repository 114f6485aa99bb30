import type { BoardText, Design, Point } from '../model/scenario.ts';
import { withAncestors, domainsOf } from '../model/domains.ts';
import { contentsOf, type DomainContent } from './domain-content.ts';
import { nodeBox, overlaps, type Box } from './edge.ts';
import { NODE_SIZE } from './face.ts';
import { textBox } from './text-note.ts';
import { textWidth } from './text-width.ts';

/** The line of its name, a line for each group that is spread, and the room around what stands in it. */
export const CONTAINER = { head: 30, row: 24, side: 16, above: 12 } as const;
/** As wide as one around a single component. */
const ALONE_WIDTH = NODE_SIZE.width + 2 * CONTAINER.side;
/** Two borders that cross stand apart by this much. */
const APART = 6;

/** A domain as it is drawn. */
export interface Container extends DomainContent {
  readonly box: Box;
  /** Nothing stands in it as a whole: it has a place and a size of its own. */
  readonly alone: boolean;
}

type Places = Readonly<Record<string, Point>>;

const linesOf = ({ rows }: DomainContent): number => CONTAINER.head + rows.length * CONTAINER.row;

/** One line is there also where no group is spread: it says what can be done. */
const aloneBox = (content: DomainContent, [x, y]: Point): Box => ({
  x,
  y,
  width: ALONE_WIDTH,
  height: Math.max(linesOf(content), CONTAINER.head + CONTAINER.row) + CONTAINER.above,
});

/** The box around others. */
export function boxAround(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

function boxFor(content: DomainContent, inside: readonly Box[]): Box {
  const { x, y, width, height } = boxAround(inside);
  const side = CONTAINER.side + APART * content.crossings;
  const top = linesOf(content) + CONTAINER.above + CONTAINER.head * content.crossings;
  return { x: x - side, y: y - top, width: width + 2 * side, height: height + top + side };
}

const nodesAt = (at: Places, ids: readonly string[]): Box[] =>
  ids.flatMap((id) => (Object.hasOwn(at, id) && at[id] !== undefined ? [nodeBox(at[id])] : []));

const isAlone = ({ members, inner }: DomainContent): boolean => members.length + inner.length === 0;

/** The place that a domain has of its own; where a component of the design has the same id, that has it. */
const ownPlace = (design: Design, at: Places, id: string): Point | undefined =>
  Object.hasOwn(at, id) && !Object.hasOwn(design.components, id) ? at[id] : undefined;

/** Boxes by id, as far as something that stands in a domain, or the domain itself, has a place: there, or as found. */
function boxesOf(design: Design, at: Places, found: Places): Map<string, Box> {
  const boxes = new Map<string, Box>();
  for (const content of contentsOf(design)) {
    const { id, members, inner } = content;
    const inside = [...nodesAt(at, members), ...inner.flatMap((each) => boxes.get(each) ?? [])];
    const place = found[id] ?? ownPlace(design, at, id);
    if (inside.length > 0) boxes.set(id, boxFor(content, inside));
    else if (place !== undefined) boxes.set(id, aloneBox(content, place));
  }
  return boxes;
}

/** The domains that need a place of their own and have none, in the order of the document. */
function lackingPlaces(design: Design, at: Places): DomainContent[] {
  const lacking = contentsOf(design).filter((each) => isAlone(each) && ownPlace(design, at, each.id) === undefined);
  if (lacking.length < 2) return lacking;
  const order = new Map(Object.keys(domainsOf(design)).map((id, index) => [id, index]));
  return lacking.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}

const STEP = { x: ALONE_WIDTH + 24, y: 24 } as const;
/** Steps from a place to the left, to the right and down, the nearest first. */
const STEPS = Array.from({ length: 9 * 40 }, (_, index): Point => [
  ((index % 9) - 4) * STEP.x,
  Math.floor(index / 9) * STEP.y,
]).sort(([ax, ay], [bx, by]) => Math.abs(ax) + ay - Math.abs(bx) - by || bx - ax);

const KEPT_CLEAR = 20;
const roomy = ({ x, y, width, height }: Box): Box => ({
  x: x - KEPT_CLEAR,
  y: y - KEPT_CLEAR,
  width: width + 2 * KEPT_CLEAR,
  height: height + 2 * KEPT_CLEAR,
});

const below = (box: Box): Point => [box.x, box.y + box.height + 2 * KEPT_CLEAR];

/**
 * Places for the domains that need one of their own and have none: below the first group that is spread over them, else
 * below what stands in the same container, else below everything; clear of whatever stands there.
 */
export function domainPlaces(design: Design, at: Places, texts: Readonly<Record<string, BoardText>> = {}): Places {
  const domains = domainsOf(design);
  const notes = Object.values(texts).map(textBox);
  const nodes = nodesAt(at, Object.keys(design.components));
  const found: Record<string, Point> = {};
  for (const content of lackingPlaces(design, at)) {
    const { id } = content;
    const boxes = boxesOf(design, at, found);
    const around = withAncestors(domains, id);
    const others = [...nodes, ...notes, ...[...boxes].flatMap(([other, box]) => (around.has(other) ? [] : [box]))];
    const [group] = nodesAt(
      at,
      content.rows.map(({ component }) => component),
    );
    const [outer] = [...around].flatMap((each) => boxes.get(each) ?? []);
    const all = others.length === 0 ? { x: 40, y: 0, width: 0, height: 0 } : boxAround(others);
    const [x, y] = below(group ?? outer ?? all);
    const obstacles = others.map(roomy);
    const isFree = ([dx, dy]: Point): boolean => {
      const box = aloneBox(content, [x + dx, y + dy]);
      return !obstacles.some((obstacle) => overlaps(box, obstacle));
    };
    const [dx, dy] = STEPS.find(isFree) ?? [all.x - x, below(all)[1] - y];
    found[id] = [Math.round(x + dx), Math.round(y + dy)];
  }
  return found;
}

/** The domains that need a place of their own and have none, as large as they are drawn. */
export const aloneItems = (design: Design, at: Places) =>
  lackingPlaces(design, at)
    .filter(({ id }) => !Object.hasOwn(design.components, id))
    .map((content) => {
      const { width, height } = aloneBox(content, [0, 0]);
      return { id: content.id, width, height, groups: content.rows.map(({ component }) => component) };
    });

const drawn = new WeakMap<Places, WeakMap<Design, readonly Container[]>>();

/** The containers of a design whose things stand there, outermost first. Domains without a place get one for now. */
export function containersOf(design: Design, at: Places): readonly Container[] {
  const known = drawn.get(at) ?? new WeakMap<Design, readonly Container[]>();
  drawn.set(at, known);
  const before = known.get(design);
  if (before !== undefined) return before;
  const boxes = boxesOf(design, at, domainPlaces(design, at));
  const containers = contentsOf(design).flatMap((content): Container[] => {
    const box = boxes.get(content.id);
    return box === undefined ? [] : [{ ...content, box, alone: isAlone(content) }];
  });
  known.set(design, containers.reverse());
  return containers;
}

const ICON = 30;
/** The part of a container where its name stands. */
export const headBox = ({ box: { x, y, width } }: Container, text: string): Box => ({
  x,
  y,
  width: Math.min(width, ICON + textWidth(text, 13, true) + CONTAINER.above),
  height: CONTAINER.head,
});

/** Where a thing that is put down counts as standing: the middle of a component, the head of a container. */
export function probeOf([x, y]: Point, of: 'point' | 'component' | 'domain'): Point {
  if (of === 'point') return [x, y];
  return of === 'component'
    ? [x + NODE_SIZE.width / 2, y + NODE_SIZE.height / 2]
    : [x + ALONE_WIDTH / 2, y + CONTAINER.head / 2];
}

export const holdsPoint = ({ box }: Container, [x, y]: Point): boolean =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;

/** The containers at a point, outermost first. */
export const containersAt = (design: Design, at: Places, point: Point): Container[] =>
  containersOf(design, at).filter((container) => holdsPoint(container, point));
