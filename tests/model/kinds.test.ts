import { expect, test } from 'vitest';
import { CALL_FIELDS } from '../../src/model/kinds/call.ts';
import { DOMAIN_FIELDS } from '../../src/model/kinds/domain.ts';
import type { Field } from '../../src/model/kinds/field.ts';
import { callFieldOf, fieldOf, KIND_SPECS } from '../../src/model/kinds/kinds.ts';
import { parseQuantity } from '../../src/model/quantity/parse-quantity.ts';
import { KINDS } from '../../src/model/scenario.ts';

const everyTable: [string, readonly Field[]][] = [
  ...KINDS.map((kind): [string, readonly Field[]] => [kind, KIND_SPECS[kind].fields]),
  ['call', CALL_FIELDS],
  ['domain', DOMAIN_FIELDS],
];

test.each(everyTable)('The fields of a %s have keys of their own, a label, a help text and a default', (_, fields) => {
  expect(new Set(fields.map((field) => field.key)).size).toBe(fields.length);
  expect(new Set(fields.map((field) => field.label)).size).toBe(fields.length);
  for (const field of fields) {
    expect(field.help).toMatch(/^[A-Z].*\.$/);
    expect(field.absent).not.toBe('');
  }
});

test.each(everyTable)('What the palette writes into a %s can be read', (_, fields) => {
  for (const { typical, edit } of fields) {
    const dimension = edit.shape === 'quantity' ? edit.dimension : edit.shape === 'up' ? 'availability' : null;
    if (typical === undefined) continue;
    expect(dimension).not.toBeNull();
    if (dimension !== null) expect(parseQuantity(typical, dimension).kind).toBe('value');
  }
});

test('Every kind is made by a key of its own', () => {
  expect(Object.values(KIND_SPECS).map((spec) => spec.key)).toEqual(['c', 'l', 's', 'f', 'k', 'd', 'q', 'e', 'g']);
});

test('A field is found by its dotted key, and only where its kind has it', () => {
  expect(fieldOf('service', 'scaling.sigma')?.label).toBe('Contention');
  expect(fieldOf('service', 'hitRatio')).toBeUndefined();
  expect(fieldOf('cache', 'hitRatio')?.computed).toBe(true);
  expect(callFieldOf('probability')?.computed).toBe(true);
  expect(fieldOf('queue', 'retention')?.computed).toBe(false);
});
