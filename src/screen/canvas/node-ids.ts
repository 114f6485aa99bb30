/** What stands on the board as a node of React Flow. A ghost is what an Alt-drag leaves behind; missing is what a call leads to but nobody made. */
export type Sort = 'component' | 'text' | 'missing' | 'ghost';

export interface Standing {
  readonly sort: Sort;
  readonly id: string;
}

const PREFIX: Readonly<Record<Sort, string>> = { component: 'c:', text: 't:', missing: 'm:', ghost: 'g:' };
const SORTS: readonly Sort[] = ['component', 'text', 'missing', 'ghost'];

/** Components and texts may have the same id, nodes of React Flow may not. */
export const nodeId = (sort: Sort, id: string): string => PREFIX[sort] + id;

export function standingOf(node: string): Standing {
  const sort = SORTS.find((each) => node.startsWith(PREFIX[each])) ?? 'component';
  return { sort, id: node.slice(2) };
}
