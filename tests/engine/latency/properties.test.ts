import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Algebra, Measure } from '../../../src/engine/latency/algebra.ts';
import type { ResolvedTime } from '../../../src/model/resolved-time.ts';
import { BINS, down, near, someSeconds, someTime, up } from './algebras.ts';

/** A composition of a few times, for each algebra the same, and how it reads. */
interface Composition {
  readonly build: (algebra: Algebra) => Measure;
  readonly toString: () => string;
}

const composed = (text: string, build: Composition['build']): Composition => ({ build, toString: () => text });

const { composition } = fc.letrec<{ composition: Composition }>((tie) => ({
  composition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    someTime.map((time: ResolvedTime) => composed(JSON.stringify(time), (algebra) => algebra.of(time))),
    fc
      .tuple(tie('composition'), tie('composition'))
      .map(([one, other]) =>
        composed(`after(${String(one)}, ${String(other)})`, (algebra) =>
          algebra.after(one.build(algebra), other.build(algebra)),
        ),
      ),
    fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.array(tie('composition'), { minLength: 3, maxLength: 4 }))
      .map(([k, parts]) =>
        composed(`kth(${k}, [${parts.join()}])`, (algebra) =>
          algebra.kth(
            k,
            parts.map(({ build }) => build(algebra)),
          ),
        ),
      ),
    fc
      .tuple(fc.integer({ min: 1, max: 20 }), tie('composition'))
      .map(([k, part]) =>
        composed(`kthOfSame(${k}, ${String(part)}, 20)`, (algebra) => algebra.kthOfSame(k, part.build(algebra), 20)),
      ),
    fc
      .tuple(fc.double({ min: 0, max: 1, noNaN: true }), tie('composition'), tie('composition'))
      .map(([p, one, other]) =>
        composed(`either(${p}, ${String(one)}, ${String(other)})`, (algebra) =>
          algebra.either([algebra.scaled(one.build(algebra), p), algebra.scaled(other.build(algebra), 1 - p)]),
        ),
      ),
    fc
      .tuple(tie('composition'), someSeconds)
      .map(([part, seconds]) =>
        composed(`upTo(${String(part)}, ${seconds})`, (algebra) => algebra.upTo(part.build(algebra), seconds)),
      ),
  ),
}));

const someAlgebra = fc.constantFrom(near, down, up);
const TIMES = Array.from({ length: 60 }, (_, index) => 10 ** (-5 + index / 8));
const ROUNDING = 1e-11;
const STEP = 1 + 1 / BINS;

