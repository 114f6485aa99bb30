import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  canStand,
  dealt,
  homesOf,
  occupiedDomains,
  parentsOf,
  placementOf,
  withAncestors,
} from '../../../src/model/domains.ts';
import { moveTo } from '../../../src/model/edit/board.ts';
import { copyItems, pasteItems } from '../../../src/model/edit/clipboard.ts';
import { removeItems } from '../../../src/model/edit/components.ts';
import { addDesign, removeDesign } from '../../../src/model/edit/designs.ts';
import {
  addDomain,
  changeDomainKind,
  freshDomainName,
  nestDomain,
  nestInto,
  nestOutOf,
  removeDomain,
  renameDomain,
  setDomainField,
} from '../../../src/model/edit/domains.ts';
import { parseClip } from '../../../src/model/edit/parse-clip.ts';
import { putInDomain, spreadInto, spreadOver, takeOut } from '../../../src/model/edit/placement.ts';
import { only } from '../../../src/model/edit/selection.ts';
import { DOMAIN_KINDS } from '../../../src/model/kinds/domain.ts';
import { parseScenario } from '../../../src/model/schema.ts';
import type { Component, Domain, Scenario } from '../../../src/model/scenario.ts';

/** Two regions, three zones in them, and a configuration that stands in nothing. */
const DOMAINS: Record<string, Domain> = {
  east: { kind: 'region', name: 'East' },
  west: { kind: 'region', name: 'West' },
  a: { kind: 'zone', name: 'Zone a', up: '99.99 %', in: 'east' },
  b: { kind: 'zone', name: 'Zone b', in: 'east' },
  x: { kind: 'zone', name: 'Zone x', in: 'west' },
  cfg: { kind: 'configuration' },
};
const boardOf = (listed: Record<string, readonly string[]>, domains = DOMAINS): Scenario => ({
  format: 'nineboard/1',
  designs: [
    {
      name: 'today',
      components: {
        shoppers: { kind: 'client' },
        ...Object.fromEntries(
          Object.entries(listed).map(([id, list]): [string, Component] => [
            id,
            { kind: 'service', replicas: 10, ...(list.length === 0 ? {} : { domains: list }) },
          ]),
        ),
      },
      domains,
    },
  ],
});
const text = (value: unknown): string => JSON.stringify(value);
const listOf = (scenario: Scenario, id = 'app'): readonly string[] =>
  scenario.designs[0]?.components[id]?.domains ?? [];
const domainIn = (scenario: Scenario, id: string): Domain | undefined => scenario.designs[0]?.domains?.[id];

