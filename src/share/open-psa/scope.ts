import type { XmlElement } from './xml.ts';

/** Events share one set of names, parameters have another. */
export type Names = 'events' | 'parameters';

/** What a `define-…` says. */
export interface Definition {
  readonly kind: 'gate' | 'basic-event' | 'house-event' | 'parameter';
  readonly name: string;
  /** Its label, else its name. */
  readonly title: string;
  /** The container that it stands in. */
  readonly scope: Scope;
  /** Known by its name everywhere, not only inside its container. */
  readonly isPublic: boolean;
  readonly element: XmlElement;
}

/** A fault tree, a component, or at the root the whole model, which also knows everything public. */
export interface Scope {
  readonly name: string;
  readonly parent: Scope | null;
  readonly line: number;
  readonly isPublic: boolean;
  readonly events: Map<string, Definition>;
  readonly parameters: Map<string, Definition>;
  readonly inner: Map<string, Scope>;
}

export const newScope = (name: string, parent: Scope | null, line: number, isPublic: boolean): Scope => ({
  name,
  parent,
  line,
  isPublic,
  events: new Map(),
  parameters: new Map(),
  inner: new Map(),
});

export const rootOf = (scope: Scope): Scope => {
  let root = scope;
  while (root.parent !== null) root = root.parent;
  return root;
};

/** `FT.A.BE1` */
export function fullPath({ scope, name }: Pick<Definition, 'scope' | 'name'>): string {
  const path = [name];
  for (let at: Scope | null = scope; at !== null && at.parent !== null; at = at.parent) path.push(at.name);
  return path.reverse().join('.');
}

/** By name in the containers around the place of a reference and then among all that is public, or by a path from there. */
export function lookUp(scope: Scope, names: Names, reference: string): Definition | undefined {
  const path = reference.split('.');
  for (let at: Scope | null = scope; at !== null; at = at.parent) {
    const found = at[names].get(reference) ?? (path.length > 1 ? byPath(at, names, path) : undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

function byPath(scope: Scope, names: Names, path: readonly string[]): Definition | undefined {
  let at = scope;
  for (const name of path.slice(0, -1)) {
    const inner = at.inner.get(name);
    if (inner === undefined) return undefined;
    at = inner;
  }
  return at[names].get(path.at(-1) ?? '');
}
