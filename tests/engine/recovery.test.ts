import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupFrequency, groupGrowth, groupUnavailability, type Group } from '../../src/engine/availability/group.ts';
import { tooFewLeft } from '../../src/engine/availability/replicas-left.ts';
import { analyse } from '../../src/engine/index.ts';
import type { ResolvedDomain } from '../../src/model/resolved.ts';
import { groupDown } from './brute-force.ts';
import { component, resolvedOf, samples } from './samples.ts';

const close = (value: number, expected: number, relative = 1e-12): void => {
  expect(Math.abs(value - expected), `${value} is not ${expected}`).toBeLessThanOrEqual(relative * Math.abs(expected));
};
const group = (part: Partial<Group>): Group => ({ replicas: 1, needed: 1, unavailability: 0.01, beta: 0, ...part });

const anyGroup = fc
  .record({
    replicas: fc.integer({ min: 1, max: 7 }),
    needed: fc.integer({ min: 1, max: 7 }),
    unavailability: fc.constantFrom(1e-6, 0.01, 0.2),
    beta: fc.constantFrom(0, 0.05, 0.5),
    mttrSeconds: fc.constant(600),
    plannedUnavailability: fc.constantFrom(0, 0.001),
    plannedSeconds: fc.constant(1200),
    takeoverSeconds: fc.constantFrom(0, 30),
    uncovered: fc.constantFrom(0, 0.1, 0.5, 1),
  })
  .map((made) => ({ ...made, needed: Math.min(made.needed, made.replicas) }));

describe('a group', () => {
  it('is down as often as its states say, whatever takes it down', () => {
    fc.assert(
      fc.property(anyGroup, fc.integer({ min: 0, max: 7 }), (made, left) => {
        const standing = Math.min(left, made.replicas);
        const all = component({ id: 'x', kind: 'service', ...made });
        close(groupUnavailability(made, standing), groupDown(all, standing), 1e-11);
      }),
      { numRuns: 400 },
    );
  });

  it('has the values that textbooks print', () => {
    // Hoyland and Rausand (2004): 2-of-3 at 0.99 is 0.999702; a β-factor of 0.1 on three replicas at 99 %, one needed.
    close(groupUnavailability(group({ replicas: 3, needed: 2 })), 0.000298);
    close(groupUnavailability(group({ replicas: 3, beta: 0.1 })), 0.001 + 0.999 * 0.009 ** 3);
    // Bouricius et al. (1969): a pair whose spare takes over with coverage c works with (1 − q) + c·q·(1 − q).
    close(groupUnavailability(group({ replicas: 2, uncovered: 0.1 })), 0.01 - 0.9 * 0.01 * 0.99);
  });

  it('does not care for coverage where there is no spare, nor for β where there is one replica', () => {
    close(groupUnavailability(group({ replicas: 3, needed: 3, uncovered: 0.8 })), 1 - 0.99 ** 3);
    close(groupUnavailability(group({ beta: 0.5 })), 0.01);
  });

  it('waits for a takeover with every failure of a replica that serves', () => {
    // Two serve, each failing every 60,000 s: 2 · 30/60,000 of the time is spent switching.
    const made = group({ replicas: 4, needed: 2, mttrSeconds: 600, takeoverSeconds: 30 });
    const plain = groupUnavailability({ ...made, takeoverSeconds: 0 });
    close(groupUnavailability(made), 1 - (1 - plain) * (1 - 0.001));
  });

  it('keeps its digits far below what 1 − A can hold', () => {
    close(tooFewLeft(3, 1, 1e-6, 0), 1e-18);
    close(tooFewLeft(3, 1, 1e-6, 1e-12), 2e-18, 1e-11);
    close(groupUnavailability(group({ replicas: 2, unavailability: 1e-9 })), 1e-18);
  });

  it('grows with the scale of its failures as its parts say', () => {
    fc.assert(
      fc.property(anyGroup, fc.constantFrom(0.3, 0.7, 1), (made, scale) => {
        const step = 1e-5;
        const slope =
          (groupUnavailability(made, made.replicas, scale + step) -
            groupUnavailability(made, made.replicas, scale - step)) /
          (2 * step);
        const parts = Object.values(groupGrowth(made, made.replicas, scale));
        expect(parts.every((part) => part >= 0)).toBe(true);
        close(
          parts.reduce((sum, part) => sum + part, 0),
          slope,
          1e-5,
        );
      }),
      { numRuns: 200 },
    );
  });

  it('is out for mttr/(n − k + 1) on average, as every k of n that are repaired independently', () => {
    for (const [replicas, needed] of [
      [1, 1],
      [2, 1],
      [3, 2],
      [5, 2],
      [10, 8],
    ] as const) {
      const made = group({ replicas, needed, unavailability: 1e-4, mttrSeconds: 600 });
      const mean = groupUnavailability(made) / groupFrequency(made)!;
      close(mean, 600 / (replicas - needed + 1), needed === 1 ? 1e-9 : 1e-2);
    }
  });
});

