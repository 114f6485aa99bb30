import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyse } from '../src/engine/index.ts';
import { evaluateFormula } from '../src/formula/mathjs/evaluate.ts';
import { resolve } from '../src/formula/resolve.ts';
import type { DesignReport, JourneyReport } from '../src/model/report.ts';
import type { Scenario } from '../src/model/scenario.ts';
import { readScenario } from '../src/model/schema.ts';

interface Listed {
  readonly file: string;
  readonly title: string;
  readonly lesson: string;
}

const folder = 'public/scenarios';
const listed = JSON.parse(readFileSync(`${folder}/index.json`, 'utf8')) as Listed[];

function read(file: string): Scenario {
  const outcome = readScenario(readFileSync(`${folder}/${file}`, 'utf8'));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}
const reports = (file: string): readonly DesignReport[] => analyse(resolve(read(file), evaluateFormula)).designs;

function journey(file: string, design: number, client: string): JourneyReport {
  const found = reports(file)[design]?.journeys[client];
  if (found === undefined) throw new Error(`${file} has no journey ${client}`);
  return found;
}
const relative = (actual: number | null | undefined, expected: number): number =>
  Math.abs((actual ?? NaN) / expected - 1);
const hours = (seconds: number | null | undefined): number => (seconds ?? NaN) / 3600;

const milliseconds = (seconds: number | null | undefined): string => ((seconds ?? NaN) * 1000).toFixed(1);

describe('the shipped examples', () => {
  test('are all in the list, the checkout first, and nothing else is', () => {
    const files = readdirSync(folder).filter((file) => file !== 'index.json');
    expect(listed.map(({ file }) => file).sort()).toEqual(files.sort());
    expect(listed[0]?.file).toBe('checkout.json');
    for (const { lesson } of listed) expect(lesson).toMatch(/^.{20,90}\.$/);
  });

  test.each(listed)('$file opens under its title, teaches something and is free of issues', ({ file, title }) => {
    const scenario = read(file);
    expect(scenario.title).toBe(title);
    expect(scenario.notes?.length).toBeGreaterThan(150);
    const resolved = resolve(scenario, evaluateFormula);
    expect(resolved.issues).toEqual([]);
    expect(resolved.findings).toEqual([]);
    for (const design of analyse(resolved).designs) {
      for (const { unavailability } of Object.values(design.journeys)) {
        expect(unavailability).toBeGreaterThan(0);
        expect(unavailability).toBeLessThan(0.02);
      }
    }
  });

  test.each(listed)('$file stands on the board without overlaps, callers left of what they call', ({ file }) => {
    const scenario = read(file);
    for (const { components, calls = [] } of scenario.designs) {
      const places = Object.keys(components).map((id) => [id, scenario.at?.[id] ?? [NaN, NaN]] as const);
      for (const [one, [x, y]] of places) {
        expect(x, one).toBeGreaterThanOrEqual(0);
        for (const [other, [otherX, otherY]] of places) {
          const clear = one === other || Math.abs(x - otherX) >= 200 || Math.abs(y - otherY) >= 108;
          expect(clear, `${one} and ${other}`).toBe(true);
        }
      }
      const left = new Map(places.map(([id, [x]]) => [id, x]));
      for (const { from, to } of calls) {
        expect(left.get(from), `${from} calls ${to}`).toBeLessThan(left.get(to) ?? NaN);
      }
    }
  });
});

