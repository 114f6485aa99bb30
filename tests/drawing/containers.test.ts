import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONTAINER, containersOf, domainPlaces } from '../../src/drawing/containers.ts';
import { contentsOf } from '../../src/drawing/domain-content.ts';
import { nodeBox, overlaps, type Box } from '../../src/drawing/edge.ts';
import { layout } from '../../src/drawing/layout.ts';
import { DOMAIN_KINDS } from '../../src/model/kinds/domain.ts';
import type { Call, Component, Design, Domain, Point } from '../../src/model/scenario.ts';

const designOf = (
  listed: Record<string, readonly string[]>,
  domains: Record<string, Domain>,
  calls: readonly Call[] = [],
): Design => ({
  name: 'today',
  components: Object.fromEntries(
    Object.entries(listed).map(([id, list]): [string, Component] => [
      id,
      { kind: 'service', replicas: 10, domains: list },
    ]),
  ),
  domains,
  calls,
});
const NESTED: Record<string, Domain> = {
  east: { kind: 'region' },
  a: { kind: 'zone', in: 'east' },
  b: { kind: 'zone', in: 'east' },
};
const holds = (outer: Box, inner: Box): boolean =>
  outer.x < inner.x &&
  outer.y < inner.y &&
  outer.x + outer.width > inner.x + inner.width &&
  outer.y + outer.height > inner.y + inner.height;
const boxOf = (design: Design, at: Record<string, Point>, id: string): Box => {
  const found = containersOf(design, at).find((each) => each.id === id);
  if (found === undefined) throw new Error(`${id} is not drawn`);
  return found.box;
};

describe('a container', () => {
  test('goes around what stands in it as a whole, and around the containers in it', () => {
    const at: Record<string, Point> = { app: [100, 200], web: [400, 200], b: [100, 400] };
    const design = designOf({ app: ['a'], web: ['east'] }, NESTED);
    const [first, ...rest] = containersOf(design, at).map(({ id }) => id);
    expect([first, rest.sort()]).toEqual(['east', ['a', 'b']]);
    expect(boxOf(design, at, 'a')).toEqual({
      x: 100 - CONTAINER.side,
      y: 200 - CONTAINER.head - CONTAINER.above,
      width: 184 + 2 * CONTAINER.side,
      height: 92 + CONTAINER.head + CONTAINER.above + CONTAINER.side,
    });
    expect(boxOf(design, at, 'b')).toMatchObject({ x: 100, y: 400 });
    for (const inside of [boxOf(design, at, 'a'), boxOf(design, at, 'b'), nodeBox(at['web']!)]) {
      expect(holds(boxOf(design, at, 'east'), inside)).toBe(true);
    }
  });

  test('of a domain that a group is spread over has a line for it, and the group stands in what contains them all', () => {
    const at: Record<string, Point> = { app: [100, 200], db: [400, 200], a: [100, 400], b: [400, 400] };
    const design = designOf({ app: ['a', 'b'], db: ['a', 'b'] }, NESTED);
    const [east, ...zones] = containersOf(design, at);
    expect(east).toMatchObject({ id: 'east', members: ['app', 'db'], rows: [], alone: false });
    for (const zone of zones) {
      expect(zone).toMatchObject({ members: [], alone: true });
      expect(zone.rows.map(({ component }) => component)).toEqual(['app', 'db']);
      expect(zone.box.height).toBe(CONTAINER.head + 2 * CONTAINER.row + CONTAINER.above);
    }
  });

  test('of one kind around the same components as another has a border of its own', () => {
    const domains: Record<string, Domain> = { a: { kind: 'zone' }, cfg: { kind: 'configuration' } };
    const at: Record<string, Point> = { app: [0, 0], web: [300, 0], db: [600, 0] };
    const same = designOf({ app: ['a', 'cfg'] }, domains);
    expect(holds(boxOf(same, at, 'cfg'), boxOf(same, at, 'a'))).toBe(true);
    const crossing = designOf({ app: ['a'], web: ['a', 'cfg'], db: ['cfg'] }, domains);
    const [one, other] = [boxOf(crossing, at, 'a'), boxOf(crossing, at, 'cfg')];
    expect(Math.abs(one.y - other.y)).toBeGreaterThanOrEqual(CONTAINER.head);
    expect(one.y + one.height).not.toBe(other.y + other.height);
  });

  test('whose domain shares its id with a component leaves the place to that', () => {
    const design = designOf({ a: [] }, { a: { kind: 'zone' } });
    const at: Record<string, Point> = { a: [0, 0] };
    expect(overlaps(boxOf(design, at, 'a'), nodeBox([0, 0]))).toBe(false);
  });

  test('in a ring is drawn all the same', () => {
    const ring = designOf({ app: ['a'] }, { a: { kind: 'zone', in: 'b' }, b: { kind: 'region', in: 'a' } });
    expect(containersOf(ring, { app: [0, 0] })).toHaveLength(2);
    expect(containersOf(designOf({}, ring.domains ?? {}), {})).toHaveLength(2);
  });
});