describe('a domain', () => {
  test('is added under an id that no component, domain or text has, and removing it gives the same text', () => {
    const board = { ...boardOf({ 'zone-a': [] }), texts: { 'zone-a-2': { text: 'hello', at: [0, 0] as const } } };
    const added = addDomain(board, 0, { domain: { kind: 'zone', name: 'Zone a', up: '99.99 %' }, at: [10.4, 20] });
    expect(added.id).toBe('zone-a-3');
    expect(added.scenario.at).toEqual({ 'zone-a-3': [10, 20] });
    expect(parseScenario(added.scenario)).toMatchObject({ ok: true });
    expect(text(removeDomain(added.scenario, 0, added.id))).toBe(text(board));
  });

  test('is called by the next free letter of its kind', () => {
    const design = boardOf({}).designs[0];
    expect([freshDomainName(design, 'zone'), freshDomainName(design, 'power')]).toEqual(['Zone c', 'Power a']);
    const all = Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => [
      letter,
      { kind: 'zone', name: `Zone ${letter}` },
    ]);
    expect(freshDomainName({ name: '', components: {}, domains: Object.fromEntries(all) }, 'zone')).toBe('Zone 1');
  });

  test('has fields and a name, which follows its kind where it said it', () => {
    const board = boardOf({});
    expect(domainIn(setDomainField(board, 0, 'a', 'up', undefined), 'a')).not.toHaveProperty('up');
    expect(setDomainField(board, 0, 'a', 'kind', 'power')).toBe(board);
    expect(setDomainField(board, 0, 'a', 'in', 'west')).toBe(board);
    expect(domainIn(renameDomain(board, 0, 'a', ' '), 'a')).not.toHaveProperty('name');
    expect(domainIn(changeDomainKind(board, 0, 'a', 'power'), 'a')).toMatchObject({ kind: 'power', name: 'Power a' });
    expect(domainIn(changeDomainKind(board, 0, 'east', 'power'), 'east')?.name).toBe('East');
    expect(changeDomainKind(board, 0, 'a', 'zone')).toBe(board);
  });

  test('leaves its children and its content to what it stands in when it goes', () => {
    const board = boardOf({ app: ['a'], web: ['a', 'b'], db: ['east', 'cfg'] });
    const removed = removeDomain(board, 0, 'a');
    expect([listOf(removed), listOf(removed, 'web'), listOf(removed, 'db')]).toEqual([
      ['east'],
      ['b'],
      ['east', 'cfg'],
    ]);
    const both = removeDomain(removed, 0, 'east');
    expect(domainIn(both, 'b')).toEqual({ kind: 'zone', name: 'Zone b' });
    expect([listOf(both), listOf(both, 'web'), listOf(both, 'db')]).toEqual([[], ['b'], ['cfg']]);
  });

  test('is nested in others, but never in itself by whatever way', () => {
    const board = boardOf({});
    expect(domainIn(nestDomain(board, 0, 'cfg', ['a']), 'cfg')?.in).toBe('a');
    expect(domainIn(nestDomain(board, 0, 'a', ['east', 'cfg']), 'a')?.in).toEqual(['east', 'cfg']);
    expect(domainIn(nestDomain(board, 0, 'a', []), 'a')).not.toHaveProperty('in');
    for (const parent of ['east', 'a', 'b', 'nobody']) expect(nestDomain(board, 0, 'east', [parent])).toBe(board);
    expect(nestInto(board, 0, 'east', 'a')).toBe(board);
    expect(domainIn(nestInto(board, 0, 'a', 'west'), 'a')?.in).toBe('west');
    expect(domainIn(nestInto(nestInto(board, 0, 'a', 'cfg'), 0, 'a', 'west'), 'a')?.in).toEqual(['west', 'cfg']);
    expect(domainIn(nestOutOf(board, 0, 'a', 'east'), 'a')).not.toHaveProperty('in');
    expect(nestOutOf(board, 0, 'a', 'west')).toBe(board);
  });
});

describe('a component', () => {
  test.each([
    { listed: [], into: 'a', list: ['a'] },
    { listed: ['b', 'cfg'], into: 'a', list: ['a', 'cfg'] },
    { listed: ['east'], into: 'a', list: ['a'] },
    { listed: ['west'], into: 'a', list: ['a'] },
    { listed: ['a', 'b'], into: 'x', list: ['x'] },
    { listed: ['a', 'b'], into: 'east', list: ['a', 'b'] },
    { listed: ['a', 'x'], into: 'east', list: ['a'] },
    { listed: ['x'], into: 'east', list: ['east'] },
    { listed: ['a'], into: 'nowhere', list: ['a'] },
  ])('of $listed that is put in $into stands in $list', ({ listed, into, list }) => {
    expect(listOf(putInDomain(boardOf({ app: listed }), 0, ['app'], into))).toEqual(list);
  });

  test.each([
    { listed: ['a'], of: 'a', list: ['east'] },
    { listed: ['a', 'cfg'], of: 'east', list: ['cfg'] },
    { listed: ['a', 'b', 'cfg'], of: 'a', list: ['b', 'cfg'] },
    { listed: ['a', 'b'], of: 'east', list: [] },
    { listed: ['cfg'], of: 'cfg', list: [] },
    { listed: ['a'], of: 'x', list: ['a'] },
  ])('of $listed that is taken out of $of stands in $list', ({ listed, of, list }) => {
    expect(listOf(takeOut(boardOf({ app: listed }), 0, ['app'], of))).toEqual(list);
  });

  test('is spread over domains of one kind, and over one more', () => {
    const board = boardOf({ app: ['east', 'cfg'], web: ['b'] });
    expect(listOf(spreadOver(board, 0, ['app'], ['a', 'b', 'x']))).toEqual(['a', 'b', 'x', 'cfg']);
    expect(listOf(spreadOver(board, 0, ['app'], ['a', 'cfg']))).toEqual(['a', 'cfg']);
    expect(spreadOver(board, 0, ['app'], ['nowhere'])).toBe(board);
    expect(listOf(spreadInto(board, 0, ['app', 'web'], 'a'), 'web')).toEqual(['b', 'a']);
    expect(spreadInto(board, 0, ['web'], 'b')).toBe(board);
  });

  test('that sends requests stands in no domain', () => {
    const board = boardOf({ app: [] });
    expect(putInDomain(board, 0, ['shoppers'], 'a')).toBe(board);
    expect([canStand(board.designs[0], 'shoppers'), canStand(board.designs[0], 'app')]).toEqual([false, true]);
  });

  test('has its replicas dealt in turn', () => {
    expect([dealt(10, 3), dealt(2, 3), dealt(3, 1)]).toEqual([[4, 3, 3], [1, 1, 0], [3]]);
  });
});

