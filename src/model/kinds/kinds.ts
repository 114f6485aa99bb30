import type { Kind } from '../scenario.ts';
import { BALANCER } from './balancer.ts';
import { CACHE } from './cache.ts';
import { CALL_FIELDS } from './call.ts';
import { CLIENT } from './client.ts';
import { DATABASE } from './database.ts';
import { EXTERNAL } from './external.ts';
import type { Field, KindSpec } from './field.ts';
import { FUNCTION } from './function.ts';
import { GATE } from './gate.ts';
import { QUEUE_KIND } from './queue.ts';
import { SERVICE } from './service.ts';

/** Every kind of component, in the order of the palette. */
export const KIND_SPECS: { readonly [K in Kind]: KindSpec<K> } = {
  client: CLIENT,
  balancer: BALANCER,
  service: SERVICE,
  function: FUNCTION,
  cache: CACHE,
  database: DATABASE,
  queue: QUEUE_KIND,
  external: EXTERNAL,
  gate: GATE,
};

const byKey = (fields: readonly Field[]): ReadonlyMap<string, Field> =>
  new Map(fields.map((field) => [field.key, field]));

const FIELDS_BY_KIND = new Map<string, ReadonlyMap<string, Field>>(
  Object.values(KIND_SPECS).map((spec) => [spec.kind, byKey(spec.fields)]),
);
const CALL_FIELDS_BY_KEY = byKey(CALL_FIELDS);

/** The field of a kind by its dotted key; undefined where the kind has none of that name. */
export const fieldOf = (kind: Kind, key: string): Field | undefined => FIELDS_BY_KIND.get(kind)?.get(key);

/** The field of a call by its dotted key. */
export const callFieldOf = (key: string): Field | undefined => CALL_FIELDS_BY_KEY.get(key);
