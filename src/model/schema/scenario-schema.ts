import * as v from 'valibot';
import { CALL_FIELDS } from '../kinds/call.ts';
import { DOMAIN_FIELDS, DOMAIN_KINDS } from '../kinds/domain.ts';
import { KIND_SPECS } from '../kinds/kinds.ts';
import { KINDS, type Call, type Component, type Design, type Domain, type Scenario } from '../scenario.ts';
import { fieldEntries, labelEntries } from './field-schema.ts';
import {
  braces,
  callIdSchema,
  choice,
  idSchema,
  pointSchema,
  text,
  valueSchema,
  variableNameSchema,
} from './value-schema.ts';
import { CAPS } from './structure.ts';

/** One schema for each kind, in the order of `KINDS`. */
export const kindSchemas = KINDS.map((kind) =>
  v.pipe(
    v.strictObject({ kind: v.literal(kind), ...labelEntries(), ...fieldEntries(KIND_SPECS[kind].fields) }),
    v.title(KIND_SPECS[kind].label),
    v.description(KIND_SPECS[kind].help),
  ),
);

const byKind = new Map<unknown, (typeof kindSchemas)[number]>(KINDS.map((kind, index) => [kind, kindSchemas[index]!]));

const unknownKind = v.looseObject({ kind: v.picklist(KINDS, `A component's kind is one of ${KINDS.join(', ')}`) });

const isObject = (input: unknown): input is Readonly<Record<string, unknown>> =>
  typeof input === 'object' && input !== null;

/** One component; which keys it knows depends on its kind. */
export const componentSchema = choice(kindSchemas, (input) =>
  isObject(input) ? (byKind.get(input['kind']) ?? unknownKind) : unknownKind,
) as v.GenericSchema<unknown, Component>;

const callEntries = fieldEntries(CALL_FIELDS);
export const callSchema = v.strictObject({
  id: v.exactOptional(callIdSchema),
  from: v.pipe(idSchema, v.description('The id of the component that calls.')),
  to: v.pipe(idSchema, v.description('The id of the component that is called.')),
  ...callEntries,
}) as unknown as v.GenericSchema<unknown, Call>;

const domainSchema = v.strictObject({
  kind: v.picklist(DOMAIN_KINDS, `A domain's kind is one of ${DOMAIN_KINDS.join(', ')}`),
  ...labelEntries(),
  ...fieldEntries(DOMAIN_FIELDS),
}) as unknown as v.GenericSchema<unknown, Domain>;

const notes = v.exactOptional(text(CAPS.textLength, 'Notes'));

const designSchema = v.strictObject({
  id: v.exactOptional(idSchema),
  name: v.pipe(
    text(CAPS.titleLength, 'The name of a design'),
    v.description('What the design is called: an alternative, or a stage.'),
  ),
  notes,
  components: v.pipe(
    braces(v.record(idSchema, componentSchema, 'Components are a record by id')),
    v.description('The components by id, in the order in which they are listed.'),
  ),
  calls: v.exactOptional(v.pipe(v.array(callSchema, 'Calls are a list'), v.description('Arrows: from calls to.'))),
  domains: v.exactOptional(
    v.pipe(
      braces(v.record(idSchema, domainSchema, 'Domains are a record by id')),
      v.description('What fails together.'),
    ),
  ),
  regions: v.exactOptional(
    braces(v.record(idSchema, braces(v.strictObject(labelEntries())), 'Regions are a record by id')),
  ),
}) as unknown as v.GenericSchema<unknown, Design>;

const boardTextSchema = v.strictObject({ text: text(CAPS.textLength, 'A text'), at: pointSchema });

/** The document, without what only a look at the whole can tell. */
export const scenarioSchema = v.strictObject({
  format: v.pipe(v.literal('nineboard/1'), v.description('The format and its number.')),
  title: v.exactOptional(text(CAPS.titleLength, 'The title')),
  notes,
  variables: v.exactOptional(
    v.pipe(
      braces(v.record(variableNameSchema, valueSchema, 'Variables are a record by name')),
      v.description('Numbers that any value may use by name.'),
    ),
  ),
  designs: v.pipe(
    v.array(designSchema, 'Designs are a list'),
    v.minLength(1, 'A scenario has at least one design'),
    v.description('Alternatives, or the stages of a migration.'),
  ),
  objectives: v.exactOptional(
    braces(
      v.strictObject({
        cost: v.exactOptional(v.pipe(valueSchema, v.description('What all of it may cost, such as $2000/month.'))),
        durability: v.exactOptional(v.pipe(valueSchema, v.description('How surely data is kept, such as 11 nines.'))),
        consistency: v.exactOptional(v.pipe(valueSchema, v.description('What readers are promised.'))),
      }),
    ),
  ),
  at: v.exactOptional(
    v.pipe(
      braces(v.record(idSchema, pointSchema, 'Positions are a record by id')),
      v.description(
        'Where components and domains stand on the board, by id, for all designs: the upper left corner. Of a component and a domain with one id, it is the component’s. No number depends on it.',
      ),
    ),
  ),
  texts: v.exactOptional(
    v.pipe(
      braces(v.record(idSchema, boardTextSchema, 'Texts are a record by id')),
      v.description('Free notes on the board.'),
    ),
  ),
}) as unknown as v.GenericSchema<unknown, Scenario>;
