import { readdirSync, readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../src/model/scenario.ts';
import { toBase64url } from '../../src/share/base64url.ts';
import { checksum } from '../../src/share/checksum.ts';
import { fromCompact, toCompact } from '../../src/share/compact.ts';
import { LINK_KEYS } from '../../src/share/link-keys.ts';
import { decodeLink, encodeLink, linkLengthVerdict } from '../../src/share/link.ts';
import { anyEdit } from '../model/edit/random-edits.ts';
import { WHOLE_FORMAT } from '../model/whole-format.ts';

const folder = 'public/scenarios';
const examples = readdirSync(folder)
  .filter((file) => file !== 'index.json')
  .map((file) => [file, JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Scenario] as const);
const checkout = examples.find(([file]) => file === 'checkout.json')?.[1] as Scenario;

const encoded = async (scenario: Scenario): Promise<string> => {
  const link = await encodeLink(scenario);
  expect(link).not.toBeNull();
  return link ?? '';
};
const refusal = async (fragment: string): Promise<string> => {
  const outcome = await decodeLink(fragment);
  return outcome.ok ? 'opened' : (outcome.issues[0]?.code ?? '');
};
/** A link around any bytes, with length and checksum in order. */
const linkAround = (bytes: Uint8Array): string => {
  const payload = toBase64url(deflateRawSync(bytes));
  return `n1.c.${payload.length.toString(36)}.${checksum(payload)}.${payload}`;
};

describe('a link', () => {
  test.each(examples)('holds %s whole, in the same order', async (_, scenario) => {
    const outcome = await decodeLink(`#${await encoded(scenario)}`);
    expect(outcome.ok && JSON.stringify(outcome.value)).toBe(JSON.stringify(scenario));
  });

  test('of the checkout is good everywhere, and one of fifty components works in most chats', async () => {
    expect((await encoded(checkout)).length).toBeLessThan(1000);
    const shop = examples.find(([file]) => file === 'online-shop.json')?.[1] as Scenario;
    expect((await encoded(shop)).length).toBeLessThan(2600);
  });

  test('holds domains and where they stand in a few letters each', async () => {
    const domains = Object.fromEntries(
      ['a', 'b', 'c'].map((id) => [`zone-${id}`, { kind: 'zone', name: `Zone ${id}`, up: '99.99 %' } as const]),
    );
    const [first] = checkout.designs;
    const zoned: Scenario = {
      ...checkout,
      designs: [{ ...first!, domains }, ...checkout.designs.slice(1)],
      at: { ...checkout.at, 'zone-a': [240, 300], 'zone-b': [480, 300], 'zone-c': [720, 300] },
    };
    const link = await encoded(zoned);
    const outcome = await decodeLink(`#${link}`);
    expect(outcome.ok && JSON.stringify(outcome.value)).toBe(JSON.stringify(zoned));
    expect(link.length - (await encoded(checkout)).length).toBeLessThan(3 * 50);
  });

  test('that was cut off anywhere is refused as cut off', async () => {
    const link = await encoded(checkout);
    for (let length = 1; length < link.length; length++) {
      expect(await refusal(`#${link.slice(0, length)}`), `the first ${length} letters`).toBe('link/cut');
    }
  });

  test('with another letter anywhere in its payload is refused as damaged', async () => {
    const link = await encoded(checkout);
    const start = link.lastIndexOf('.') + 1;
    for (let at = start; at < link.length; at++) {
      const other = link[at] === 'A' ? 'B' : 'A';
      expect(await refusal(link.slice(0, at) + other + link.slice(at + 1))).toBe('link/damaged');
    }
  });

  test('opens with what a chat put behind it', async () => {
    expect(await refusal(`${await encoded(checkout)}).`)).toBe('opened');
  });

  test('of a newer Nineboard, or of something else, is said to be that', async () => {
    const link = await encoded(checkout);
    expect(await refusal(link.replace('n1.', 'n2.'))).toBe('link/newer');
    expect(await refusal(link.replace('.c.', '.z.'))).toBe('link/newer');
    expect(await refusal('#chapter-2')).toBe('link/foreign');
    expect(await refusal('')).toBe('link/foreign');
  });

  test('that unpacks to more than a megabyte is refused before it is unpacked', async () => {
    expect(await refusal(linkAround(new Uint8Array(50_000_000)))).toBe('link/too-large');
    expect(await refusal(`n1.c.${'A'.repeat(10_000_000)}`)).toBe('link/too-large');
  });

  test('of an honest wrapping around a wrong document is refused by the schema', async () => {
    expect(await refusal(linkAround(toCompact({ format: 'nineboard/1', designs: 'none' })))).toMatch(/^(?!opened)/);
    expect(await refusal(linkAround(toCompact({ format: 'nineboard/1', designs: [], surprise: 1 })))).not.toBe(
      'opened',
    );
  });

  test('around any bytes is refused, never thrown', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        expect((await decodeLink(linkAround(bytes))).ok).toBe(false);
      }),
    );
  });

  test('around letters that are nothing deflated is refused, never thrown', async () => {
    const letter = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.split(''));
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: letter, maxLength: 60 }), async (payload) => {
        const link = `n1.c.${payload.length.toString(36)}.${checksum(payload)}.${payload}`;
        expect((await decodeLink(link)).ok).toBe(false);
      }),
    );
  });

  test('with another letter anywhere before its payload opens nothing', async () => {
    const link = await encoded(checkout);
    for (let at = 0; at < link.lastIndexOf('.'); at++) {
      for (const other of 'n1c.0z') {
        if (link[at] !== other)
          expect(await refusal(link.slice(0, at) + other + link.slice(at + 1))).toMatch(/^link\//);
      }
    }
  });

  test('holds whatever edits make of a board', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEdit, { maxLength: 25 }), async (edits) => {
        const scenario = edits.reduce((before, { edit }) => edit(before), WHOLE_FORMAT as unknown as Scenario);
        const outcome = await decodeLink(await encoded(scenario));
        expect(outcome.ok && JSON.stringify(outcome.value)).toBe(JSON.stringify(scenario));
      }),
    );
  });

  test('too large for any link is not made', async () => {
    const notes = Array.from({ length: 300_000 }, (_, index) => index.toString(36)).join('');
    expect(await encodeLink({ ...checkout, notes })).toBeNull();
  });

  test('is judged by its length', () => {
    expect([2000, 2001, 4000, 4001].map(linkLengthVerdict)).toEqual(['good', 'works', 'works', 'file']);
  });
});