describe('what the notes say', () => {
  test('checkout: 0.9994970015 and 4.41 h; with a second provider 99.999675 %, 5.49 nines', () => {
    const today = journey('checkout.json', 0, 'shoppers');
    const second = journey('checkout.json', 1, 'shoppers');
    expect(today.availability?.toFixed(10)).toBe('0.9994970015');
    expect(relative(today.unavailability, 1 - 0.99_95 * 0.999_999 ** 3)).toBeLessThan(1e-12);
    expect(hours(today.downtimeSecondsPerYear).toFixed(2)).toBe('4.41');
    expect(today.binding).toMatchObject({ component: 'payment' });
    expect(today.binding?.share.toFixed(3)).toBe('0.994');
    expect(today.objective?.met).toBe(false);
    expect(((second.availability ?? 0) * 100).toFixed(6)).toBe('99.999675');
    expect(second.nines?.toFixed(2)).toBe('5.49');
    expect(second.objective?.met).toBe(true);
  });

  test('checkout, sized: no zone can be spared with ten replicas, any can with twelve', () => {
    const [ten, twelve] = [0, 1].map((design) => journey('checkout-sized.json', design, 'shoppers'));
    expect(hours(ten?.downtimeSecondsPerYear).toFixed(1)).toBe('10.7');
    expect(ten?.causes.domain.toFixed(2)).toBe('0.49');
    expect(Object.values(ten?.domains ?? {}).map(({ singlePoint }) => singlePoint)).toEqual([true, true, true]);
    expect(Object.values(twelve?.domains ?? {}).map(({ singlePoint }) => singlePoint)).toEqual([false, false, false]);
    expect(twelve?.causes.domain).toBeLessThan(0.05);
    expect(twelve?.parts['app']?.causes.common).toBeGreaterThan(8 * (twelve?.parts['app']?.causes.replicas ?? NaN));
    expect(ten?.objective?.met).toBe(false);
    expect(twelve?.objective?.met).toBe(true);
    expect(ten?.outages.perYear).not.toBeNull();
  });

  test('what replicas share: a thousand times worse, and two releases bring it back', () => {
    const [multiplied, shared, releases] = [0, 1, 2].map((design) => journey('common-cause.json', design, 'visitors'));
    expect(relative(multiplied?.unavailability, 1e-6)).toBeLessThan(1e-12);
    expect(relative(shared?.unavailability, 0.001 + 0.999 * 0.009 ** 3)).toBeLessThan(1e-12);
    expect(shared?.parts['app']?.oneMore?.changeSecondsPerYear).toBeGreaterThan(-60);
    expect([multiplied, shared, releases].map((each) => each?.objective?.met)).toEqual([true, false, true]);
  });

  test('staged path: the entry first, then state', () => {
    expect(journey('staged-path.json', 0, 'callers').binding?.component).toBe('entry');
    const spared = journey('staged-path.json', 1, 'callers');
    expect(spared.remedies.map((remedy) => remedy.component)).toEqual(['state', 'entry', 'compute']);
  });

  test('100 shards: down far more than one of them', () => {
    const all = journey('fan-out-100.json', 0, 'searchers');
    expect(relative(all.unavailability, 1 - 0.9999 ** 100)).toBeLessThan(1e-3);
    expect(journey('fan-out-100.json', 1, 'searchers').objective?.met).toBe(true);
  });

  test('two speeds: mean 19.5, p95 10, p99 200 ms; hedged, p99 is 21 ms for one more call in twenty', () => {
    const [measured, hedged] = [0, 1].map((design) => journey('two-speeds.json', design, 'readers'));
    const { mean, p50, p95, p99 } = measured?.latencySeconds ?? {};
    expect([mean, p50, p95, p99].map(milliseconds)).toEqual(['19.5', '10.0', '10.0', '200.0']);
    expect(milliseconds(hedged?.latencySeconds?.p99)).toBe('21.0');
    expect(hedged?.latency?.attempts['readers->index']).toBeCloseTo(1.05, 12);
    expect([measured, hedged].map((each) => each?.latency?.objective?.met)).toEqual([false, true]);
  });

  test('one call, or two hundred: 1.0, 9.6, 39.5, 63.4, 86.6 % are slow', () => {
    const slow = ['one', 'ten', 'fifty', 'hundred', 'two-hundred'].map((client) => {
      const [good] = journey('fan-out-table.json', 0, client).goodWithin;
      return ((1 - (good?.probability ?? NaN)) * 100).toFixed(1);
    });
    expect(slow).toEqual(['1.0', '9.6', '39.5', '63.4', '86.6']);
  });

  test('adding p99s: 10 and 10 are 210 ms, 46 and 46 are 66 ms', () => {
    const p99s = reports('adding-p99.json').map(({ components, journeys }) => {
      const { latencySeconds, latency } = journeys['users'] ?? {};
      const stages = ['first', 'second'].map((id) => components[id]?.latency?.own.p99);
      return [...stages, latencySeconds?.p99, latency?.addedP99Seconds].map(milliseconds);
    });
    expect(p99s).toEqual([
      ['10.0', '10.0', '210.0', '20.0'],
      ['46.1', '46.1', '66.4', '92.1'],
    ]);
  });

  test('checkout, timed: p99 328 ms, and 241 ms with the payment hedged, for 17 % more of its calls', () => {
    const [today, hedged] = [0, 1].map((design) => journey('checkout-timed.json', design, 'shoppers'));
    expect(today?.latencySeconds?.p50?.toFixed(3)).toBe('0.096');
    expect([today, hedged].map((each) => each?.latencySeconds?.p99?.toFixed(3))).toEqual(['0.328', '0.241']);
    expect([today, hedged].map((each) => each?.latency?.objective?.met)).toEqual([false, true]);
    expect([today, hedged].map((each) => each?.latency?.failure.toFixed(3))).toEqual(['0.001', '0.001']);
    expect([today, hedged].map((each) => each?.objective?.met)).toEqual([true, true]);
    const payments = (each: typeof today): number => each?.latency?.attempts['app->payment'] ?? NaN;
    expect((payments(hedged) / payments(today)).toFixed(2)).toBe('1.17');
  });

  test('sessions: 44 replicas do more than 64, and after sharding far more', () => {
    const [kept, sharded] = reports('usl.json').map((design) => design.components['game']?.scaling);
    expect(kept?.peakReplicas).toBe(44);
    expect(kept?.gainOfOneMore).toBeLessThan(0);
    expect(sharded?.speedup).toBeGreaterThan(kept?.speedup ?? NaN);
    expect(sharded?.peakReplicas).toBeGreaterThan(90);
  });

  test('shared database: the product is 3.5 h a year too pessimistic, and right for one each', () => {
    const [one, each] = [0, 1].map((design) => journey('shared-database.json', design, 'readers'));
    expect(hours(one?.naive?.errorSecondsPerYear).toFixed(1)).toBe('3.5');
    expect(Math.abs(each?.naive?.errorSecondsPerYear ?? NaN)).toBeLessThan(1e-6);
  });

  test('online shop: fifty parts, three journeys, each held back by something else', () => {
    const [design] = read('online-shop.json').designs;
    expect(Object.keys(design?.components ?? {}).length).toBeGreaterThanOrEqual(40);
    expect(Object.keys(design?.components ?? {}).length).toBeLessThanOrEqual(60);
    const journeys = reports('online-shop.json')[0]?.journeys ?? {};
    const held = Object.entries(journeys).map(([id, each]) => [id, each.binding?.component, each.objective?.met]);
    expect(held).toEqual([
      ['browsers', 'cdn', true],
      ['buyers', 'firewall', false],
      ['staff', 'admin', true],
    ]);
    const buying = journeys['buyers'];
    expect(buying?.parts['firewall']?.unavailabilityIfPerfect).toBeLessThan(1e-4);
    for (const provider of ['cards', 'wallet', 'transfer']) {
      expect(buying?.parts[provider]?.share).toBeLessThan(0.001);
    }
    for (const free of ['reviews', 'recommend', 'fraud', 'mail', 'warehouse']) {
      expect(buying?.parts[free]?.share ?? 0, free).toBe(0);
    }
  });
});
