import type { Container } from '../../drawing/containers.ts';
import type { Positions } from '../../model/edit/board.ts';
import type { Point } from '../../model/scenario.ts';
import type { Dragged } from './dropping.ts';
import { nodeId, standingOf, type Sort } from './node-ids.ts';

/** Where dragged nodes of React Flow are now. */
export type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

/** What a drag began with. */
export interface Start {
  readonly containers: readonly Container[];
  /** Components and domains with what they are carried by, and how far from its corner. */
  readonly carried: ReadonlyMap<string, { readonly by: string; readonly offset: Point }>;
  /** Where the nodes stood that are dragged by themselves. */
  readonly from: ReadonlyMap<string, Point>;
}

/** The content of dragged containers goes with them. */
export function startOf(
  nodes: readonly { readonly id: string; readonly position: { readonly x: number; readonly y: number } }[],
  containers: readonly Container[],
  at: Readonly<Record<string, Point>>,
): Start {
  const carried = new Map<string, { by: string; offset: Point }>();
  for (const { id: by } of nodes) {
    const { sort, id } = standingOf(by);
    const container = sort === 'domain' ? containers.find((each) => each.id === id) : undefined;
    if (container === undefined) continue;
    const { box, members, inner } = container;
    const carry = (node: string, corner: Point | undefined): void => {
      if (corner !== undefined) carried.set(node, { by, offset: [corner[0] - box.x, corner[1] - box.y] });
    };
    for (const member of members) carry(nodeId('component', member), at[member]);
    for (const each of inner) {
      const inside = containers.find((other) => other.id === each)?.box;
      carry(nodeId('domain', each), inside && [inside.x, inside.y]);
    }
  }
  const own = nodes.filter(({ id }) => !carried.has(id));
  return { containers, carried, from: new Map(own.map(({ id, position: { x, y } }) => [id, [x, y]])) };
}

/** The places with all that is carried. */
export function withCarried(places: Places, { carried }: Start): Places {
  if (carried.size === 0) return places;
  const all = new Map(places);
  for (const [node, { by, offset }] of carried) {
    const corner = places.get(by);
    if (corner !== undefined) all.set(node, { x: corner.x + offset[0], y: corner.y + offset[1] });
  }
  return all;
}

/** Places as the document keeps them: those of domains in which something stands follow from that. */
export function positionsOf(places: Places, { containers }: Start): Positions {
  const alone = new Set(containers.flatMap((each) => (each.alone ? [each.id] : [])));
  const points = (wanted: Sort): Record<string, Point> =>
    Object.fromEntries(
      [...places].flatMap(([node, { x, y }]): [string, Point][] => {
        const { sort, id } = standingOf(node);
        return sort === wanted && (sort !== 'domain' || alone.has(id)) ? [[id, [x, y]]] : [];
      }),
    );
  return { components: points('component'), domains: points('domain'), texts: points('text') };
}

/** What is dragged by itself, from where to where. */
export const draggedOf = (places: Places, { from }: Start): Dragged[] =>
  [...from].flatMap(([node, start]): Dragged[] => {
    const { sort, id } = standingOf(node);
    const now = places.get(node);
    if (now === undefined || (sort !== 'component' && sort !== 'domain')) return [];
    return [{ of: sort, id, from: start, to: [now.x, now.y] }];
  });

/** The domains whose containers move. */
export const movingDomains = (places: Places): ReadonlySet<string> =>
  new Set([...places.keys()].map(standingOf).flatMap(({ sort, id }) => (sort === 'domain' ? [id] : [])));
