import type { Field } from '../kinds/field.ts';
import { KIND_SPECS } from '../kinds/kinds.ts';
import type { Component, Kind } from '../scenario.ts';
import { withPath } from './record.ts';

/** Keys that every component may have and no field describes. */
const COMMON: ReadonlySet<string> = new Set(['kind', 'name', 'notes']);

/** Whether a field of a kind can take what the field of the same key held in another kind. */
function takes(field: Field, value: unknown): boolean {
  const { edit } = field;
  if (edit.shape === 'choice') return edit.options.some((option) => option.value === value);
  const isWord = edit.shape === 'quantity' && (value === 'majority' || value === 'capacity');
  return !isWord || (edit.words ?? []).includes(value);
}

/** The component as one of another kind, with the fields that this kind knows, in their order. */
export function fieldsOfKind(component: Component, kind: Kind): Component {
  if (component.kind === kind) return component;
  const known = new Map<string, Field>(KIND_SPECS[kind].fields.map((field) => [field.key, field]));
  let changed: Component = { ...component, kind };
  const walk = (value: unknown, path: readonly string[]): void => {
    const field = known.get(path.join('.'));
    const isKnown = field === undefined ? path.length === 1 && COMMON.has(path[0] ?? '') : takes(field, value);
    if (isKnown) return;
    const inner = field === undefined && typeof value === 'object' && value !== null && !Array.isArray(value);
    if (inner && [...known.keys()].some((key) => key.startsWith(`${path.join('.')}.`))) {
      for (const [key, each] of Object.entries(value)) walk(each, [...path, key]);
    } else {
      changed = withPath(changed, path, undefined);
    }
  };
  for (const [key, value] of Object.entries(component)) walk(value, [key]);
  return changed;
}
