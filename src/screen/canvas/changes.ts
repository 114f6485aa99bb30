import type { EdgeChange, NodeChange } from '@xyflow/react';
import { board } from '../../store/board.ts';
import type { CallEdgeType } from './board-edges.ts';
import type { BoardNode } from './board-nodes.ts';
import { standingOf } from './node-ids.ts';

const changed = (ids: readonly string[], id: string, selected: boolean): readonly string[] =>
  ids.includes(id) === selected ? ids : selected ? [...ids, id] : ids.filter((each) => each !== id);

/** Takes over what React Flow selects among the nodes. */
export function selectNodes(changes: readonly NodeChange<BoardNode>[]): void {
  const { selection, select } = board.getState();
  let { components, texts } = selection;
  for (const change of changes) {
    if (change.type !== 'select') continue;
    const { sort, id } = standingOf(change.id);
    if (sort === 'component') components = changed(components, id, change.selected);
    else if (sort === 'text') texts = changed(texts, id, change.selected);
  }
  if (components !== selection.components || texts !== selection.texts) select({ ...selection, components, texts });
}

/** Takes over what React Flow selects among the calls. */
export function selectCalls(changes: readonly EdgeChange<CallEdgeType>[]): void {
  const { selection, select } = board.getState();
  let { calls } = selection;
  for (const change of changes) if (change.type === 'select') calls = changed(calls, change.id, change.selected);
  if (calls !== selection.calls) select({ ...selection, calls });
}