const zone = (id: string, unavailability: number, parents: readonly number[] = []): ResolvedDomain => ({
  id,
  name: id,
  kind: 'zone',
  unavailability,
  mttrSeconds: 3600,
  parents,
});

describe('failure domains', () => {
  const users = component({ id: 'users', kind: 'client' });
  const app = component({ id: 'app', kind: 'service', replicas: 3, needed: 2, unavailability: 0.01, mttrSeconds: 60 });
  const journey = (domains: ResolvedDomain[], placement: number[][]) => {
    const resolved = resolvedOf([users, { ...app, placement }], [['users', 'app']]);
    const [design] = resolved.designs;
    return analyse({ ...resolved, designs: [{ ...design!, domains }] }).designs[0]!;
  };

  it('take what stands in them: by hand over three zones', () => {
    // All up, or one zone down and both others of the two that are left up.
    const d = 0.001;
    const up = (1 - d) ** 3 * (1 - 0.000298) + 3 * d * (1 - d) ** 2 * 0.99 ** 2;
    const report = journey([zone('a', d), zone('b', d), zone('c', d)], [[0, 1, 2]]);
    close(report.journeys['users']!.unavailability!, 1 - up, 1e-11);
    expect(report.journeys['users']!.domains['a']!.singlePoint).toBe(false);
    close(report.components['app']!.own.unavailability, 1 - up, 1e-11);
  });

  it('take the group alone where all replicas stand in one, with what that stands in', () => {
    const report = journey([zone('region', 0.002), zone('a', 0.001, [0])], [[1]]);
    const { unavailability, domains } = report.journeys['users']!;
    close(unavailability!, 1 - (1 - 0.000298) * 0.999 * 0.998);
    expect(domains['a']).toMatchObject({ singlePoint: true });
    close(report.domains['a']!.own.unavailability, 1 - 0.999 * 0.998);
  });

  it('keep their digits where two of them must fail at once: 1e-18', () => {
    const parts = [
      users,
      component({ id: 'any', kind: 'gate' }),
      ...[0, 1].map((place) =>
        component({ id: `s${place}`, kind: 'service', unavailability: 1e-10, placement: [[place]] }),
      ),
    ];
    const resolved = resolvedOf(parts, [
      ['users', 'any'],
      ['any', 's0'],
      ['any', 's1'],
    ]);
    const domains = [zone('a', 9e-10), zone('b', 9e-10)];
    const report = analyse({ ...resolved, designs: [{ ...resolved.designs[0]!, domains }] }).designs[0]!;
    const one = 9e-10 + 1e-10 - 9e-20;
    close(report.journeys['users']!.unavailability!, one * one);
    close(report.journeys['users']!.parts['s0']!.unavailabilityIfDown, one);
  });

  it('share the downtime with what stands in them: all shares together are 1', () => {
    const { parts, domains, causes } = journey([zone('a', 0.001), zone('b', 0.01)], [[0, 1]]).journeys['users']!;
    const shares = [...Object.values(parts), ...Object.values(domains)].map(({ share }) => share);
    close(
      shares.reduce((sum, share) => sum + share, 0),
      1,
      1e-9,
    );
    close(
      Object.values(causes).reduce((sum, cause) => sum + cause, 0),
      1,
      1e-9,
    );
    expect(causes.domain).toBeGreaterThan(0.7);
  });

  it('count as outages: the two things in series that they are', () => {
    const report = journey([zone('a', 0.001)], [[0]]);
    const { perYear, meanSeconds } = report.journeys['users']!.outages;
    const own = 3 * 2 * 0.01 * 0.99 * (0.01 / 60);
    const perSecond = own * 0.999 + (1 - 0.000298) * (0.001 / 3600);
    close(perYear!, perSecond * 31_536_000);
    close(meanSeconds!, report.journeys['users']!.unavailability! / perSecond);
  });
});

