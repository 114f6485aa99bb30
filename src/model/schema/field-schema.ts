import * as v from 'valibot';
import { LABEL_FIELDS } from '../kinds/common.ts';
import type { Field } from '../kinds/field.ts';
import { braces, choice, idSchema, text, timeSchema, upSchema, valueSchema } from './value-schema.ts';
import { CAPS } from './structure.ts';

type Entries = Record<string, v.GenericSchema | v.ExactOptionalSchema<v.GenericSchema, undefined>>;

const listOfIds = v.pipe(
  v.array(idSchema, 'This is a list of ids'),
  v.maxLength(CAPS.domains, `This lists at most ${CAPS.domains} ids`),
);

function shapeSchema({ edit, label, key }: Field): v.GenericSchema {
  switch (edit.shape) {
    case 'quantity':
      return valueSchema;
    case 'choice': {
      const options = edit.options.map((option) => option.value);
      return v.picklist(options, `${key} is one of ${options.join(', ')}`);
    }
    case 'flag':
      return v.boolean(`${key} is true or false`);
    case 'text':
      return text(key === 'notes' ? CAPS.textLength : CAPS.titleLength, label);
    case 'time':
      return timeSchema;
    case 'up':
      return upSchema;
    case 'references':
      if (edit.to === 'regions') return idSchema;
      return key === 'in'
        ? choice<string | string[]>([idSchema, listOfIds], (input) => (Array.isArray(input) ? listOfIds : idSchema))
        : listOfIds;
    case 'open':
      return edit.keys.length === 0
        ? v.unknown()
        : braces(v.record(text(CAPS.titleLength, 'A key'), valueSchema, `${key} is a record of values`));
  }
}

/** The help and the default travel along, for the published JSON Schema. */
const described = (field: Field): v.GenericSchema =>
  v.pipe(shapeSchema(field), v.title(field.label), v.description(`${field.help} Without it: ${field.absent}.`));

const isObject = (input: unknown): boolean => typeof input === 'object' && input !== null;

/** The entries of an object with these fields, all of them optional; dotted keys lie in objects of their own. */
export function fieldEntries(fields: readonly Field[], depth = 0): Entries {
  const entries: Entries = {};
  const keyOf = (field: Field): string => field.key.split('.')[depth] ?? '';
  for (const key of new Set(fields.map(keyOf))) {
    const own = fields.filter((field) => keyOf(field) === key);
    const deeper = own.filter((field) => field.key.split('.').length > depth + 1);
    const plain = own.find((field) => !deeper.includes(field));
    const inner = deeper.length > 0 ? braces(v.strictObject(fieldEntries(deeper, depth + 1))) : undefined;
    const outer = plain === undefined ? undefined : described(plain);
    const schema =
      inner === undefined || outer === undefined
        ? (inner ?? outer)
        : choice([outer, inner], (input) => (isObject(input) ? inner : outer));
    if (schema !== undefined) entries[key] = v.exactOptional(schema);
  }
  return entries;
}

export const labelEntries = (): Entries => fieldEntries(LABEL_FIELDS);
