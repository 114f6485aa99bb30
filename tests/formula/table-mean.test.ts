import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tableOf } from '../../src/engine/latency/quantile-table.ts';
import { meanOf } from '../../src/formula/timing/mean.ts';

test('The mean of a table is that of the distribution that the engine takes it for', () => {
  const points = fc
    .array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(5)), { minLength: 1, maxLength: 8 })
    .map((pairs) => {
      const shares = [...new Set(pairs.map(([share]) => Math.round(share * 1000) / 1000))].toSorted((a, b) => a - b);
      const times = pairs.map(([, time]) => time).toSorted((a, b) => a - b);
      return shares.map((probability, index) => ({ probability, seconds: times[index]! }));
    })
    .filter((table) => table.at(-1)!.probability > 0);
  fc.assert(
    fc.property(points, (table) => {
      const { law, atoms } = tableOf(table);
      const mean = law.moment + atoms.reduce((sum, [seconds, mass]) => sum + seconds * mass, 0);
      expect(meanOf({ of: 'quantiles', points: table })).toBeCloseTo(mean, 9);
    }),
  );
});