describe('the place of a domain', () => {
  test('is its own while nothing stands in it as a whole, and goes with the first that does', () => {
    const { scenario, id } = addDomain(boardOf({ app: [] }), 0, { domain: { kind: 'zone' }, at: [5, 5] });
    expect(moveTo(scenario, { domains: { [id]: [7, 7], nobody: [0, 0] } }).at).toEqual({ [id]: [7, 7] });
    expect(putInDomain(scenario, 0, ['app'], id)).not.toHaveProperty('at');
    expect(spreadOver(scenario, 0, ['app'], [id, 'a']).at).toEqual({ [id]: [5, 5] });
    expect(nestDomain(scenario, 0, 'cfg', [id])).not.toHaveProperty('at');
  });

  test('stays as long as another design needs it', () => {
    const { scenario, id } = addDomain(boardOf({ app: [] }), 0, { domain: { kind: 'zone' }, at: [5, 5] });
    const twice = addDesign(scenario, 0);
    const put = putInDomain(twice, 0, ['app'], id);
    expect(put.at).toEqual({ [id]: [5, 5] });
    expect(removeDesign(put, 1)).not.toHaveProperty('at');
    expect(removeItems(put, 1, only({ domains: [id] }))).not.toHaveProperty('at');
  });
});

describe('copying', () => {
  test('components keeps them in their domains', () => {
    const board = boardOf({ app: ['a', 'b'] });
    const pasted = pasteItems(board, 0, copyItems(board, 0, only({ components: ['app'] })), [0, 0]);
    expect(listOf(pasted.scenario, 'app-2')).toEqual(['a', 'b']);
    expect(pasted.scenario.designs[0]?.domains).toEqual(DOMAINS);
  });

  test('a domain copies what stands in it, and the copies stand in the copy', () => {
    const board = { ...boardOf({ app: ['a'], web: ['a', 'x'], db: ['east'] }), at: { app: [40, 60] as const } };
    const clip = copyItems(board, 0, only({ domains: ['east'] }));
    expect(Object.keys(clip.components)).toEqual(['app', 'db']);
    expect(parseClip(text(clip))).toEqual({ ok: true, value: clip });
    const { scenario, selection } = pasteItems(board, 0, clip, [500, 60]);
    expect(selection).toEqual(only({ components: ['app-2', 'db-2'], domains: ['east-2', 'a-2', 'b-2'] }));
    expect([listOf(scenario, 'app-2'), listOf(scenario, 'db-2')]).toEqual([['a-2'], ['east-2']]);
    expect(domainIn(scenario, 'a-2')).toEqual({ ...DOMAINS['a'], name: 'Zone a 2', in: 'east-2' });
    expect(scenario.at).toMatchObject({ 'app-2': [500, 60] });
  });

  test('an empty domain copies its place', () => {
    const board = { ...boardOf({}), at: { b: [40, 60] as const, x: [80, 100] as const } };
    const clip = copyItems(board, 0, only({ domains: ['b', 'x'] }));
    expect(pasteItems(board, 0, clip, [0, 0]).scenario.at).toMatchObject({ 'b-2': [0, 0], 'x-2': [40, 40] });
  });

  test('what was cut keeps its ids', () => {
    const board = boardOf({ app: ['a'] });
    const selection = only({ domains: ['a'], components: ['app'] });
    const pasted = pasteItems(removeItems(board, 0, selection), 0, copyItems(board, 0, selection), [0, 0]);
    expect(pasted.selection).toEqual(selection);
    expect(listOf(pasted.scenario)).toEqual(['a']);
  });
});

