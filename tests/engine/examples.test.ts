import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { journeyOf } from '../../src/engine/availability/journey.ts';
import { analyse } from '../../src/engine/analyse.ts';
import { exactStepwise } from '../../src/engine/availability/evaluated.ts';
import { buildStepwise } from '../../src/engine/availability/build.ts';
import { groupOf } from '../../src/engine/availability/group.ts';
import { structureOf } from '../../src/engine/availability/structure.ts';
import { createDesignLatency } from '../../src/engine/latency/design-latency.ts';
import { createAlgebra } from '../../src/engine/latency/create-algebra.ts';
import { createLatencyCache } from '../../src/engine/latency/latency-cache.ts';
import { holdOf } from '../../src/engine/load/hold.ts';
import { loadedStepwise } from '../../src/engine/load/loaded.ts';
import { EVERYTHING_UP } from '../../src/engine/load/loading.ts';
import { finished } from '../../src/engine/numeric/finished.ts';
import type { Resolved } from '../../src/model/resolved.ts';
import { PLAIN_TIMING } from '../../src/model/resolved-time.ts';
import { discrete } from './latency/discrete-algebra.ts';
import { component, samples } from './samples.ts';

/** A design whose load is known, and its availability. */
function sampleKnown(resolved: Resolved) {
  const design = resolved.designs[0]!;
  const report = analyse(resolved).designs[0]!;
  const { loaded } = sampleLoad(resolved);
  return { design, loaded, index: 0, evaluated: finished(exactStepwise(design)), report, within: [] };
}

function sampleLoad(resolved: Resolved) {
  const design = resolved.designs[0]!;
  const by = { algebra: discrete, visits: createLatencyCache() };
  const loaded = finished(loadedStepwise(design, EVERYTHING_UP, {}, by));
  return { design, loaded, latency: createDesignLatency(design, discrete), algebra: discrete };
}

const oneComponent = component({ id: 'one', kind: 'service', time: { of: 'exponential', meanSeconds: 0.5 } });
const fine = createAlgebra({ binsPerOctave: 16, rounding: 'near' });

const root = new URL('../../src/engine/', import.meta.url).pathname;
const modules = import.meta.glob<Record<string, unknown>>('../../src/engine/**/*.ts');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

/** What examples may use beside everything that the engine exports. */
const scope: Record<string, unknown> = {
  samples,
  PLAIN_TIMING,
  allUp: { down: new Set(), works: () => true },
  sampleAlgebra: discrete,
  sampleCutHold: holdOf(
    oneComponent,
    0,
    fine,
    createDesignLatency({ name: '', components: [oneComponent], calls: [], domains: [] }, fine),
    undefined,
    { whole: 0, stops: [[3, 1]] },
  ),
  sampleMaking: {
    success: () => discrete.at(0.04, 0.75),
    failure: () => 0.25,
    never: () => 0.25,
    error: () => discrete.never,
    sends: () => ({ parts: [] }),
  },
  sampleComputed: ({ designs }: Resolved) => ({
    algebra: discrete,
    latency: createDesignLatency(designs[0]!, discrete),
  }),
  sampleAsked: {
    computed: [{ algebra: discrete }, { algebra: discrete }],
    sum: { good: [discrete.at(0.04), discrete.at(0.04)], available: 1, failing: 0, counted: 1, remainder: 0 },
    unavailability: 0,
    objective: null,
    within: [],
    addedP99Seconds: 0.04,
    attempts: {},
    narrowing: false,
  },
  sampleTimes: (resolved: Resolved) => ({ ...sampleKnown(resolved), cache: undefined }),
  sampleKnown,
  sampleLoad,
  sampleJourney: (resolved: Resolved) => {
    const design = resolved.designs[0]!;
    const structure = structureOf(design);
    const { plans, roots } = finished(buildStepwise(structure));
    const { plan, root } = roots[structure.clients[0]!]!;
    return finished(journeyOf(structure, plans[plan]!, root, design.components.map(groupOf)));
  },
};
for (const load of Object.values(modules)) Object.assign(scope, await load());

/** Exported functions and classes with the comment before them. */
function exportsOf(file: string): { name: string; comment: string }[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/(\/\*\*(?:(?!\*\/)[\s\S])*\*\/\s*)?^export (?:function\*?|class) (\w+)/gm)].map(
    ([, comment, name]) => ({
      name: name!,
      comment: comment ?? '',
    }),
  );
}

const evaluate = (expression: string): unknown =>
  compileFunction(`return (${expression});`, Object.keys(scope)).call(undefined, ...Object.values(scope));

describe('the examples in the engine', () => {
  it('are found in as many files as there are', () => {
    expect(files.length).toBeGreaterThan(35);
    expect(Object.keys(modules).length).toBe(files.length);
  });

  for (const file of files) {
    for (const { name, comment } of exportsOf(file)) {
      it(`hold for ${name} in ${file}`, () => {
        for (const part of ['Model', 'Units', 'Errors', 'Accuracy', 'Cost', 'Source'])
          expect(comment, `${name} says nothing of: ${part}`).toMatch(new RegExp(`${part}\\b`, 'i'));
        const example = /@example ([\s\S]*?) \/\/ => (.*)$/m.exec(comment);
        expect(example, `${name} has no example`).not.toBeNull();
        const value = evaluate(example![1]!.replaceAll(/\n \* ?/g, '\n'));
        const expected = evaluate(example![2]!);
        if (typeof expected === 'number' && expected !== 0) {
          expect(Math.abs(Number(value) / expected - 1), `${String(value)} is not ${expected}`).toBeLessThan(1e-8);
        } else if (Array.isArray(expected) && typeof expected[0] === 'number') {
          const close: unknown[] = expected.map((each: number) => expect.closeTo(each, 10));
          expect(value).toEqual(close);
        } else expect(value).toEqual(expected);
      });
    }
  }
});
