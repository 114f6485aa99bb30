import { expect, test } from 'vitest';
import { formatDocument, schemaDocument } from '../tools/make-docs.ts';

// To write them again: npx vitest run tests/model/docs.test.ts -u

test('The page about the scenario format is what the tables in code make', async () => {
  await expect(formatDocument()).toMatchFileSnapshot('../../docs/scenario-format.md');
});

test('The published JSON Schema is what the schema in code makes', async () => {
  await expect(await schemaDocument()).toMatchFileSnapshot('../../public/nineboard-1.schema.json');
});
