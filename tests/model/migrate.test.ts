import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHAIN, currentVersion, migrate, type Chain } from '../../src/model/migrate/migrate.ts';

/** A pretend past: nineboard/0 called its designs "variants", and nineboard/-1 never was. */
const PRETEND: Chain = {
  oldest: 0,
  steps: [
    ({ variants, ...rest }) => ({ ...rest, designs: variants }),
    (document) => ({ ...document, title: `${document['title'] as string}!` }),
  ],
};

test('The chain ends at the format that this program writes', () => {
  expect(`nineboard/${currentVersion(CHAIN)}`).toBe('nineboard/1');
});

test("A document of today's format comes back as it is", () => {
  const document = { format: 'nineboard/1', anything: 1 };
  expect(migrate(document)).toEqual({ ok: true, value: document });
});

test('A document from any step of the chain goes through all later ones, in order and without a gap', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 }), fc.string(), (version, title) => {
      const key = version === 0 ? 'variants' : 'designs';
      const document = { format: `nineboard/${version}`, title, [key]: ['one'] };
      const before = structuredClone(document);
      const migrated = migrate(document, PRETEND);
      const expected = { format: 'nineboard/2', title: version < 2 ? `${title}!` : title, designs: ['one'] };
      expect(migrated).toEqual({ ok: true, value: expected });
      expect(document).toEqual(before);
    }),
  );
});

test('Going step by step is the same as going all the way', () => {
  const half: Chain = { oldest: 0, steps: PRETEND.steps.slice(0, 1) };
  const document = { format: 'nineboard/0', title: 'a', variants: [] };
  const first = migrate(document, half);
  expect(first.ok && migrate(first.value, PRETEND)).toEqual(migrate(document, PRETEND));
});

test.each([
  [{ format: 'nineboard/2' }, 'document/newer'],
  [{ format: 'nineboard/0' }, 'document/format'],
  [{ format: 'excalidraw/1' }, 'document/format'],
  [{ format: 1 }, 'document/format'],
  [{}, 'document/format'],
  [[], 'document/format'],
  [null, 'document/format'],
  ['nineboard/1', 'document/format'],
])('%j is refused as %s', (document, code) => {
  const outcome = migrate(document);
  expect(outcome.ok ? 'ok' : outcome.issues[0]?.code).toBe(code);
});
