import { Position, type Node } from '@xyflow/react';
import type { Selection } from '../../model/edit/selection.ts';
import type { Design, Point, Scenario } from '../../model/scenario.ts';
import { containersOf } from '../../drawing/containers.ts';
import { NODE_SIZE } from '../../drawing/face.ts';
import { textBox } from '../../drawing/text-note.ts';
import { callingOrder } from './calling-order.ts';
import { nodeId, standingOf, type Sort } from './node-ids.ts';

export type BoardNode = Node<Record<string, never>, Sort>;

/** Where arrows end, so that nothing has to be measured. */
const HANDLES = [
  {
    type: 'source' as const,
    position: Position.Right,
    x: NODE_SIZE.width - 1,
    y: NODE_SIZE.height / 2 - 0.5,
    width: 1,
    height: 1,
  },
  { type: 'target' as const, position: Position.Left, x: 0, y: NODE_SIZE.height / 2 - 0.5, width: 1, height: 1 },
];
const NO_DATA: Record<string, never> = {};
/** Nodes name themselves inside; their frame is no element of its own. */
const FRAME = { 'aria-roledescription': undefined };

interface Place {
  readonly sort: Sort;
  readonly id: string;
  readonly at: Point;
  readonly size: { readonly width: number; readonly height: number };
  readonly selected: boolean;
  /** How far behind it stands; React Flow lifts what is selected by a thousand. */
  readonly depth?: number;
}

/** Containers stand behind everything else, the outer ones farthest; of them only the head and the border are there for the pointer. */
const BEHIND = -3000;
const THROUGH = { pointerEvents: 'none' } as const;

const depthOf = ({ depth, selected }: Place): number | undefined =>
  depth === undefined ? undefined : BEHIND + depth - (selected ? 1000 : 0);

const fresh = ({ sort, id, at, size, selected, ...place }: Place): BoardNode => ({
  id: nodeId(sort, id),
  type: sort,
  position: { x: at[0], y: at[1] },
  data: NO_DATA,
  width: size.width,
  height: size.height,
  measured: { width: size.width, height: size.height },
  domAttributes: FRAME,
  ...(sort === 'text' || sort === 'domain' ? {} : { handles: HANDLES }),
  ...(sort === 'domain' ? { zIndex: depthOf({ sort, id, at, size, selected, ...place }) ?? 0, style: THROUGH } : {}),
  ...(sort === 'missing' || sort === 'ghost'
    ? { draggable: false, selectable: false, connectable: false }
    : { selected, connectable: sort === 'component' }),
});

const same = (node: BoardNode, place: Place): boolean =>
  node.position.x === place.at[0] &&
  node.position.y === place.at[1] &&
  node.width === place.size.width &&
  node.height === place.size.height &&
  (node.selected ?? false) === place.selected &&
  node.zIndex === depthOf(place);

/** Right of its first caller, below the others that are missing there. */
function missingPlaces(design: Design, at: Readonly<Record<string, Point>>): Place[] {
  const places = new Map<string, Place>();
  for (const { from, to } of design.calls ?? []) {
    const caller = at[from];
    if (Object.hasOwn(design.components, to) || places.has(to) || caller === undefined) continue;
    const point: Point = [caller[0] + NODE_SIZE.width + 80, caller[1] + places.size * 60];
    places.set(to, { sort: 'missing', id: to, at: point, size: NODE_SIZE, selected: false });
  }
  return [...places.values()];
}

function placesOf(scenario: Scenario, design: Design, at: Readonly<Record<string, Point>>, chosen: Selection): Place[] {
  const components = new Set(chosen.components);
  const texts = new Set(chosen.texts);
  return [
    ...containersOf(design, at).map(({ id, box: { x, y, ...size } }, depth): Place => ({
      sort: 'domain',
      id,
      at: [x, y],
      size,
      selected: chosen.domains.includes(id),
      depth,
    })),
    ...callingOrder(Object.keys(design.components), design.calls ?? []).flatMap((id): Place[] => {
      const point = at[id];
      return point === undefined
        ? []
        : [{ sort: 'component', id, at: point, size: NODE_SIZE, selected: components.has(id) }];
    }),
    ...Object.entries(scenario.texts ?? {}).map(([id, note]): Place => {
      const { width, height } = textBox(note);
      return { sort: 'text', id, at: note.at, size: { width, height }, selected: texts.has(id) };
    }),
    ...missingPlaces(design, at),
  ];
}

/** The same list, and the same node in it, as long as nothing about it changes: React Flow then has nothing to do. */
export function nodeList(): (
  scenario: Scenario,
  design: Design,
  at: Readonly<Record<string, Point>>,
  selection: Selection,
) => BoardNode[] {
  let list: BoardNode[] = [];
  let known = new Map<string, BoardNode>();
  return (scenario, design, at, selection) => {
    const next = placesOf(scenario, design, at, selection).map((place) => {
      const old = known.get(nodeId(place.sort, place.id));
      return old !== undefined && same(old, place) ? old : fresh(place);
    });
    if (next.length === list.length && next.every((node, index) => node === list[index])) return list;
    known = new Map(next.map((node) => [node.id, node]));
    list = next;
    return list;
  };
}

/** The nodes as they are while some of them are dragged; with copies, what they leave behind stays as a ghost. */
export function withMoved(nodes: BoardNode[], moved: ReadonlyMap<string, Corner>, copying: boolean): BoardNode[] {
  const shown = nodes.map((node) => draggedTo(node, moved.get(node.id)));
  if (!copying) return shown;
  const left = nodes.filter((node) => moved.has(node.id));
  return [...left.flatMap(ghostOf), ...shown];
}

interface Corner {
  readonly x: number;
  readonly y: number;
}

const draggedTo = (node: BoardNode, position: Corner | undefined): BoardNode =>
  position === undefined ? node : { ...node, position, dragging: true };

const LEFT: Partial<Record<Sort, Sort>> = { component: 'ghost', domain: 'shade' };

function ghostOf(node: BoardNode): BoardNode[] {
  const { sort, id } = standingOf(node.id);
  const left = LEFT[sort];
  return left === undefined ? [] : [{ ...node, id: nodeId(left, id), type: left, selected: false, draggable: false }];
}
