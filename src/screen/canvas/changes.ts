import type { EdgeChange, NodeChange } from '@xyflow/react';
import { containersOf } from '../../drawing/containers.ts';
import type { Point } from '../../model/scenario.ts';
import { board } from '../../store/board.ts';
import { shownDesign } from '../../store/selectors.ts';
import type { CallEdgeType } from './board-edges.ts';
import type { BoardNode } from './board-nodes.ts';
import { standingOf } from './node-ids.ts';

const changed = (ids: readonly string[], id: string, selected: boolean): readonly string[] =>
  ids.includes(id) === selected ? ids : selected ? [...ids, id] : ids.filter((each) => each !== id);

/** Takes over what React Flow selects among the nodes; a marquee that only touches a container does not mean it. */
export function selectNodes(changes: readonly NodeChange<BoardNode>[], marquee: boolean): void {
  const { selection, select } = board.getState();
  let { components, texts, domains } = selection;
  for (const change of changes) {
    if (change.type !== 'select') continue;
    const { sort, id } = standingOf(change.id);
    if (sort === 'component') components = changed(components, id, change.selected);
    else if (sort === 'text') texts = changed(texts, id, change.selected);
    else if (sort === 'domain' && !(marquee && change.selected)) domains = changed(domains, id, change.selected);
  }
  const same = components === selection.components && texts === selection.texts && domains === selection.domains;
  if (!same) select({ ...selection, components, texts, domains });
}

/** Adds the containers that lie in a rectangle whole to what is selected. */
export function selectContainers(at: Readonly<Record<string, Point>>, [ax, ay]: Point, [bx, by]: Point): void {
  const state = board.getState();
  const design = shownDesign(state);
  const inside = (design === null ? [] : containersOf(design, at)).filter(
    ({ box: { x, y, width, height } }) =>
      x > Math.min(ax, bx) && y > Math.min(ay, by) && x + width < Math.max(ax, bx) && y + height < Math.max(ay, by),
  );
  const { selection, select } = state;
  const ids = new Set([...selection.domains, ...inside.map(({ id }) => id)]);
  if (ids.size > selection.domains.length) select({ ...selection, domains: [...ids] });
}

/** Takes over what React Flow selects among the calls. */
export function selectCalls(changes: readonly EdgeChange<CallEdgeType>[]): void {
  const { selection, select } = board.getState();
  let { calls } = selection;
  for (const change of changes) if (change.type === 'select') calls = changed(calls, change.id, change.selected);
  if (calls !== selection.calls) select({ ...selection, calls });
}