describe('outages', () => {
  it('are not known where something that brings one has no time to repair, and say what', () => {
    const { outages } = analyse(samples.checkout).designs[0]!.journeys['shoppers']!;
    expect(outages).toEqual({ perYear: null, meanSeconds: null, unknown: ['balancer', 'app', 'db', 'payment'] });
  });

  it('are not brought by what is never up: it fails no more, and need not say how long a repair takes', () => {
    const users = component({ id: 'users', kind: 'client' });
    const any = component({ id: 'any', kind: 'gate' });
    const dead = component({ id: 'dead', kind: 'external', unavailability: 1 });
    const left = component({ id: 'left', kind: 'external', unavailability: 0.0005, mttrSeconds: 3600 });
    const gated = resolvedOf(
      [users, any, dead, left],
      [
        ['users', 'any'],
        ['any', 'dead'],
        ['any', 'left'],
      ],
    );
    const { journeys, components } = analyse(gated).designs[0]!;
    close(journeys['users']!.unavailability!, 0.0005);
    close(journeys['users']!.outages.perYear!, 4.38);
    close(journeys['users']!.outages.meanSeconds!, 3600);
    expect(components['dead']!.outages).toEqual({ perYear: null, meanSeconds: null, unknown: [] });
    const down = [{ ...zone('a', 1), mttrSeconds: null }, zone('b', 0.001)];
    const spread = component({ id: 'left', kind: 'service', replicas: 2, placement: [[0, 1]] });
    const resolved = resolvedOf([users, spread], [['users', 'left']]);
    const over = analyse({ ...resolved, designs: [{ ...resolved.designs[0]!, domains: down }] }).designs[0]!;
    close(over.journeys['users']!.outages.perYear!, (0.001 / 3600) * 31_536_000);
  });

  it('that never end are neither counted nor have a length, and nothing about them is unknown', () => {
    const [design] = samples.checkout.designs;
    const components = design!.components.with(4, { ...design!.components[4]!, unavailability: 1, mttrSeconds: 60 });
    const report = analyse({ ...samples.checkout, designs: [{ ...design!, components }] }).designs[0]!;
    expect(report.journeys['shoppers']!.unavailability).toBe(1);
    expect(report.journeys['shoppers']!.outages).toEqual({ perYear: null, meanSeconds: null, unknown: [] });
  });
});

describe('claims of independence', () => {
  it('are one for every group of replicas, and all of them together is the checkout with β = 0.1', () => {
    const { claims } = analyse(samples.checkout).designs[0]!.journeys['shoppers']!;
    expect(claims!.claims.map(({ of, component: id }) => `${of} ${id}`)).toEqual([
      'replicas app',
      'replicas balancer',
      'replicas db',
    ]);
    close(claims!.together.availability, 0.9982984649, 1e-10);
  });

  it('name the providers that stand in for each other', () => {
    const { claims, unavailability } = analyse(samples.twoProviders).designs[0]!.journeys['shoppers']!;
    const providers = claims!.claims.find(({ of }) => of === 'callees')!;
    expect(providers.members).toEqual(['payment', 'second']);
    // One provider failure in ten takes both: 5e-5, and each alone (5e-4 − 5e-5)/(1 − 5e-5).
    const alone = (5e-4 - 5e-5) / (1 - 5e-5);
    const both = 5e-5 + (1 - 5e-5) * alone ** 2;
    close(providers.figures.unavailability, 1 - (1 - 1e-6) ** 3 * (1 - both), 1e-9);
    expect(providers.figures.unavailability).toBeGreaterThan(unavailability!);
  });
});
