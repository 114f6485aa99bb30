import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pathText } from '../../src/model/issue.ts';
import { parseScenario, readScenario } from '../../src/model/schema.ts';
import { CAPS } from '../../src/model/schema/structure.ts';
import { WHOLE_FORMAT } from './whole-format.ts';

type Json = Record<string, unknown>;

const minimal = (components: Json = {}, more: Json = {}): Json => ({
  format: 'nineboard/1',
  designs: [{ name: 'a', components, ...more }],
});

const many = (count: number): Json => Object.fromEntries(Array.from({ length: count }, (_, i) => [`x${i}`, 1]));

/** `path: message` of everything that is wrong. */
const wrong = (input: unknown): string[] => {
  const outcome = parseScenario(input);
  return outcome.ok ? [] : outcome.issues.map((issue) => `${pathText(issue.path)}: ${issue.message}`);
};
const codes = (json: string): string[] => {
  const outcome = readScenario(json);
  return outcome.ok ? [] : outcome.issues.map((issue) => issue.code);
};

describe('What is accepted', () => {
  test('the whole format, every key of it, and it comes back untouched with its keys in their order', () => {
    const outcome = parseScenario(WHOLE_FORMAT);
    expect(wrong(WHOLE_FORMAT)).toEqual([]);
    expect(outcome.ok && outcome.value).toBe(WHOLE_FORMAT);
    const read = readScenario(JSON.stringify(WHOLE_FORMAT));
    expect(read.ok && JSON.stringify(read.value)).toBe(JSON.stringify(WHOLE_FORMAT));
  });

  test('a document with only what must be there', () => {
    expect(wrong(minimal())).toEqual([]);
  });

  test('a wrong value in a known field: that is said at the field, and is no reason to refuse the document', () => {
    expect(wrong(minimal({ a: { kind: 'service', up: '120 %', time: '3 req/s', needed: 'nonsense' } }))).toEqual([]);
    expect(wrong(minimal({}, { calls: [{ from: 'x', to: 'y' }] }))).toEqual([]);
  });

  test('a byte order mark before the text', () => {
    expect(readScenario(`\ufeff${JSON.stringify(minimal())}`).ok).toBe(true);
  });
});

describe('What is refused, and where it is said to be', () => {
  test.each<[string, Json, string]>([
    [
      'an unknown key',
      { ...minimal(), foo: 1 },
      'foo: "foo" is not known here. Check its spelling; the file may also be from a newer version of Nineboard',
    ],
    [
      'a key of another kind',
      minimal({ a: { kind: 'service', hitRatio: 1 } }),
      'designs.0.components.a.hitRatio: "hitRatio" is not known here',
    ],
    [
      'an unknown kind',
      minimal({ a: { kind: 'server' } }),
      "designs.0.components.a.kind: A component's kind is one of client, ",
    ],
    ['a missing kind', minimal({ a: {} }), 'designs.0.components.a.kind: "kind" is missing. Add it'],
    [
      'a wrong type',
      minimal({ a: { kind: 'service', replicas: true } }),
      'designs.0.components.a.replicas: A number or a text such as "40 ms" belongs here',
    ],
    [
      'null for a value',
      minimal({ a: { kind: 'service', up: null } }),
      'designs.0.components.a.up: A number or a text',
    ],
    [
      'an unknown choice',
      minimal({ a: { kind: 'service', whenDown: 'bypass' } }),
      'designs.0.components.a.whenDown: whenDown is one of refuse, hang',
    ],
    [
      'a list for an object',
      minimal({ a: { kind: 'service', scaling: [] } }),
      'designs.0.components.a.scaling: This has to be an object in braces, not a list',
    ],
    [
      'a list of components',
      { format: 'nineboard/1', designs: [{ name: 'a', components: [] }] },
      'designs.0.components: This has to be an object in braces',
    ],
    [
      'half a distribution',
      minimal({ a: { kind: 'service', time: { p50: '1 ms' } } }),
      'designs.0.components.a.time.p99: "p99" is missing. Add it',
    ],
    ['no design', { format: 'nineboard/1', designs: [] }, 'designs: A scenario has at least one design'],
    ['a call without an end', minimal({}, { calls: [{ from: 'a' }] }), 'designs.0.calls.0.to: "to" is missing. Add it'],
    ['an arrow in an id', minimal({ 'a->b': { kind: 'gate' } }), 'designs.0.components.a->b: An id is made of letters'],
    ['a space before an id', minimal({ ' a': { kind: 'gate' } }), 'designs.0.components. a: An id is made of letters'],
    ['markup in an id', minimal({ '<b>': { kind: 'gate' } }), 'designs.0.components.<b>: An id is made of letters'],
    [
      'a title without end',
      { ...minimal(), title: 'x'.repeat(201) },
      'title: The title is longer than 200 characters. Shorten it',
    ],
    [
      'notes without end',
      { ...minimal(), notes: 'x'.repeat(20_001) },
      'notes: This text is longer than 20000 characters. Shorten it',
    ],
    [
      "a variable's name with a digit first",
      { ...minimal(), variables: { '2x': 1 } },
      "variables.2x: A variable's name is made of letters",
    ],
    ['a position of one number', { ...minimal(), at: { a: [1] } }, 'at.a.1: A position is two numbers'],
    [
      'a number beyond a double',
      { ...minimal(), at: { a: [1, Number.POSITIVE_INFINITY] } },
      'at.a.1: This number is too large',
    ],
    [
      'a newer format',
      { ...minimal(), format: 'nineboard/2' },
      'format: This scenario was made by a newer version of Nineboard (nineboard/2)',
    ],
    ['another format', { ...minimal(), format: 'drawing' }, 'format: This is not a Nineboard scenario'],
  ])('%s', (_, document, message) => {
    expect(wrong(document)[0]).toContain(message);
  });

  test('two calls of the same written id, while implicit ids never clash', () => {
    const calls = [
      { id: 'x', from: 'a', to: 'b' },
      { from: 'a', to: 'b' },
      { id: 'x', from: 'b', to: 'a' },
    ];
    expect(wrong(minimal({}, { calls }))).toEqual([
      'designs.0.calls.2.id: Two calls have the id x. Give one of them another',
    ]);
    expect(wrong(minimal({}, { calls: calls.slice(0, 2) }))).toEqual([]);
  });

  test('no more issues are listed than anybody reads', () => {
    const components = Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`c${i}`, { kind: 'nothing' }]));
    expect(wrong(minimal(components))).toHaveLength(50);
  });
});