describe('the compact coding', () => {
  test('gives back any JSON, key order and bits of numbers included', () => {
    const keys = fc.oneof(fc.constantFrom(...LINK_KEYS), fc.string()).filter((key) => key !== '__proto__');
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 5, withCrossShrink: true },
        fc.oneof(
          fc.string(),
          fc.double({ noNaN: true, noDefaultInfinity: true }),
          fc.integer(),
          fc.boolean(),
          fc.constant(null),
        ),
        fc.array(tie('value'), { maxLength: 5 }),
        fc.dictionary(keys, tie('value'), { maxKeys: 6 }),
      ),
    }));
    fc.assert(
      fc.property(value, (json) => {
        const back = fromCompact(toCompact(json));
        expect(back).toEqual(json);
      }),
    );
  });

  test('keeps its table of keys: links made years ago are written in it', () => {
    expect(checksum(LINK_KEYS.slice(0, 101).join())).toMatchInlineSnapshot(`"1szbiqj"`);
    expect(new Set(LINK_KEYS).size).toBe(LINK_KEYS.length);
  });

  test('knows every key that the format has', () => {
    const schema = readFileSync('public/nineboard-1.schema.json', 'utf8');
    const named = new Set<string>();
    JSON.parse(schema, (key, value: unknown) => {
      if (key === 'properties') for (const name of Object.keys(value as object)) named.add(name);
      return value;
    });
    expect([...named].filter((name) => !LINK_KEYS.includes(name))).toEqual([]);
  });
});
