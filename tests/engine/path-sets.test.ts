import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactStepwise } from '../../src/engine/availability/evaluated.ts';
import { pathSetsOf } from '../../src/engine/availability/path-sets.ts';
import { curve } from '../../src/engine/index.ts';
import { finished } from '../../src/engine/numeric/finished.ts';
import type { ResolvedDesign } from '../../src/model/resolved.ts';
import { visitGiven } from './brute-force.ts';
import { anyDesign } from './random-design.ts';
import { component, resolvedOf, samples } from './samples.ts';

/** Minimal path sets by trying all sets of components that can fail. */
function bruteForcePaths(design: ResolvedDesign, able: readonly number[]): number[][] {
  const subsets = Array.from({ length: 2 ** able.length }, (_, mask) =>
    able.filter((__, index) => (mask >> index) % 2 === 1),
  );
  const works = subsets.map((up) => {
    const down = design.components.map((_, place) => able.includes(place) && !up.includes(place));
    return visitGiven(design, down, 0) === 0;
  });
  // A set suffices if requests succeed with it and with whatever else is up.
  const suffices = subsets.filter((_, mask) => subsets.every((__, more) => (mask & more) !== mask || works[more]));
  return suffices.filter(
    (set) => !suffices.some((one) => one.length < set.length && one.every((at) => set.includes(at))),
  );
}

describe('minimal path sets', () => {
  it('are those that trying every set of components finds, the shortest that are left first', () => {
    const down = fc.array(fc.nat(6), { maxLength: 3 });
    fc.assert(
      fc.property(anyDesign(6), down, (design, certain) => {
        const own = finished(exactStepwise(design)).owns.map(({ unavailability }, place) =>
          certain.includes(place) && unavailability > 0 ? 1 : unavailability,
        );
        const able = own.flatMap((chance, place) => (chance > 0 ? [place] : []));
        const all = bruteForcePaths(design, able);
        const left = all.filter((set) => set.every((place) => own[place]! < 1));
        const found = finished(pathSetsOf(design, 0, 1e6, own));
        const text = (sets: readonly (readonly string[])[]) => sets.map((set) => set.join()).sort();
        expect(found.total).toBe(all.length);
        expect(found.left).toBe(left.length);
        expect(text(found.sets)).toEqual(text(left.map((set) => set.map((place) => design.components[place]!.id))));
        const lengths = found.sets.map((set) => set.length);
        expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
        expect(finished(pathSetsOf(design, 0, 2, own)).sets.map((set) => set.length)).toEqual(lengths.slice(0, 2));
      }),
      { numRuns: 300 },
    );
  });

  it('of the checkout are one, and with a second provider two', () => {
    const ask = (resolved: typeof samples.checkout) =>
      curve(resolved, { question: 'paths', design: 0, journey: 'shoppers', most: 5 });
    expect(ask(samples.checkout)).toMatchObject({ total: 1, left: 1, sets: [['balancer', 'app', 'db', 'payment']] });
    const [design] = samples.twoProviders.designs;
    expect(ask(samples.twoProviders)).toMatchObject({ total: 2, left: 2 });
    const components = design!.components.map((one) => (one.id === 'payment' ? { ...one, unavailability: 1 } : one));
    expect(ask({ ...samples.twoProviders, designs: [{ ...design!, components }] })).toMatchObject({
      total: 2,
      left: 1,
      sets: [['balancer', 'app', 'db', 'second']],
    });
  });

  it('need nothing where nothing fails, and do not exist where a gate cannot work', () => {
    const parts = [component({ id: 'u', kind: 'client' }), component({ id: 's', kind: 'service' })];
    const ask = (resolved: typeof samples.checkout) =>
      curve(resolved, { question: 'paths', design: 0, journey: 'u', most: 5 });
    expect(ask(resolvedOf(parts, [['u', 's']]))).toMatchObject({ total: 1, left: 1, sets: [[]] });
    const gate = component({ id: 'g', kind: 'gate' });
    expect(ask(resolvedOf([...parts, gate], [['u', 'g']]))).toMatchObject({ total: 0, left: 0, sets: [] });
    expect(curve(samples.checkout, { question: 'paths', design: 0, journey: 'nobody', most: 5 })).toMatchObject({
      total: null,
    });
  });
});
