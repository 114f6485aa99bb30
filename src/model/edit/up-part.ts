import type { FieldValue } from './record.ts';
import { isRecord, withKey, withoutKeys, withPath } from './record.ts';

type Fields = Readonly<Record<string, unknown>>;

const PARTS = new Set(['up.probability', 'up.mtbf', 'up.mttr']);

/** What says the same in another way, and so goes when a part is written. */
const INSTEAD: Readonly<Record<string, string>> = { probability: 'mtbf', mtbf: 'probability' };

/** "99.9 %" is a probability, as a part of `up`. */
const asRecord = (up: unknown): Fields => (isRecord(up) ? up : up === undefined ? {} : { probability: up });

/** What is written at a part of `up`, also where that is a share alone. */
export const upPart = (up: unknown, part: string): unknown => {
  const record = asRecord(up);
  return Object.hasOwn(record, part) ? record[part] : undefined;
};

/** `up` with one part set: a share that is left alone is written as such, and the times come in the order of speech. */
function withUpPart(up: unknown, part: string, value: FieldValue | undefined): unknown {
  if (typeof value === 'object') return value;
  const before = asRecord(up);
  const kept = value === undefined ? before : withoutKeys(before, (key) => key === INSTEAD[part]);
  const after: Fields = withKey(kept, part, value);
  if (after === before) return up;
  const { probability, mtbf, mttr } = after;
  if (mtbf === undefined && mttr === undefined) return probability;
  return Object.fromEntries(Object.entries({ probability, mtbf, mttr }).filter(([, each]) => each !== undefined));
}

/** What owns fields with one of them set by its dotted key; undefined takes it away. A part of `up` is one too: `up.mttr`. */
export function withFieldAt<R extends object>(owner: R, key: string, value: FieldValue | undefined): R {
  const path = key.split('.');
  if (!PARTS.has(key)) return withPath(owner, path, value);
  const { up } = owner as { readonly up?: unknown };
  return withPath(owner, ['up'], withUpPart(up, path[1] ?? '', value) as FieldValue | undefined);
}