describe('what holds for every composition', () => {
  test('masses are probabilities and add up, the distribution function rises', () => {
    fc.assert(
      fc.property(composition, someAlgebra, ({ build }, algebra) => {
        const measure = build(algebra);
        expect(measure.mass).toBeGreaterThanOrEqual(0);
        expect(measure.mass).toBeLessThanOrEqual(1 + ROUNDING);
        let before = 0;
        for (const seconds of TIMES) {
          const within = algebra.within(measure, seconds);
          expect(within).toBeGreaterThanOrEqual(before - ROUNDING);
          expect(within + algebra.beyond(measure, seconds)).toBeCloseTo(measure.mass, 10);
          before = within;
        }
      }),
      { numRuns: 50 },
    );
  });

  test('up is never earlier than down, and near lies within a step of both', () => {
    fc.assert(
      fc.property(composition, (composed) => {
        const [low, middle, high] = [down, near, up].map((algebra) => composed.build(algebra)) as [
          Measure,
          Measure,
          Measure,
        ];
        expect(low.mass).toBeGreaterThanOrEqual(high.mass - ROUNDING);
        for (const seconds of TIMES)
          expect(up.within(high, seconds)).toBeLessThanOrEqual(down.within(low, seconds) + ROUNDING);
        // What a timeout cuts off inside a step is not known better than that step.
        if (String(composed).includes('upTo')) return;
        for (const seconds of TIMES) {
          const within = near.within(middle, seconds);
          expect(down.within(low, seconds * STEP)).toBeGreaterThanOrEqual(within - 0.01);
          expect(up.within(high, seconds / STEP)).toBeLessThanOrEqual(within + 0.01);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('a quantile is the smallest time that its share comes within', () => {
    fc.assert(
      fc.property(
        composition,
        someAlgebra,
        fc.double({ min: 0.01, max: 0.9999, noNaN: true }),
        ({ build }, algebra, share) => {
          const measure = build(algebra);
          fc.pre(measure.mass > 1e-6);
          const seconds = algebra.quantile(measure, share);
          fc.pre(Number.isFinite(seconds));
          expect(algebra.within(measure, seconds)).toBeGreaterThanOrEqual(share * measure.mass - ROUNDING);
          if (seconds > 0)
            expect(algebra.within(measure, seconds * (1 - 1e-9))).toBeLessThanOrEqual(share * measure.mass + ROUNDING);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('a later part makes the whole no earlier', () => {
    const operators: readonly ((algebra: Algebra, part: Measure, other: Measure) => Measure)[] = [
      (algebra, part, other) => algebra.after(part, other),
      (algebra, part, other) => algebra.kth(1, [part, other]),
      (algebra, part, other) => algebra.kth(2, [part, other]),
      (algebra, part, other) => algebra.kth(2, [part, other, part]),
      (algebra, part) => algebra.kthOfSame(9, part, 10),
      (algebra, part, other) => algebra.either([algebra.scaled(part, 0.3), algebra.scaled(other, 0.7)]),
      (algebra, part) => algebra.upTo(part, 0.05),
    ];
    fc.assert(
      fc.property(
        someTime,
        someTime,
        someSeconds,
        fc.constantFrom(...operators),
        someAlgebra,
        (time, otherTime, more, operator, algebra) => {
          const [part, other] = [algebra.of(time), algebra.of(otherTime)];
          const earlier = operator(algebra, part, other);
          const later = operator(algebra, algebra.after(algebra.at(more), part), other);
          // Up to a step, since what comes later may be rounded on another grid.
          for (const seconds of TIMES)
            expect(algebra.within(later, seconds)).toBeLessThanOrEqual(
              algebra.within(earlier, seconds * STEP) + ROUNDING,
            );
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('identities', () => {
  const alike = (algebra: Algebra, one: Measure, other: Measure, tolerance: number): void => {
    expect(Math.abs(one.mass - other.mass)).toBeLessThan(ROUNDING);
    for (const seconds of TIMES)
      expect(Math.abs(algebra.within(one, seconds) - algebra.within(other, seconds))).toBeLessThan(tolerance);
  };

  test('one after the other is the same the other way round', () => {
    fc.assert(
      fc.property(someTime, someTime, someAlgebra, (one, other, algebra) => {
        const [a, b] = [algebra.of(one), algebra.of(other)];
        alike(algebra, algebra.after(a, b), algebra.after(b, a), ROUNDING);
      }),
    );
  });

  test('the first of several is 1 − ∏(1 − F), the last is ∏F, and k of the same n is k of n', () => {
    fc.assert(
      fc.property(fc.array(someTime, { minLength: 2, maxLength: 5 }), fc.integer({ min: 1, max: 5 }), (times, k) => {
        const parts = times.map((time) => near.scaled(near.of(time), 0.9));
        const first = near.kth(1, parts);
        const last = near.kth(parts.length, parts);
        for (const seconds of TIMES) {
          const [from, to] = [seconds / STEP, seconds * STEP].map((at) => {
            const within = parts.map((part) => near.within(part, at));
            return [
              1 - within.reduce((product, each) => product * (1 - each), 1),
              within.reduce((product, each) => product * each, 1),
            ];
          }) as [[number, number], [number, number]];
          expect(near.within(first, seconds)).toBeGreaterThanOrEqual(from[0] - ROUNDING);
          expect(near.within(first, seconds)).toBeLessThanOrEqual(to[0] + ROUNDING);
          expect(near.within(last, seconds)).toBeGreaterThanOrEqual(from[1] - ROUNDING);
          expect(near.within(last, seconds)).toBeLessThanOrEqual(to[1] + ROUNDING);
        }
        const [one] = parts;
        alike(near, near.kthOfSame(k, one!, 5), near.kth(k, [one!, one!, one!, one!, one!]), 1e-10);
      }),
    );
  });

  test('the mean of a sum is the sum of means, of a mixture their mixture', () => {
    fc.assert(
      fc.property(someTime, someTime, (one, other) => {
        const [a, b] = [near.of(one), near.of(other)];
        const [meanA, meanB] = [near.mean(a), near.mean(b)];
        expect(near.mean(near.after(a, b)) / (meanA + meanB)).toBeCloseTo(1, 12);
        const mixture = near.either([near.scaled(a, 0.25), near.scaled(b, 0.75)]);
        expect(near.mean(mixture) / (0.25 * meanA + 0.75 * meanB)).toBeCloseTo(1, 12);
      }),
    );
  });
});
