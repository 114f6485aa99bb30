import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finished } from '../../src/engine/numeric/finished.ts';
import { cutSetsFrom, cutSetsOf } from '../../src/engine/availability/cut-sets.ts';
import { fewSets } from '../../src/engine/availability/cut-sets-few.ts';
import { cutVariables } from '../../src/engine/availability/cut-variables.ts';
import { groupOf } from '../../src/engine/availability/group.ts';
import { structureOf } from '../../src/engine/availability/structure.ts';
import { curve } from '../../src/engine/index.ts';
import { binomialUpperTail } from '../../src/engine/numeric/binomial-tail.ts';
import type { CutMember } from '../../src/model/report.ts';
import type { ResolvedComponent, ResolvedDesign } from '../../src/model/resolved.ts';
import { standing, visitGiven } from './brute-force.ts';
import { anyDesign } from './random-design.ts';
import { component, resolvedOf, samples } from './samples.ts';

/** What has failed of one component: nothing, some of its replicas, or all of it at once. */
type Failed = number | 'common' | 'failover' | 'planned';

interface State {
  /** By domain. */
  readonly domains: readonly boolean[];
  /** By component. */
  readonly components: readonly Failed[];
}

/** The chances of a component's failures, by the rules of the format. */
function chancesOf(component: ResolvedComponent) {
  const { kind, unavailability, plannedUnavailability, takeoverSeconds, mttrSeconds, uncovered } = component;
  const [replicas, needed] = kind === 'gate' ? [1, 1] : [component.replicas, component.needed];
  const beta = replicas > 1 ? component.beta : 0;
  const alone = (1 - beta) * unavailability;
  const spares = replicas > needed;
  const takeover = spares ? (needed * unavailability * takeoverSeconds) / mttrSeconds! : 0;
  const noticed = spares ? (1 - uncovered * alone) ** needed : 1;
  return {
    needed,
    alone,
    common: beta * unavailability,
    planned: plannedUnavailability,
    failover: 1 - (1 - takeover) * noticed,
  };
}

/** All states in which each component has failed in one way at most. */
function states(design: ResolvedDesign): State[] {
  const domains = Array.from({ length: 2 ** design.domains.length }, (_, mask) =>
    design.domains.map((__, domain) => (mask >> domain) % 2 === 1),
  );
  return domains.flatMap((down) => {
    const ways = design.components.map((component, place): Failed[] => {
      if (component.kind === 'client') return [0];
      const chances = chancesOf(component);
      const left = standing(design, down, place).filter(Boolean).length;
      const replicas = Array.from({ length: chances.alone > 0 ? left + 1 : 1 }, (_, failures) => failures);
      return [...replicas, ...(['common', 'failover', 'planned'] as const).filter((way) => chances[way] > 0)];
    });
    return ways
      .reduce<Failed[][]>((all, one) => all.flatMap((before) => one.map((way) => [...before, way])), [[]])
      .map((components) => ({ domains: down, components }));
  });
}

/** Which components are down in a state. */
function downIn(design: ResolvedDesign, { domains, components }: State): boolean[] {
  return components.map((failed, place) => {
    const component = design.components[place]!;
    if (component.kind === 'client') return false;
    if (typeof failed === 'string') return true;
    return standing(design, domains, place).filter(Boolean).length - failed < chancesOf(component).needed;
  });
}

const size = ({ domains, components }: State): number =>
  domains.filter(Boolean).length +
  components.reduce<number>((sum, failed) => sum + (typeof failed === 'string' ? 1 : failed), 0);

const within = (small: State, large: State): boolean =>
  small.domains.every((down, domain) => !down || large.domains[domain]) &&
  small.components.every((failed, place) => {
    const other = large.components[place]!;
    return (
      failed === 0 || failed === other || (typeof failed === 'number' && typeof other === 'number' && failed < other)
    );
  });

