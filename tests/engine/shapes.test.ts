import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bracketStepwise } from '../../src/engine/availability/bracket.ts';
import { Builder } from '../../src/engine/availability/builder.ts';
import {
  nodeChances,
  ownChances,
  rootUnavailability,
  variableChances,
} from '../../src/engine/availability/evaluate.ts';
import { groupOf } from '../../src/engine/availability/group.ts';
import { groupsAndDomains } from '../../src/engine/availability/own-failure.ts';
import { planOf } from '../../src/engine/availability/plan.ts';
import { structureOf } from '../../src/engine/availability/structure.ts';
import { Diagram } from '../../src/engine/graph/diagram.ts';
import { analyse, analyseStepwise, createCache, curve } from '../../src/engine/index.ts';
import type { Resolved } from '../../src/model/resolved.ts';
import { bruteForce } from './brute-force.ts';
import { grid } from './grid.ts';
import { anyDesign } from './random-design.ts';
import { component, resolvedOf, samples } from './samples.ts';

const users = component({ id: 'users', kind: 'client' });
const service = (id: string, unavailability = 0) => component({ id, kind: 'service', unavailability });

const rare = (id: string) => component({ id, kind: 'service', replicas: 3, unavailability: 1e-6 });

/** The unavailability of the journey from `users`. */
const unavailability = (resolved: Resolved): number => {
  const value = Object.values(analyse(resolved).designs[0]!.journeys)[0]!.unavailability;
  if (value === null) throw new Error('out of reach');
  return value;
};

const relative = (value: number, expected: number): void => {
  expect(Math.abs(value / expected - 1)).toBeLessThanOrEqual(1e-12);
};

describe('known answers', () => {
  it('finds 0.9994970015 for the checkout', () => {
    expect(1 - unavailability(samples.checkout)).toBeCloseTo(0.9994970015, 10);
  });

  it('finds 99.999675 % and 5.49 nines for the checkout with a second provider', () => {
    const journey = analyse(samples.twoProviders).designs[0]!.journeys['shoppers']!;
    expect(journey.availability).toBeCloseTo(0.99999675, 8);
    expect(journey.nines).toBeCloseTo(5.488, 3);
    expect(journey.downtimeSecondsPerYear! / 60).toBeCloseTo(1.71, 2);
  });

  it('counts 2 of 3 at 99 % as 0.999702', () => {
    const group = component({ id: 'group', kind: 'service', replicas: 3, needed: 2, unavailability: 0.01 });
    expect(1 - unavailability(resolvedOf([users, group], [['users', 'group']]))).toBeCloseTo(0.999702, 12);
  });

  it('finds 0.97848 for the bridge of five parts at 90 %, its four cut sets and its four paths', () => {
    // Barlow and Proschan (1975): works by 1-4, 2-5, 1-3-5 or 2-3-4.
    const ways = [
      ['1', '4'],
      ['2', '5'],
      ['1', '3', '5'],
      ['2', '3', '4'],
    ];
    const bridge = resolvedOf(
      [
        users,
        component({ id: 'any', kind: 'gate' }),
        ...ways.map((way) => component({ id: way.join('-'), kind: 'gate', needed: way.length, mode: 'race' })),
        ...['1', '2', '3', '4', '5'].map((id) => service(id, 0.1)),
      ],
      [
        ['users', 'any'],
        ...ways.flatMap((way): [string, string][] => [
          ['any', way.join('-')],
          ...way.map((part): [string, string] => [way.join('-'), part]),
        ]),
      ],
    );
    expect(1 - unavailability(bridge)).toBeCloseTo(0.97848, 12);
    expect(curve(bridge, { question: 'cut-sets', design: 0, journey: 'users', most: 9 })).toMatchObject({
      count: 4,
      byOrder: [0, 2, 2],
    });
    expect(curve(bridge, { question: 'paths', design: 0, journey: 'users', most: 9 })).toMatchObject({
      total: 4,
      left: 4,
    });
  });

  it('makes three replicas at 99 % a thousand times worse with a common cause of 10 %', () => {
    const group = component({ id: 'group', kind: 'service', replicas: 3, unavailability: 0.01, beta: 0.1 });
    relative(unavailability(resolvedOf([users, group], [['users', 'group']])), 0.001 + 0.999 * 0.009 ** 3);
  });

  it('keeps its digits at 1e-18', () => {
    const gate = component({ id: 'any', kind: 'gate' });
    const resolved = resolvedOf(
      [users, rare('a'), gate, rare('b'), rare('c')],
      [
        ['users', 'a'],
        ['users', 'any'],
        ['any', 'b'],
        ['any', 'c'],
      ],
    );
    relative(unavailability(resolved), 1e-18 + 1e-36);
  });

  it('has the share of a steep group right: 690 of 1,000 at 70 %', () => {
    const steep = component({ id: 'steep', kind: 'service', replicas: 1000, needed: 690, unavailability: 0.3 });
    const resolved = resolvedOf(
      [users, steep, service('other', 1e-4)],
      [
        ['users', 'steep'],
        ['users', 'other'],
      ],
    );
    const { parts } = analyse(resolved).designs[0]!.journeys['users']!;
    expect(parts['steep']!.share + parts['other']!.share).toBeCloseTo(1, 9);
    expect(parts['steep']!.share).toBeGreaterThan(0.999);
  });

  it('splits a pair that must fail together in equal halves, whatever their chances', () => {
    const resolved = resolvedOf(
      [users, component({ id: 'any', kind: 'gate' }), service('a', 0.2), service('b', 0.001)],
      [
        ['users', 'any'],
        ['any', 'a'],
        ['any', 'b'],
      ],
    );
    const { parts } = analyse(resolved).designs[0]!.journeys['users']!;
    expect(parts['a']!.share).toBeCloseTo(0.5, 12);
    expect(parts['b']!.share).toBeCloseTo(0.5, 12);
  });
});

