import { describe, expect, test } from 'vitest';
import type { Component, Domain } from '../../src/model/scenario.ts';
import { resolved } from './scenario-of.ts';

const zone = (fields: Partial<Domain> = {}): Domain => ({ kind: 'zone', ...fields });
const inDomains = (domains: readonly string[], existing: Record<string, Domain>, fields: Partial<Component> = {}) =>
  resolved({ s: { kind: 'service', name: 'App', ...fields, domains } }, [], {}, existing);
const nested = (domains: Record<string, Domain>) => resolved({}, [], {}, domains);

describe('Domains', () => {
  test('come in the order of the document, with how often they are up and what they stand in', () => {
    const { domains, issues, findings } = nested({
      b: { kind: 'zone', name: 'Zone b', up: '99.99 %', in: 'us' },
      a: { kind: 'zone', up: { probability: '99.9 %', mttr: '1 h' }, in: ['grid', 'us'] },
      us: { kind: 'region', up: { mtbf: '8759 h', mttr: '1 h' } },
      grid: { kind: 'power' },
    });
    expect(issues).toEqual([]);
    expect(findings).toEqual([]);
    expect(domains).toEqual([
      { id: 'b', name: 'Zone b', kind: 'zone', unavailability: 1e-4, mttrSeconds: null, parents: [2] },
      { id: 'a', name: 'a', kind: 'zone', unavailability: 1e-3, mttrSeconds: 3600, parents: [3, 2] },
      { id: 'us', name: 'us', kind: 'region', unavailability: 1 / 8760, mttrSeconds: 3600, parents: [] },
      { id: 'grid', name: 'grid', kind: 'power', unavailability: 0, mttrSeconds: null, parents: [] },
    ]);
  });

  test.each<[Domain, string]>([
    [zone({ up: '120 %' }), 'domains.a.up: 120 % is more than 100 % (a). Write at most 100 %'],
    [zone({ up: 2 }), 'domains.a.up: 2 is more than 1 (a). Did you mean 2 %?'],
    [zone({ up: '-1 %' }), 'domains.a.up: -1 % is less than 0 (a). Write 0 or more'],
    [
      zone({ up: { mttr: '1 h' } as unknown as Domain['up'] & {} }),
      'domains.a.up.mtbf: A time to repair alone does not say how often it fails (a). Write mtbf beside it, the mean time between failures, or probability',
    ],
    [zone({ in: 'nowhere' }), 'domains.a.in: There is no domain nowhere (a). Add it, or leave it out'],
    [zone({ in: ['b', 'nowhere'] }), 'domains.a.in.1: There is no domain nowhere (a). Add it, or leave it out'],
    [zone({ in: ['b', 'b'] }), 'domains.a.in.1: b is listed twice (a). Leave it out once'],
    [zone({ in: 'a' }), 'domains.a.in: a stands in itself (a). Leave one of them out'],
  ])('%j is an error at its field, and the rest holds', (domain, issue) => {
    const { issues, domains } = nested({ a: domain, b: zone({ up: '99 %' }) });
    expect(issues).toEqual([issue]);
    expect(domains[0]).toMatchObject({ unavailability: 0, parents: Array.isArray(domain.in) ? [1] : [] });
    expect(domains[1]?.unavailability).toBeCloseTo(0.01, 15);
  });

  test('in a ring are named, at the one that closes it, which is left out', () => {
    const { issues, domains } = nested({
      a: zone({ name: 'A', in: 'b' }),
      b: zone({ name: 'B', in: ['d', 'c'] }),
      c: zone({ name: 'C', in: ['d', 'a'] }),
      d: zone(),
    });
    expect(issues).toEqual(['domains.c.in.1: A, B and C stand in each other in a circle (C). Leave one of them out']);
    expect(domains.map(({ parents }) => parents)).toEqual([[1], [3, 2], [3], []]);
  });

  test('may stand in one another without end', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 1000 }, (_, i) => [`z${i}`, zone(i === 999 ? { in: 'z0' } : { in: `z${i + 1}` })]),
    );
    const { issues, domains } = nested(chain);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toContain('domains.z999.in: z0, z1, z2, z3, z4, z5, z6, z7 and 992 more, stand in each other');
    expect(domains[998]?.parents).toEqual([999]);
    expect(domains[999]?.parents).toEqual([]);
  });
});

describe('Where replicas stand', () => {
  const existing: Record<string, Domain> = {
    a: zone({ in: 'us' }),
    cfg: { kind: 'configuration' },
    b: zone(),
    us: { kind: 'region' },
  };

  test('is grouped by kind in the order in which the kinds appear', () => {
    const placement = (domains: readonly string[]) => inDomains(domains, existing).components['s']?.placement;
    expect(placement(['a', 'b', 'cfg'])).toEqual([[0, 2], [1]]);
    expect(placement(['b', 'cfg', 'a'])).toEqual([[2, 0], [1]]);
    expect(placement(['cfg', 'b', 'a'])).toEqual([[1], [2, 0]]);
    expect(placement([])).toEqual([]);
  });

  test('may name what a domain of theirs stands in too', () => {
    const { components, issues } = inDomains(['a', 'us'], existing);
    expect(issues).toEqual([]);
    expect(components['s']?.placement).toEqual([[0], [3]]);
  });

  test('is known for a gate and an external as well', () => {
    const { components } = resolved(
      { e: { kind: 'external', domains: ['a'] }, g: { kind: 'gate', domains: ['cfg'] } },
      [{ from: 'g', to: 'e' }],
      {},
      existing,
    );
    expect(components['e']?.placement).toEqual([[0]]);
    expect(components['g']?.placement).toEqual([[1]]);
  });

  test.each([
    ['unknown', ['a', 'nowhere', 'b'], 's.domains.1: There is no domain nowhere (App). Add it, or leave it out'],
    ['twice', ['a', 'b', 'a'], 's.domains.2: a is listed twice (App). Leave it out once'],
  ])('is wrong where a domain is %s, and holds for the others', (_, domains, issue) => {
    const { components, issues } = inDomains(domains, existing);
    expect(issues).toEqual([issue]);
    expect(components['s']?.placement).toEqual([[0, 2]]);
  });

  test('is never the prototype of an object', () => {
    expect(inDomains(['toString'], existing).codes).toEqual(['s.domains.0 domain/unknown']);
  });
});