/** Minimal cut sets by trying all states, each as text with its figures. */
function bruteForceSets(design: ResolvedDesign) {
  const requests = new Map<string, number>();
  const failing = states(design)
    .map((state) => {
      const down = downIn(design, state);
      const key = down.join();
      if (!requests.has(key)) requests.set(key, visitGiven(design, down, 0));
      return { state, requests: requests.get(key)! };
    })
    .filter((one) => one.requests > 0)
    .sort((a, b) => size(a.state) - size(b.state));
  const minimal: typeof failing = [];
  for (const one of failing) {
    if (!minimal.some(({ state }) => within(state, one.state))) minimal.push(one);
  }
  // What fails with nothing down has no set of failures.
  return minimal
    .filter(({ state }) => size(state) > 0)
    .map(({ state, requests: share }) => {
      let probability = 1;
      const members: CutMember[] = [];
      state.domains.forEach((down, domain) => {
        if (!down) return;
        probability *= design.domains[domain]!.unavailability;
        members.push({ of: 'domain', domain: design.domains[domain]!.id });
      });
      state.components.forEach((failed, place) => {
        const component = design.components[place]!;
        const chances = chancesOf(component);
        if (typeof failed === 'string') {
          probability *= chances[failed];
          members.push({ of: failed, component: component.id });
        } else if (failed > 0) {
          const replicas = standing(design, state.domains, place).filter(Boolean).length;
          probability *= binomialUpperTail(replicas, failed, chances.alone);
          members.push({ of: 'replicas', component: component.id, failures: failed, replicas });
        }
      });
      return { key: keyOf(members), order: size(state), probability, requests: share };
    });
}

const keyOf = (members: readonly CutMember[]): string =>
  members
    .map((member) => JSON.stringify(Object.entries(member).map(String).sort()))
    .sort()
    .join(' ');

