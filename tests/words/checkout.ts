import { analyse } from '../../src/engine/index.ts';
import { resolve } from '../../src/formula/resolve.ts';
import type { DesignReport } from '../../src/model/report.ts';
import type { Component, Design, Scenario } from '../../src/model/scenario.ts';

const shared: Readonly<Record<string, Component>> = {
  shoppers: { kind: 'client', name: 'Shoppers', rate: 'peak', objectives: { availability: '99.99 %' } },
  balancer: { kind: 'balancer', name: 'Load balancer', replicas: 2, up: '99.9 %' },
  app: { kind: 'service', name: 'App', replicas: 3, up: '99 %' },
  db: { kind: 'database', name: 'Orders database', replicas: 2, up: '99.9 %' },
  payment: { kind: 'external', name: 'Payment gateway', up: '99.95 %' },
};

/** The checkout in its two designs, as the documents that people keep write it. */
export const CHECKOUT: Scenario = {
  format: 'nineboard/1',
  title: 'Checkout',
  variables: { peak: '8000 req/s' },
  designs: [
    {
      name: 'today',
      components: shared,
      calls: [
        { from: 'shoppers', to: 'balancer' },
        { from: 'balancer', to: 'app' },
        { from: 'app', to: 'db' },
        { from: 'app', to: 'payment' },
      ],
    },
    {
      name: 'two providers',
      components: {
        ...shared,
        any: { kind: 'gate' },
        second: { kind: 'external', name: 'Payment gateway 2', up: '99.95 %' },
      },
      calls: [
        { from: 'shoppers', to: 'balancer' },
        { from: 'balancer', to: 'app' },
        { from: 'app', to: 'db' },
        { from: 'app', to: 'any' },
        { from: 'any', to: 'payment' },
        { from: 'any', to: 'second' },
      ],
    },
  ],
  at: {
    shoppers: [34, 200],
    balancer: [264, 200],
    app: [500, 200],
    db: [786, 120],
    payment: [1020, 286],
    any: [786, 286],
    second: [1020, 420],
  },
};

/** The report of one design, by the engine itself. */
export function reportOf(scenario: Scenario, design = 0): DesignReport {
  const resolved = resolve(scenario);
  const report = analyse(resolved).designs[design];
  if (!report) throw new Error(`no design ${design}`);
  return report;
}

/** A scenario of one design. */
export const scenarioOf = (
  components: Design['components'],
  calls: Design['calls'] = [],
  title?: string,
  domains: NonNullable<Design['domains']> = {},
): Scenario => ({
  format: 'nineboard/1',
  ...(title === undefined ? {} : { title }),
  designs: [{ name: 'only', components, calls, ...(Object.keys(domains).length === 0 ? {} : { domains }) }],
});

export const firstDesign = (scenario: Scenario): Design => scenario.designs[0] ?? { name: '', components: {} };
