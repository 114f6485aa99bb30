import type {
  CacheLoss,
  CapacityPlan,
  ComponentLoad,
  DesignLoad,
  KneeCurve,
  LoadLatencyCurve,
  Performability,
  PlannedComponent,
  StormCurve,
  StormState,
} from '../../src/model/report-load.ts';
import type { ComponentReport, DesignReport } from '../../src/model/report.ts';
import type { Design } from '../../src/model/scenario.ts';

/** Shoppers, an app behind a cache, a database; the app and the database have workers. */
export const SHOP: Design = {
  name: 'today',
  components: {
    shoppers: { kind: 'client', name: 'Shoppers' },
    app: { kind: 'service', name: 'App' },
    cache: { kind: 'cache', name: 'Cache' },
    db: { kind: 'database', name: 'Database' },
  },
  calls: [
    { from: 'shoppers', to: 'app' },
    { from: 'app', to: 'cache' },
    { from: 'cache', to: 'db' },
  ],
  domains: { a: { kind: 'zone' } },
};

/** 64 threads of 40 ms in each of 8 replicas, at 62.5 %. */
export const loadOf = (given: Partial<ComponentLoad> = {}): ComponentLoad => ({
  ratePerSecond: 8000,
  utilisation: 0.625,
  target: 0.7,
  concurrency: 320,
  replicasNeeded: 8,
  waitSeconds: { mean: 0.0001, p99: 0.002 },
  saturatesAtRatePerSecond: 12_800,
  holdSeconds: 0.04,
  shed: 0,
  queue: 'M/M/c',
  band: 0,
  ...given,
});

const component = (load: ComponentLoad | null, replicas = 8) => ({ load, replicas }) as ComponentReport;

export const fullestOf = (
  given: Partial<NonNullable<DesignLoad['fullest']>> = {},
): NonNullable<DesignLoad['fullest']> => ({
  component: 'app',
  utilisation: 0.625,
  target: 0.7,
  timesToTarget: 1.12,
  timesToSaturation: 1.6,
  ratePerSecondAtTarget: 8960,
  ...given,
});

/** A report of the shop with these loads, and nothing else that anybody asks for. */
export const shopReport = (
  loads: Readonly<Record<string, ComponentLoad | null>>,
  fullest: DesignLoad['fullest'] = fullestOf(),
): DesignReport =>
  ({
    name: 'today',
    components: Object.fromEntries(Object.entries(loads).map(([id, load]) => [id, component(load)])),
    load: { calls: { 'shoppers->app': 8000 }, fullest, settled: true },
  }) as unknown as DesignReport;

export const kneeOf = (given: Partial<KneeCurve> = {}): KneeCurve => {
  const point = (utilisation: number, p99Seconds: number | null, single: number | null) => ({
    utilisation,
    ratePerSecond: 12_800 * utilisation,
    meanSeconds: p99Seconds === null ? null : p99Seconds / 3,
    p99Seconds,
    single: { meanSeconds: single === null ? null : single / 3, p99Seconds: single },
  });
  const points = [point(0, 0.184, 0.184), point(0.7, 0.184, 0.614), point(0.9, 0.19, 1.84), point(1, null, null)];
  return {
    question: 'knee',
    points,
    today: points[1] ?? null,
    target: 0.7,
    workSeconds: 0.04,
    queue: 'M/M/c',
    band: 0,
    ...given,
  };
};

export const loadLatencyOf = (given: Partial<LoadLatencyCurve> = {}): LoadLatencyCurve => ({
  question: 'load-latency',
  points: [
    { ratePerSecond: 0, p50: 0.03, p99: 0.1, success: 1 },
    { ratePerSecond: 8000, p50: 0.03, p99: 0.12, success: 0.999 },
    { ratePerSecond: 9800, p50: 0.04, p99: 0.25, success: 0.999 },
    { ratePerSecond: 11_000, p50: 0.06, p99: 0.9, success: 0.999 },
    { ratePerSecond: 11_430, p50: null, p99: null, success: 0 },
  ],
  today: { ratePerSecond: 8000, p50: 0.03, p99: 0.12, success: 0.999 },
  saturatesAtRatePerSecond: 11_430,
  component: 'app',
  ...given,
});

const calm: StormState = { success: 0.999, amplification: 1.01, utilisation: 0.6, p99: 0.12 };
const stormy: StormState = { success: 0.031, amplification: 3.9, utilisation: 2.1, p99: 0.5 };

export const stormOf = (given: Partial<StormCurve> = {}): StormCurve => ({
  question: 'storm',
  points: [
    { ratePerSecond: 4000, calm, stormy: calm },
    { ratePerSecond: 5000, calm, stormy },
    { ratePerSecond: 7000, calm: stormy, stormy },
  ],
  today: { ratePerSecond: 5000, calm, stormy },
  tipsAbove: 6200,
  recoversBelow: 4100,
  component: 'app',
  remedies: [],
  ...given,
});

export const plannedOf = (given: Partial<PlannedComponent> = {}): PlannedComponent => ({
  component: 'app',
  target: 0.7,
  utilisation: [0.5, 0.6, 0.75],
  averageUtilisation: 0.3,
  monthsToTarget: 11.4,
  monthsToSaturation: 20,
  monthsToOrder: 9.4,
  replicas: 8,
  replicasNeeded: 9,
  ...given,
});

export const planOf = (...components: readonly PlannedComponent[]): CapacityPlan => ({
  question: 'capacity-plan',
  components,
  multiples: [],
});

export const performabilityOf = (given: Partial<Performability> = {}): Performability => ({
  question: 'performability',
  states: [],
  total: { success: 0.9993, p99: 0.24, goodWithin: null },
  remainder: 0,
  ...given,
});

type Callee = CacheLoss['callees'][number];

export const calleeOf = (given: Partial<Callee> = {}): Callee => ({
  component: 'db',
  ratePerSecond: 800,
  utilisation: 0.35,
  emptyRatePerSecond: 8000,
  emptyUtilisation: 3.5,
  downRatePerSecond: 0,
  downUtilisation: 0,
  replicasNeededWhenEmpty: 10,
  ...given,
});

export const cacheLossOf = (...callees: readonly Callee[]): CacheLoss => ({
  question: 'cache-loss',
  hitRatio: 0.9,
  callees,
  journeys: [],
});