describe('Hostile input', () => {
  test.each(['__proto__', 'constructor', 'prototype'])('%s as an id opens nothing, wherever it stands', (key) => {
    for (const place of ['components', 'domains', 'regions']) {
      const json = `{"format":"nineboard/1","designs":[{"name":"a","components":{},"${place}":{"${key}":{"kind":"gate"}}}]}`;
      expect(codes(json)).toEqual(['document/forbidden-key']);
    }
    expect(codes(`{"format":"nineboard/1","designs":[],"variables":{"${key}":1}}`)).toEqual(['document/forbidden-key']);
    expect(codes(`{"format":"nineboard/1","designs":[],"${key}":{"x":1}}`)).toEqual(['document/forbidden-key']);
    expect(({} as Json)['x']).toBeUndefined();
  });

  test('brackets without end are refused before they are parsed, texts with brackets in them are not', () => {
    expect(codes('['.repeat(5_000_000))).toEqual(['document/too-deep']);
    expect(codes(`{"format":"nineboard/1","a":${'['.repeat(1000)}${']'.repeat(1000)}}`)).toEqual(['document/too-deep']);
    expect(readScenario(JSON.stringify({ ...minimal(), notes: '\\"[[{{'.repeat(1000) })).ok).toBe(true);
  });

  test('depth is refused without recursion', () => {
    let deep: unknown = 1;
    for (let i = 0; i < 1_000_000; i++) deep = { deep };
    expect(wrong({ ...minimal(), deep })[0]).toContain('levels deep');
  });

  test('a million components are counted, not looked at', () => {
    let looked = 0;
    const component = {
      get kind() {
        looked++;
        return 'service';
      },
    };
    const components = Object.fromEntries(Array.from({ length: 1_000_000 }, (_, i) => [`c${i}`, component]));
    expect(wrong(minimal(components))[0]).toContain('There are 1000000 components, and at most 5000 can be opened');
    expect(looked).toBe(0);
  });

  test('too many calls, designs, texts and variables are refused', () => {
    const calls = Array.from({ length: CAPS.calls + 1 }, () => ({ from: 'a', to: 'b' }));
    expect(wrong(minimal({}, { calls }))[0]).toContain('20001 calls');
    expect(wrong({ format: 'nineboard/1', designs: Array.from({ length: 101 }, () => 0) })[0]).toContain('101 designs');
    expect(wrong({ ...minimal(), texts: many(CAPS.texts + 1) })[0]).toContain('2001 texts');
    expect(wrong({ ...minimal(), variables: many(CAPS.variables + 1) })[0]).toContain('1001 variables');
  });

  test('a text of more than 10 MB is not parsed, and what is no JSON is said to be none', () => {
    expect(codes('x'.repeat(CAPS.jsonLength + 1))).toEqual(['document/too-large']);
    expect(codes('{"format":"nineboard/1",')).toEqual(['document/not-json']);
    expect(codes('')).toEqual(['document/not-json']);
    expect(codes('<svg onload="alert(1)">')).toEqual(['document/not-json']);
    expect(
      codes('{"format":"nineboard/1","designs":[{"name":"a","components":{"a":{"kind":"service","replicas":1e999}}}]}'),
    ).toEqual(['document/not-finite']);
  });

  test('anything at all is refused with a path and a sentence, and never throws', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withTypedArray: true,
    });
    fc.assert(
      fc.property(anything, (input) => {
        expect(wrong(input)).not.toEqual([]);
        expect(wrong(minimal({ a: input }))).not.toEqual([]);
        wrong({ ...minimal(), variables: input });
        wrong(minimal({ a: { kind: 'service', time: input } }));
      }),
    );
  });

  test('any JSON in the place of any part of a valid document never throws', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(200), (json, place) => {
        let at = 0;
        const text = JSON.stringify(WHOLE_FORMAT, (_, value: unknown) =>
          at++ === place ? (JSON.parse(json) as unknown) : value,
        );
        const outcome = readScenario(text);
        if (!outcome.ok) for (const issue of outcome.issues) expect(issue.message).not.toMatch(/Invalid|Expected/);
      }),
    );
  });
});