describe('minimal cut sets', () => {
  it('are those that trying every state finds, with their chances', () => {
    fc.assert(
      fc.property(anyDesign(4), (design) => {
        const expected = bruteForceSets(design);
        const { count, byOrder, sets } = finished(cutSetsOf(design, 0, 1e6, 0.5));
        expect(sets.map(({ members }) => keyOf(members)).sort()).toEqual(expected.map(({ key }) => key).sort());
        expect(count).toBe(expected.length);
        for (const set of sets) {
          const other = expected.find(({ key }) => key === keyOf(set.members))!;
          expect(set.order).toBe(other.order);
          expect(Math.abs(set.probability / other.probability - 1)).toBeLessThanOrEqual(1e-9);
          expect(Math.abs(set.requests / other.requests - 1)).toBeLessThanOrEqual(1e-9);
          expect(set.share).toBeCloseTo((set.probability * set.requests) / 0.5, 15);
        }
        const likely = sets.map(({ probability }) => probability);
        likely.slice(1).forEach((chance, index) => expect(chance).toBeLessThanOrEqual(likely[index]! * (1 + 1e-9)));
        expect(finished(cutSetsOf(design, 0, 2, 0.5)).sets.map(({ probability }) => probability)).toEqual(
          likely.slice(0, 2),
        );
        const orders = expected.map(({ order }) => order);
        expect(byOrder).toEqual(
          Array.from(
            { length: Math.max(0, ...orders) },
            (_, index) => orders.filter((one) => one === index + 1).length,
          ),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('of few failures are all there where there is no room for more, and nothing else is', () => {
    fc.assert(
      fc.property(anyDesign(4), fc.integer({ min: 1, max: 3 }), (design, failures) => {
        const structure = structureOf(design);
        const variables = cutVariables(structure, design.components.map(groupOf));
        const found = finished(fewSets(structure, variables, 0, failures));
        // Functions of numbers have no smallest sets; then there is no second way.
        if (found === null) return;
        const expected = bruteForceSets(design);
        const { count, byOrder, sets } = finished(cutSetsFrom(structure, found, 1e6, 0.5));
        if (count !== null) expect(count).toBe(expected.length);
        for (const set of sets) {
          const other = expected.find(({ key }) => key === keyOf(set.members))!;
          expect(set.order).toBe(other.order);
          expect(Math.abs(set.requests / other.requests - 1)).toBeLessThanOrEqual(1e-9);
        }
        const few = expected.filter(({ order }) => order <= failures).map(({ key }) => key);
        expect(sets.map(({ members }) => keyOf(members))).toEqual(expect.arrayContaining(few));
        byOrder.forEach((number, index) => {
          expect(number).toBe(expected.filter(({ order }) => order === index + 1).length);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('of the checkout are asked for like a chart, with their shares', () => {
    const found = curve(samples.checkout, { question: 'cut-sets', design: 0, journey: 'shoppers', most: 2 });
    expect(found).toMatchObject({ count: 4, byOrder: [1, 2, 1] });
    if (found.question !== 'cut-sets') throw new Error('another curve');
    expect(found.sets).toHaveLength(2);
    expect(found.sets[0]).toMatchObject({ probability: 0.0005, order: 1, requests: 1 });
    expect(found.sets[0]!.share).toBeCloseTo(0.0005 / 0.0005029985, 7);
    const nobody = curve(samples.checkout, { question: 'cut-sets', design: 0, journey: 'nobody', most: 2 });
    expect(nobody).toMatchObject({ count: null, sets: [] });
  });

  it('of ten replicas over three zones of which eight are needed are a zone, or three replicas', () => {
    const app = component({
      id: 'app',
      kind: 'service',
      replicas: 10,
      needed: 8,
      unavailability: 0.01,
      beta: 0.05,
      placement: [[0, 1, 2]],
    });
    const zone = (id: string) =>
      ({ id, name: id, kind: 'zone', unavailability: 1e-4, mttrSeconds: 60, parents: [] }) as const;
    const { designs, ...others } = resolvedOf([component({ id: 'users', kind: 'client' }), app], [['users', 'app']]);
    const design = { ...designs[0]!, domains: [zone('a'), zone('b'), zone('c')] };
    const asked = { question: 'cut-sets', design: 0, journey: 'users', most: 9 } as const;
    const found = curve({ ...others, designs: [design] }, asked);
    if (found.question !== 'cut-sets') throw new Error('another curve');
    expect(found.byOrder).toEqual([4, 0, 1]);
    expect(found.sets.map(({ members }) => members)).toEqual([
      [{ of: 'common', component: 'app' }],
      [{ of: 'domain', domain: 'a' }],
      [{ of: 'domain', domain: 'b' }],
      [{ of: 'domain', domain: 'c' }],
      [{ of: 'replicas', component: 'app', failures: 3, replicas: 10 }],
    ]);
  });

  it('are not counted beyond what a number holds exactly, but the likeliest are known', () => {
    const pairs = Array.from({ length: 60 }, (_, index) => index);
    const design = resolvedOf(
      [
        component({ id: 'users', kind: 'client' }),
        component({ id: 'any', kind: 'gate' }),
        ...pairs.map((pair) => component({ id: `way ${pair}`, kind: 'service' })),
        ...pairs.flatMap((pair) =>
          ['likely', 'rare'].map((name) =>
            component({ id: `${name} ${pair}`, kind: 'service', unavailability: name === 'rare' ? 0.01 : 0.5 }),
          ),
        ),
      ],
      [
        ['users', 'any'],
        ...pairs.flatMap((pair): [string, string][] => [
          ['any', `way ${pair}`],
          [`way ${pair}`, `likely ${pair}`],
          [`way ${pair}`, `rare ${pair}`],
        ]),
      ],
    ).designs[0]!;
    const { count, byOrder, sets } = finished(cutSetsOf(design, 0, 3, 1));
    expect(count).toBeNull();
    // None up to 59, and of 60 too many.
    expect(byOrder).toEqual(Array.from({ length: 59 }, () => 0));
    expect(sets.map(({ probability }) => probability)).toEqual([0.5 ** 60, 0.01 * 0.5 ** 59, 0.01 * 0.5 ** 59]);
  });

  it('are smallest even where a gate that balances does better with more down', () => {
    const service = (id: string, unavailability = 0) => component({ id, kind: 'service', unavailability });
    const design = resolvedOf(
      [
        component({ id: 'users', kind: 'client' }),
        component({ id: 'balanced', kind: 'gate', mode: 'balance' }),
        component({ id: 'any', kind: 'gate' }),
        service('errs'),
        service('spare'),
        service('also errs'),
        service('y', 0.1),
        service('z', 0.1),
        service('x', 0.1),
      ],
      [
        ['users', 'balanced'],
        ['users', 'any'],
        ['balanced', 'errs'],
        ['balanced', 'spare'],
        ['errs', 'y'],
        ['errs', 'z'],
        ['errs', 'x', { probability: 0.5 }],
        ['any', 'y'],
        ['any', 'z'],
        ['any', 'also errs'],
        ['also errs', 'x', { probability: 0.5 }],
      ],
    ).designs[0]!;
    // With y and z down x matters for another reason; but x alone fails requests already.
    const { sets } = finished(cutSetsOf(design, 0, 9, 0.1));
    expect(sets.map(({ members }) => members)).toEqual([
      [{ of: 'replicas', component: 'x', failures: 1, replicas: 1 }],
    ]);
    expect(sets[0]!.requests).toBeCloseTo(0.25, 12);
  });
});
