import { NO_LIMITS, UNLIMITED } from '../../src/model/resolved-load.ts';
import { NO_TIME, PLAIN_TIMING } from '../../src/model/resolved-time.ts';
import type { Resolved, ResolvedCall, ResolvedComponent } from '../../src/model/resolved.ts';

/** A component with everything neutral but what is said. */
export function component(
  part: Partial<ResolvedComponent> & Pick<ResolvedComponent, 'id' | 'kind'>,
): ResolvedComponent {
  return {
    name: part.id,
    replicas: 1,
    needed: 1,
    unavailability: 0,
    beta: 0,
    mttrSeconds: null,
    plannedUnavailability: 0,
    plannedSeconds: null,
    takeoverSeconds: 0,
    uncovered: 0,
    placement: [],
    errors: 0,
    time: NO_TIME,
    switchSeconds: 0,
    hitRatio: 0,
    whenDown: part.kind === 'cache' ? 'bypass' : 'refuse',
    mode: 'failover',
    sigma: 0,
    kappa: 0,
    scales: false,
    ratePerSecond: null,
    objective: null,
    latencyObjective: null,
    ...NO_LIMITS,
    ...part,
  };
}

type Arrow = [from: string, to: string, fields?: Partial<ResolvedCall>];

/** A scenario of one design from components and arrows. */
export function resolvedOf(components: readonly ResolvedComponent[], arrows: readonly Arrow[]): Resolved {
  const place = (id: string): number => components.findIndex((one) => one.id === id);
  const calls = arrows.map(([from, to, fields], index): ResolvedCall => ({
    id: `${from}->${to}#${index}`,
    from: place(from),
    to: place(to),
    step: 1,
    times: 1,
    probability: 1,
    optional: false,
    async: false,
    weight: 1,
    ...PLAIN_TIMING,
    ...UNLIMITED,
    ...fields,
  }));
  return { designs: [{ name: 'today', components, calls, domains: [] }], issues: [], findings: [] };
}

const checkoutParts = [
  component({ id: 'shoppers', kind: 'client' }),
  component({ id: 'balancer', kind: 'balancer', replicas: 2, unavailability: 0.001 }),
  component({ id: 'app', kind: 'service', replicas: 3, unavailability: 0.01 }),
  component({ id: 'db', kind: 'database', replicas: 2, unavailability: 0.001 }),
  component({ id: 'payment', kind: 'external', unavailability: 0.0005 }),
];

export const samples = {
  /** Balancer 2 × 99.9 %, app 3 × 99 %, database 2 × 99.9 %, payment 99.95 %. */
  checkout: resolvedOf(checkoutParts, [
    ['shoppers', 'balancer'],
    ['balancer', 'app'],
    ['app', 'db'],
    ['app', 'payment'],
  ]),
  /** The same with a second provider behind an "any of" gate. */
  twoProviders: resolvedOf(
    [
      ...checkoutParts,
      component({ id: 'any', kind: 'gate' }),
      component({ id: 'second', kind: 'external', unavailability: 0.0005 }),
    ],
    [
      ['shoppers', 'balancer'],
      ['balancer', 'app'],
      ['app', 'db'],
      ['app', 'any'],
      ['any', 'payment'],
      ['any', 'second'],
    ],
  ),
};
