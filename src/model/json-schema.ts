import { toJsonSchema, type OverrideActionContext } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { KINDS } from './scenario.ts';
import { callSchema, kindSchemas, scenarioSchema } from './schema/scenario-schema.ts';
import { callIdSchema, idSchema, timeSchema, upSchema, valueSchema } from './schema/value-schema.ts';

type Json = ReturnType<typeof toJsonSchema>;

/** What a lazy schema is when nothing is asked of it: the union that the JSON Schema shows. */
function unwrapped(schema: v.GenericSchema): v.GenericSchema {
  return 'getter' in schema && typeof schema.getter === 'function'
    ? (schema.getter as () => v.GenericSchema)()
    : schema;
}

/** Flags have no place in a JSON Schema, where patterns are read with `u` anyway. */
function readAction({ valibotAction, jsonSchema }: OverrideActionContext): Json | null {
  const requirement: unknown = 'requirement' in valibotAction ? valibotAction.requirement : undefined;
  if (valibotAction.type === 'regex' && requirement instanceof RegExp)
    return { ...jsonSchema, pattern: requirement.source };
  if (valibotAction.type === 'excludes' && typeof requirement === 'string')
    return { ...jsonSchema, not: { pattern: requirement } };
  return null;
}

/** Definitions without a name are used once, as a rule: they are put where they belong. */
function inlined(schema: Json): Json {
  const definitions = schema.$defs ?? {};
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== 'object' || value === null) return value;
    const { $ref, ...rest } = value as Record<string, unknown>;
    const name = typeof $ref === 'string' ? /^#\/\$defs\/(\d+)$/.exec($ref)?.[1] : undefined;
    if (name !== undefined) return visit({ ...(definitions[name] as object), ...rest });
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, visit(inner)]));
  };
  const named = Object.fromEntries(Object.entries(definitions).filter(([name]) => !/^\d+$/.test(name)));
  return visit({ ...schema, $defs: named }) as Json;
}

/** The JSON Schema of `nineboard/1`, made from the schema that the program itself uses. */
export function scenarioJsonSchema(): Json {
  const kinds = Object.fromEntries(KINDS.map((kind, index) => [kind, kindSchemas[index]!]));
  const definitions = {
    value: unwrapped(valueSchema),
    time: unwrapped(timeSchema),
    up: unwrapped(upSchema),
    id: idSchema,
    callId: callIdSchema,
    ...kinds,
    call: callSchema,
  };
  const schema = toJsonSchema(scenarioSchema, {
    target: 'draft-2020-12',
    errorMode: 'ignore',
    definitions,
    overrideAction: readAction,
  });
  const { $schema, ...rest } = inlined(schema);
  return { $schema, title: 'A Nineboard scenario, format nineboard/1', ...rest };
}