/** Domains that stand in earlier ones, so that there is no ring, and a group in some of them. */
const anyBoard = fc
  .array(fc.tuple(fc.constantFrom(...DOMAIN_KINDS), fc.array(fc.nat(20), { maxLength: 2 })), {
    minLength: 2,
    maxLength: 7,
  })
  .chain((all) => {
    const ids = all.map((_, index) => `d${index}`);
    const domains = all.map(([kind, parents], index): [string, Domain] => {
      const list = index === 0 ? [] : [...new Set(parents.map((parent) => `d${parent % index}`))];
      return [ids[index]!, { kind, ...(list.length === 0 ? {} : { in: list }) }];
    });
    return fc
      .tuple(fc.subarray(ids), fc.constantFrom(...ids), fc.constantFrom(...ids))
      .map(([listed, one, other]) => ({ board: boardOf({ app: listed }, Object.fromEntries(domains)), one, other }));
  });
const homes = (scenario: Scenario): ReadonlySet<string> =>
  homesOf({ domains: listOf(scenario) }, scenario.designs[0]?.domains ?? {});

describe('wherever domains stand in each other', () => {
  test('what is put in one stands in it, and putting it there again changes nothing', () => {
    fc.assert(
      fc.property(anyBoard, ({ board, one }) => {
        const put = putInDomain(board, 0, ['app'], one);
        expect(homes(put)).toContain(one);
        expect(putInDomain(put, 0, ['app'], one)).toBe(put);
      }),
    );
  });

  test('what is put in one stands in no other of its kind but around or inside it', () => {
    fc.assert(
      fc.property(anyBoard, ({ board, one }) => {
        const put = putInDomain(board, 0, ['app'], one);
        const domains = put.designs[0]?.domains ?? {};
        const related = (id: string): boolean =>
          withAncestors(domains, one).has(id) || withAncestors(domains, id).has(one);
        for (const id of listOf(put)) if (domains[id]?.kind === domains[one]?.kind) expect(related(id)).toBe(true);
      }),
    );
  });

  test('what is taken out of one has no replica in it', () => {
    fc.assert(
      fc.property(anyBoard, ({ board, one }) => {
        const taken = takeOut(board, 0, ['app'], one);
        const domains = taken.designs[0]?.domains ?? {};
        expect(listOf(taken).some((id) => withAncestors(domains, id).has(one))).toBe(false);
        expect(takeOut(taken, 0, ['app'], one)).toBe(taken);
      }),
    );
  });

  test('what is spread over several of a kind stands in exactly these of it', () => {
    fc.assert(
      fc.property(anyBoard, ({ board, one, other }) => {
        const domains = board.designs[0]?.domains ?? {};
        fc.pre(domains[one]?.kind === domains[other]?.kind);
        const spread = spreadOver(board, 0, ['app'], [one, other]);
        const list = placementOf({ domains: listOf(spread) }, domains).find((ids) => ids.includes(one));
        expect(new Set(list)).toEqual(new Set([one, other]));
      }),
    );
  });

  test('nesting never closes a ring', () => {
    fc.assert(
      fc.property(anyBoard, ({ board, one, other }) => {
        const nested = nestInto(board, 0, one, other);
        const domains = nested.designs[0]?.domains ?? {};
        for (const [id, domain] of Object.entries(domains)) {
          expect(parentsOf(domain).some((parent) => withAncestors(domains, parent).has(id))).toBe(false);
        }
        if (nested !== board) expect(withAncestors(domains, one)).toContain(other);
      }),
    );
  });

  test('nobody speaks of a domain that was removed, and everything else stays where it was', () => {
    fc.assert(
      fc.property(anyBoard, ({ board, one }) => {
        const removed = removeDomain(board, 0, one);
        expect(text(removed.designs[0])).not.toContain(`"${one}"`);
        const before = [...homes(board)].filter((id) => id !== one);
        const after = homes(removed);
        const listedAlone = listOf(board).length === 1;
        if (listedAlone) for (const id of before) expect(after).toContain(id);
        expect(occupiedDomains(removed.designs[0]!)).not.toContain(one);
      }),
    );
  });
});
