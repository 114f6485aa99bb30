import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyse } from '../src/engine/index.ts';
import { createAlgebra } from '../src/engine/latency/create-algebra.ts';
import { createDesignLatency } from '../src/engine/latency/design-latency.ts';
import { createLatencyCache } from '../src/engine/latency/latency-cache.ts';
import { loadedStepwise } from '../src/engine/load/loaded.ts';
import { EVERYTHING_UP, type LoadOptions } from '../src/engine/load/loading.ts';
import { finished } from '../src/engine/numeric/finished.ts';
import { resolve } from '../src/formula/resolve.ts';
import type { Resolved, ResolvedComponent } from '../src/model/resolved.ts';
import { readScenario } from '../src/model/schema.ts';

const algebra = createAlgebra({ binsPerOctave: 64, rounding: 'near' });

function resolvedFile(file: string): Resolved {
  const outcome = readScenario(readFileSync(`public/scenarios/${file}.json`, 'utf8'));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return resolve(outcome.value);
}

interface Asked extends LoadOptions {
  readonly design: number;
  /** What is changed of components, by id. */
  readonly changed?: Readonly<Record<string, Partial<ResolvedComponent>>>;
  /** How many replicas of a component are up. */
  readonly up?: Readonly<Record<string, number>>;
}

/** One design of a shipped example under load. */
function under(file: string, { design: index, changed = {}, up = {}, ...options }: Asked) {
  const design = resolvedFile(file).designs[index]!;
  const components = design.components.map((component) => ({ ...component, ...changed[component.id] }));
  const at = (id: string): number => components.findIndex((component) => component.id === id);
  const state = { ...EVERYTHING_UP, up: new Map(Object.entries(up).map(([id, count]) => [at(id), count])) };
  const by = { algebra, visits: createLatencyCache() };
  const loaded = finished(loadedStepwise({ ...design, components }, state, options, by));
  const latency = createDesignLatency(loaded.design, algebra, by.visits);
  expect(loaded.settled).toBe(true);
  return {
    needed: (id: string) => components[at(id)]!.needed,
    rate: (id: string) => loaded.rates[at(id)]!,
    line: (id: string) => loaded.lines[at(id)]!,
    response: (id: string) => latency.response(at(id)),
    p99Milliseconds: (id: string) => algebra.quantile(latency.response(at(id)).success, 0.99) * 1000,
  };
}
const journeys = (file: string) => analyse(resolvedFile(file)).designs.map((design) => design.journeys);