describe('what is shared counts once', () => {
  it('takes a database behind two services once, where the naive product takes it twice', () => {
    const resolved = resolvedOf(
      [users, service('a', 1e-3), service('b', 2e-3), service('db', 5e-3)],
      [
        ['users', 'a'],
        ['users', 'b'],
        ['a', 'db'],
        ['b', 'db'],
      ],
    );
    const { naive } = analyse(resolved).designs[0]!.journeys['users']!;
    relative(unavailability(resolved), 1 - 0.999 * 0.998 * 0.995);
    relative(naive!.unavailability, 1 - 0.999 * 0.998 * 0.995 * 0.995);
  });

  it('solves the bridge', () => {
    // Two of the ways 1-4, 2-5, 1-3-5, 2-3-4 as gates over shared services; q = 0.1 each: known to be 0.02152 down.
    const parts = [1, 2, 3, 4, 5].map((number) => service(`s${number}`, 0.1));
    const ways = [
      ['s1', 's4'],
      ['s2', 's5'],
      ['s1', 's3', 's5'],
      ['s2', 's3', 's4'],
    ];
    const resolved = resolvedOf(
      [users, component({ id: 'any', kind: 'gate' }), ...ways.map((_, index) => service(`way${index}`)), ...parts],
      [
        ['users', 'any'],
        ...ways.map((_, index): [string, string] => ['any', `way${index}`]),
        ...ways.flatMap((way, index) => way.map((id): [string, string] => [`way${index}`, id])),
      ],
    );
    relative(unavailability(resolved), 0.02152);
  });
});

