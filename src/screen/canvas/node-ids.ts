/**
 * What stands on the board as a node of React Flow. A ghost, or the shade of a domain, is what an Alt-drag leaves behind;
 * missing is what a call leads to but nobody made.
 */
export type Sort = 'component' | 'text' | 'domain' | 'missing' | 'ghost' | 'shade';

export interface Standing {
  readonly sort: Sort;
  readonly id: string;
}

const PREFIX: Readonly<Record<Sort, string>> = {
  component: 'c:',
  text: 't:',
  domain: 'd:',
  missing: 'm:',
  ghost: 'g:',
  shade: 's:',
};
const SORTS: readonly Sort[] = ['component', 'text', 'domain', 'missing', 'ghost', 'shade'];

/** Components, domains and texts may have the same id, nodes of React Flow may not. */
export const nodeId = (sort: Sort, id: string): string => PREFIX[sort] + id;

export function standingOf(node: string): Standing {
  const sort = SORTS.find((each) => node.startsWith(PREFIX[each])) ?? 'component';
  return { sort, id: node.slice(2) };
}