describe('what the notes of the examples of load say', () => {
  test('sizing: 320 in flight, 1,120 each, eight instances, and ten that keep the promise', () => {
    const [eight, ten] = [0, 1].map((design) => under('sizing', { design }));
    expect((eight?.rate('service') ?? NaN) * (eight?.line('service').holdSeconds ?? NaN)).toBeCloseTo(320, 9);
    expect([eight, ten].map((each) => each?.needed('service'))).toEqual([8, 8]);
    expect([eight, ten].map((each) => each?.line('service').utilisation.toFixed(3))).toEqual(['0.625', '0.500']);
    expect(journeys('sizing').map(({ users }) => users?.objective?.met)).toEqual([false, true]);
    const months = [eight, ten].map(
      (each) => Math.log(0.7 / (each?.line('service').utilisation ?? NaN)) / Math.log(1.03),
    );
    expect(months[0]).toBeGreaterThan(3.5);
    expect(months[0]).toBeLessThan(4);
    expect(months[1]).toBeGreaterThan(11);
    expect(months[1]).toBeLessThan(12);
  });

  test('one worker, or many: 614, 614 and 184 ms at the same 70 %', () => {
    const { line, p99Milliseconds } = under('one-worker-or-many', { design: 0 });
    for (const id of ['worker', 'machines', 'pool']) expect(line(id).utilisation).toBeCloseTo(0.7, 12);
    expect(['one', 'each', 'all'].map((id) => Math.round(p99Milliseconds(id)))).toEqual([614, 614, 184]);
    expect(line('worker').meanWaitSeconds).toBeCloseTo(0.0933, 4);
    expect(line('pool').meanWaitSeconds).toBeLessThan(1e-4);
  });

  test('lose a zone: four of eight cannot keep up, six of nine can; nine hours, or minutes', () => {
    const [eight, twelve, nine] = journeys('lose-a-zone').map(({ users }) => users!);
    expect([0, 1, 2].map((design) => under('lose-a-zone', { design }).needed('app'))).toEqual([6, 6, 6]);
    expect(under('lose-a-zone', { design: 0, up: { app: 4 } }).line('app').waiting?.unstable).toBe(true);
    const left = under('lose-a-zone', { design: 2, up: { app: 6 } });
    expect(left.line('app').utilisation).toBeLessThan(0.7);
    expect(left.p99Milliseconds('users')).toBeLessThan(200);
    expect(((eight?.downtimeSecondsPerYear ?? NaN) / 3600).toFixed(0)).toBe('9');
    expect(eight?.causes.domain).toBeGreaterThan(0.99);
    expect(Object.values(eight?.domains ?? {}).map(({ singlePoint }) => singlePoint)).toEqual([true, true]);
    expect([eight, twelve, nine].map((each) => each?.objective?.met)).toEqual([false, true, true]);
  });

  test('a retry storm: calm up to some 6,300, back below 1,600; a short queue or a budget leaves calm alone', () => {
    const at = (rate: number, from: 'calm' | 'stormy', design = 0) =>
      under('retry-storm', { design, from, times: rate / 5000 });
    expect(at(5000, 'calm').rate('orders')).toBeLessThan(5001);
    expect(at(5000, 'calm').p99Milliseconds('shoppers')).toBeLessThan(100);
    expect(at(5000, 'stormy').rate('orders')).toBeCloseTo(20_000, 6);
    expect(at(5000, 'stormy').response('shoppers').failure).toBe(1);
    expect(at(6300, 'calm').line('orders').utilisation).toBeLessThan(1);
    expect(at(6350, 'calm').response('shoppers').failure).toBe(1);
    expect(at(1601, 'stormy').response('shoppers').failure).toBe(1);
    expect(at(1599, 'stormy').rate('orders')).toBeLessThan(1600);
    for (const design of [1, 2]) {
      const [calm, stormy] = [at(5000, 'calm', design), at(5000, 'stormy', design)];
      expect(stormy.rate('orders') / calm.rate('orders')).toBeCloseTo(1, 4);
      expect(stormy.response('shoppers').failure).toBeLessThan(1e-12);
    }
  });

  test('the cache is empty: 500 become 10,000 of 1,200; with a queue limit 12 % are answered', () => {
    const empty = { cache: { hitRatio: 0 } };
    const full = under('empty-cache', { design: 0 });
    expect(full.rate('articles')).toBeCloseTo(500, 9);
    expect(full.line('articles').utilisation).toBeCloseTo(500 / 1200, 12);
    const melted = under('empty-cache', { design: 0, changed: empty });
    expect(melted.line('articles').utilisation).toBeCloseTo(10_000 / 1200, 9);
    expect(melted.response('readers').failure).toBe(1);
    const limited = under('empty-cache', { design: 1, changed: empty });
    expect((1 - limited.response('readers').failure).toFixed(2)).toBe('0.12');
    expect(algebra.quantile(limited.response('readers').success, 0.9)).toBeLessThan(0.1);
  });

  test('more nodes, slower: 40 and 84 ms, 73 and 76 %, 187 and 393 ms; the peak is at 31', () => {
    const all = [0, 1, 2].map((design) => under('more-nodes-slower', { design }));
    expect(all.map(({ line }) => (line('lobby').utilisation * 100).toFixed(0))).toEqual(['73', '76', '57']);
    expect(all.map(({ p99Milliseconds }) => p99Milliseconds('players').toFixed(0))).toEqual(['187', '393', '145']);
    expect(all.map(({ line }) => ((line('lobby').holdSeconds ?? NaN) * 1000).toFixed(0))).toEqual(['40', '84', '31']);
    const scaling = analyse(resolvedFile('more-nodes-slower')).designs.map(({ components }) => components['lobby']);
    expect(scaling[1]?.scaling?.peakReplicas).toBe(31);
    expect(scaling[1]?.scaling?.gainOfOneMore).toBeLessThan(0);
    const peak = under('more-nodes-slower', { design: 0, changed: { lobby: { replicas: 31 } } });
    expect(peak.line('lobby').utilisation).toBeGreaterThan(0.7);
  });
});