describe('branches', () => {
  it('needs the database in 1 − 0.9^100 of the requests that make 100 look-ups behind a cache', () => {
    const resolved = resolvedOf(
      [users, service('app'), component({ id: 'cache', kind: 'cache', hitRatio: 0.9 }), service('db', 0.01)],
      [
        ['users', 'app'],
        ['app', 'cache', { times: 100 }],
        ['cache', 'db'],
      ],
    );
    relative(unavailability(resolved), 0.01 * -Math.expm1(100 * Math.log(0.9)));
  });

  it('solves twenty rare calls to services that share a database', () => {
    const names = Array.from({ length: 20 }, (_, index) => `s${index}`);
    const resolved = resolvedOf(
      [
        users,
        service('gateway'),
        ...names.map((name, index) => service(name, 0.001 * (index + 1))),
        service('db', 0.01),
      ],
      [
        ['users', 'gateway'],
        ...names.flatMap((name): [string, string, { probability?: number }][] => [
          ['gateway', name, { probability: 0.05 }],
          [name, 'db', {}],
        ]),
      ],
    );
    let dbUp = 1;
    names.forEach((_, index) => {
      dbUp *= 1 - 0.05 * 0.001 * (index + 1);
    });
    relative(unavailability(resolved), 1 - (0.99 * dbUp + 0.01 * 0.95 ** 20));
  });

  it('lets two visits by different ways draw for themselves', () => {
    const resolved = resolvedOf(
      [users, service('a'), service('b'), service('shared'), service('rare', 0.1)],
      [
        ['users', 'a'],
        ['users', 'b'],
        ['a', 'shared'],
        ['b', 'shared'],
        ['shared', 'rare', { probability: 0.5 }],
      ],
    );
    relative(unavailability(resolved), 0.1 * 0.75);
  });

  it('solves a ladder of diamonds with a rare call at every rung', () => {
    const rungs = 25;
    const parts = Array.from({ length: rungs }, (_, rung) => [`l${rung}`, `r${rung}`, `d${rung}`]).flat();
    const resolved = resolvedOf(
      [users, ...parts.map((id) => service(id, id.startsWith('d') ? 0.01 : 0.001)), service('end', 0.01)],
      [
        ['users', 'l0'],
        ['users', 'r0'],
        ...Array.from({ length: rungs }, (_, rung): [string, string, { probability?: number }][] => {
          const next = rung + 1 < rungs ? [`l${rung + 1}`, `r${rung + 1}`] : ['end', 'end'];
          return ['l', 'r'].flatMap((side): [string, string, { probability?: number }][] => [
            [`${side}${rung}`, next[0]!, {}],
            [`${side}${rung}`, next[1]!, {}],
            [`${side}${rung}`, `d${rung}`, { probability: 0.05 }],
          ]);
        }).flat(),
      ],
    );
    let up = 0.99 * 0.999 ** (2 * rungs);
    for (let rung = 0; rung < rungs; rung++) up *= 1 - 0.01 * (1 - 0.95 ** (2 * 2 ** rung));
    expect(Math.abs(unavailability(resolved) / (1 - up) - 1)).toBeLessThan(1e-10);
  });

  it('gives the same by numbers as in line', () => {
    fc.assert(
      fc.property(anyDesign(7), (design) => {
        const structure = structureOf(design);
        const diagram = new Diagram(100_000);
        const builder = new Builder(structure, diagram, structure.order, groupsAndDomains(structure), 0);
        const failures = new Map(structure.order.map((place) => [place, builder.build(place)]));
        const plan = planOf(diagram, builder, failures);
        const chances = variableChances(structure, plan, ownChances(structure, design.components.map(groupOf)));
        const nodes = nodeChances(plan, chances);
        for (const [place, root] of plan.roots) {
          const value = rootUnavailability(root!, chances, nodes);
          expect(Math.abs(value - bruteForce(design, place))).toBeLessThanOrEqual(1e-13);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('what is too large', () => {
  const width = 20;
  /** The grid with a promise. */
  const promising = (allowed: number): Resolved => {
    const { designs, ...rest } = grid(width, 0.001);
    const [design] = designs;
    const objective = { unavailability: allowed, windowSeconds: 86_400 };
    const components = design!.components.with(0, { ...design!.components[0]!, objective });
    return { ...rest, designs: [{ ...design!, components }] };
  };
  /** Its diagrams are given up once. */
  const cache = createCache();
  const answer = (resolved: Resolved) => analyse(resolved, {}, cache).designs[0]!;

  it('has a bracket with a finding, while what is within reach has its numbers', () => {
    const report = answer(grid(width, 0.001));
    const { unavailability, bracket, audit } = report.journeys['users']!;
    expect([unavailability, audit]).toEqual([null, null]);
    // The first crossing alone, and all of any three below a crossing that matters.
    expect(bracket!.low.unavailability).toBeGreaterThan(0.001);
    expect(bracket!.high.unavailability / bracket!.low.unavailability - 1).toBeLessThan(1e-3);
    expect(bracket!.narrowing).toBe(false);
    expect(report.findings.map(({ code }) => code)).toContain('availability/out-of-reach');
    expect(report.components[`${width - 1},0`]!.withDependencies!.unavailability).toBe(0.001);
    expect(report.components['0,0']!.withDependencies).toBeNull();
  });

  it('says of a promise what can be said of it', () => {
    const { low, high } = answer(grid(width, 0.001)).journeys['users']!.bracket!;
    const middle = (low.unavailability + high.unavailability) / 2;
    const met = (allowed: number) => answer(promising(allowed)).journeys['users']!.objective!.met;
    expect([met(0.01), met(0.0001), met(middle)]).toEqual([true, false, null]);
  });

  it('shows ranges on the way, each within the one before', () => {
    const seen: (readonly [number, number])[] = [];
    let shown: unknown;
    const steps = analyseStepwise(grid(width, 0.01), { narrow: bracketStepwise }, cache);
    for (let step = steps.next(); step.done !== true; step = steps.next()) {
      const { best } = step.value;
      if (best === undefined || best === shown) continue;
      shown = best;
      const { bracket } = best().designs[0]!.journeys['users']!;
      expect(bracket!.narrowing).toBe(true);
      seen.push([bracket!.low.unavailability, bracket!.high.unavailability]);
    }
    expect(seen.length).toBeGreaterThan(1);
    for (const [index, [low, high]] of seen.slice(1).entries()) {
      expect(low).toBeGreaterThanOrEqual(seen[index]![0]);
      expect(high).toBeLessThanOrEqual(seen[index]![1]);
    }
  });
});