describe('a domain without a place', () => {
  test('stands clear of everything, below the group that is spread over it', () => {
    const design = designOf({ app: ['a', 'b'], db: [] }, { a: { kind: 'zone' }, b: { kind: 'zone' } });
    const at: Record<string, Point> = { app: [0, 0], db: [240, 100] };
    const places = domainPlaces(design, at, { n1: { text: 'a note that stands there', at: [0, 160] } });
    const boxes = containersOf(design, { ...at, ...places }).map(({ box }) => box);
    expect(boxes.every((box) => box.y > 92)).toBe(true);
    const all = [...boxes, nodeBox(at['app']!), nodeBox(at['db']!), { x: 0, y: 160, width: 150, height: 29 }];
    expect(all.flatMap((one, index) => all.slice(index + 1).filter((other) => overlaps(one, other)))).toEqual([]);
  });

  test('is drawn where it will stand', () => {
    const design = designOf({}, { a: { kind: 'zone' }, b: { kind: 'zone' } });
    const places = domainPlaces(design, {});
    expect(containersOf(design, {}).map(({ box }) => box)).toEqual(containersOf(design, places).map(({ box }) => box));
  });
});

/** Domains of all kinds that stand in earlier ones, and components that stand in some of them. */
const anyDesign = (kinds: readonly Domain['kind'][]): fc.Arbitrary<Design> =>
  fc
    .tuple(
      fc.array(fc.tuple(fc.constantFrom(...kinds), fc.option(fc.nat(5))), { maxLength: 5 }),
      fc.array(fc.tuple(fc.array(fc.nat(4), { maxLength: 2 }), fc.array(fc.nat(9), { maxLength: 2 })), {
        minLength: 1,
        maxLength: 9,
      }),
    )
    .map(([all, components]) => {
      const domains = all.map(([kind, parent], index): [string, Domain] => [
        `d${index}`,
        { kind, ...(parent === null || index === 0 ? {} : { in: `d${parent % index}` }) },
      ]);
      const listed = components.map(([list], index): [string, string[]] => [
        `c${index}`,
        [...new Set(list)].filter((each) => each < all.length).map((each) => `d${each}`),
      ]);
      const calls = components.flatMap(([, callers], index) =>
        callers.flatMap((caller) => (index === 0 ? [] : [{ from: `c${caller % index}`, to: `c${index}` }])),
      );
      return designOf(Object.fromEntries(listed), Object.fromEntries(domains), calls);
    });

describe('whatever stands in what', () => {
  test('a container holds all its members and all that is inside it, and is drawn before these', () => {
    fc.assert(
      fc.property(anyDesign(DOMAIN_KINDS), (design) => {
        const at = layout(design);
        const containers = containersOf(design, at);
        expect(containers.length).toBe(Object.keys(design.domains ?? {}).length);
        containers.forEach(({ box, members, inner }, index) => {
          for (const id of members) expect(holds(box, nodeBox(at[id]!))).toBe(true);
          for (const id of inner) {
            const place = containers.findIndex((each) => each.id === id);
            expect(place).toBeGreaterThan(index);
            expect(holds(box, containers[place]!.box)).toBe(true);
          }
        });
      }),
      { numRuns: 40 },
    );
  });

  test('tidied, nothing covers another, and nothing stands in a container that is not its own', () => {
    fc.assert(
      fc.property(anyDesign(['zone']), (design) => {
        fc.pre(contentsOf(design).every(({ crossings }) => crossings === 0));
        const at = layout(design);
        const containers = containersOf(design, at);
        const nodes = Object.keys(design.components);
        for (const [index, one] of containers.entries()) {
          for (const id of nodes) expect(overlaps(one.box, nodeBox(at[id]!))).toBe(one.members.includes(id));
          for (const other of containers.slice(index + 1)) {
            expect(overlaps(one.box, other.box)).toBe(one.inner.includes(other.id));
          }
        }
        for (const { from, to } of design.calls ?? []) expect(at[from]![0]).toBeLessThan(at[to]![0]);
      }),
      { numRuns: 40 },
    );
  });
});
