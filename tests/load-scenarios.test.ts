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
    rate: (id: string) => loaded.rates[at(id)]!,
    line: (id: string) => loaded.lines[at(id)]!,
    response: (id: string) => latency.response(at(id)),
    p99Milliseconds: (id: string) => algebra.quantile(latency.response(at(id)).success, 0.99) * 1000,
  };
}
const reports = (file: string) => analyse(resolvedFile(file)).designs;
const journeys = (file: string) => reports(file).map((design) => design.journeys);

describe('what the notes of the examples of load say', () => {
  test('sizing: 320 in flight, 1,120 each, eight instances, and ten that keep the promise', () => {
    const [eight, ten] = reports('sizing');
    const service = eight?.components['service']?.load;
    expect((service?.ratePerSecond ?? NaN) * (service?.holdSeconds ?? NaN)).toBeCloseTo(320, 9);
    expect(service?.concurrency).toBeCloseTo(320, 1);
    const loads = [eight, ten].map((design) => design?.components['service']?.load);
    expect(loads.map((load) => load?.replicasNeeded)).toEqual([8, 8]);
    expect(loads.map((load) => load?.utilisation.toFixed(3))).toEqual(['0.625', '0.500']);
    expect(eight?.load?.fullest?.ratePerSecondAtTarget).toBeCloseTo(8 * 1120, 6);
    expect([eight, ten].map((design) => design?.journeys['users']?.objective?.met)).toEqual([false, true]);
    const months = loads.map((load) => Math.log(0.7 / (load?.utilisation ?? NaN)) / Math.log(1.03));
    expect(months[0]).toBeGreaterThan(3.5);
    expect(months[0]).toBeLessThan(4);
    expect(months[1]).toBeGreaterThan(11);
    expect(months[1]).toBeLessThan(12);
  });

  test('one worker, or many: 614, 614 and 184 ms at the same 70 %', () => {
    const [design] = reports('one-worker-or-many');
    const loads = ['worker', 'machines', 'pool'].map((id) => design?.components[id]?.load);
    for (const load of loads) expect(load?.utilisation).toBeCloseTo(0.7, 12);
    const answers = ['one', 'each', 'all'].map((id) => design?.journeys[id]);
    expect(answers.map((each) => ((each?.latencySeconds?.p99 ?? NaN) * 1000).toFixed(0))).toEqual([
      '614',
      '614',
      '184',
    ]);
    expect(answers.map((each) => each?.latency?.objective?.met)).toEqual([false, false, true]);
    expect(loads[0]?.waitSeconds.mean).toBeCloseTo(0.0933, 4);
    expect(loads[2]?.waitSeconds.mean).toBeLessThan(1e-4);
  });

  test('lose a zone: four of eight cannot keep up, six of nine can; nine hours, or minutes', () => {
    const [eight, twelve, nine] = journeys('lose-a-zone').map(({ users }) => users!);
    const needed = reports('lose-a-zone').map(({ components }) => components['app']?.load?.replicasNeeded);
    expect(needed).toEqual([6, 6, 6]);
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
      under('retry-storm', { design, from, times: rate / 4400 });
    expect(at(4400, 'calm').rate('orders')).toBeLessThan(4401);
    expect(at(4400, 'calm').p99Milliseconds('shoppers')).toBeLessThan(100);
    expect(at(4400, 'stormy').rate('orders')).toBeCloseTo(17_600, 6);
    expect(at(4400, 'stormy').response('shoppers').failure).toBe(1);
    expect(at(6300, 'calm').line('orders').utilisation).toBeLessThan(1);
    expect(at(6350, 'calm').response('shoppers').failure).toBe(1);
    expect(at(1601, 'stormy').response('shoppers').failure).toBe(1);
    expect(at(1599, 'stormy').rate('orders')).toBeLessThan(1600);
    for (const design of [1, 2]) {
      const [calm, stormy] = [at(4400, 'calm', design), at(4400, 'stormy', design)];
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

  test('more nodes, slower: 40 and 84 ms, 73 and 76 %, 187 and 393 ms; most with 31, and no number is enough', () => {
    const all = reports('more-nodes-slower');
    const lobbies = all.map(({ components }) => components['lobby']);
    expect(lobbies.map((lobby) => ((lobby?.load?.utilisation ?? NaN) * 100).toFixed(0))).toEqual(['73', '76', '57']);
    expect(lobbies.map((lobby) => ((lobby?.load?.holdSeconds ?? NaN) * 1000).toFixed(0))).toEqual(['40', '84', '31']);
    const p99s = all.map(({ journeys: { players } }) => ((players?.latencySeconds?.p99 ?? NaN) * 1000).toFixed(0));
    expect(p99s).toEqual(['187', '393', '145']);
    expect(lobbies.map((lobby) => lobby?.load?.replicasNeeded)).toEqual([null, null, 18]);
    expect(lobbies[1]?.scaling?.peakReplicas).toBe(31);
    expect(lobbies[1]?.scaling?.gainOfOneMore).toBeLessThan(0);
  });
});
