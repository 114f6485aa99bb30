import { readFileSync } from 'node:fs';
import type { Call, Component, Scenario } from '../../src/model/scenario.ts';

/** One of the shipped examples. */
export function example(name: string): Scenario {
  const url = new URL(`../../public/scenarios/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8')) as Scenario;
}

/** What the layout tests select in a scenario. */
export interface Sample {
  readonly name: string;
  readonly scenario: Scenario;
  /** The name of a component that calls others, and of one that it calls. */
  readonly caller: string;
  readonly callee: string;
}

const LONG = 'that somebody named at great length without once looking at how little room there is';
const UNBROKEN = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

/** The checkout with names as people should not, but do, write them. */
function longNames(): Scenario {
  const checkout = example('checkout');
  const rename = (component: Component): Component => ({ ...component, name: `${component.name ?? ''} ${LONG}` });
  return {
    ...checkout,
    title: `Checkout ${LONG}`,
    variables: { [`peak_${'of_the_year_'.repeat(4)}`]: '12k req/s' },
    texts: { n1: { text: `A remark ${LONG}`, at: [0, 300] } },
    designs: checkout.designs.map((design) => ({
      ...design,
      name: `${design.name} ${LONG}`,
      components: {
        ...Object.fromEntries(Object.entries(design.components).map(([id, component]) => [id, rename(component)])),
        orders: { ...design.components['orders'], kind: 'database', name: UNBROKEN },
      },
    })),
  };
}

export const CHECKOUT: Sample = {
  name: 'the checkout',
  scenario: example('checkout'),
  caller: 'App',
  callee: 'Orders database',
};

export const SHOP: Sample = {
  name: 'the online shop',
  scenario: example('online-shop'),
  caller: 'API gateway',
  callee: 'Checkout',
};

export const LONG_NAMES: Sample = {
  name: 'very long names',
  scenario: longNames(),
  caller: `App ${LONG}`,
  callee: UNBROKEN,
};

/** A region with three zones: groups that stand in one of them, are spread over several, and stand in the region. */
export const ZONED: Scenario = {
  format: 'nineboard/1',
  title: 'Zones in a region',
  designs: [
    {
      name: 'today',
      components: {
        shoppers: { kind: 'client', name: 'Shoppers', rate: '8000 req/s', objectives: { availability: '99.99 %' } },
        app: { kind: 'service', name: 'App', replicas: 10, needed: 8, up: '99 %', domains: ['a', 'b', 'c'] },
        db: { kind: 'database', name: 'Orders database', replicas: 2, up: '99.9 %', domains: ['a'] },
        audit: { kind: 'service', name: 'Audit', replicas: 2, up: '99.9 %', domains: ['east', 'flags'] },
      },
      calls: [
        { from: 'shoppers', to: 'app' },
        { from: 'app', to: 'db' },
        { from: 'app', to: 'audit', optional: true },
      ],
      domains: {
        east: { kind: 'region', name: 'US East', up: '99.99 %' },
        a: { kind: 'zone', name: 'Zone a', up: '99.99 %', in: 'east' },
        b: { kind: 'zone', name: 'A zone with a name that is far too long for it', up: '99.99 %', in: 'east' },
        c: { kind: 'zone', name: 'Zone c', up: '99.9 %', in: 'east' },
        flags: { kind: 'configuration', name: 'Feature flags', up: '99.99 %' },
        empty: { kind: 'power', name: 'Generator' },
      },
    },
  ],
};

/** The checkout with times, and a name that is far too long in the thick of them. */
export const CHECKOUT_TIMED: Scenario = (() => {
  const timed = example('checkout-timed');
  return {
    ...timed,
    designs: timed.designs.map((design) => ({
      ...design,
      components: {
        ...design.components,
        orders: { kind: 'database', ...design.components['orders'], name: `Orders database ${LONG}` },
      },
    })),
  };
})();

const LAYERS = 6;
const ABREAST = 12;

/** Sixty components in layers behind a client, each called by two of the layer before, none with a place. */
export function sixtyComponents(): Scenario {
  const components: Record<string, Component> = { client: { kind: 'client', name: 'Everybody' } };
  const calls: Call[] = [];
  for (let index = 0; index < 59; index++) {
    const layer = Math.floor(index / ABREAST);
    const id = `part-${index}`;
    components[id] = {
      kind: layer === LAYERS - 2 ? 'database' : 'service',
      name: `Part ${index}`,
      replicas: 2,
      up: '99.9 %',
    };
    if (layer === 0) calls.push({ from: 'client', to: id });
    else
      calls.push(
        { from: `part-${index - ABREAST}`, to: id },
        { from: `part-${(layer - 1) * ABREAST + ((index * 5) % ABREAST)}`, to: id },
      );
  }
  const seen = new Set<string>();
  return {
    format: 'nineboard/1',
    title: 'Sixty components',
    designs: [
      {
        name: 'today',
        components,
        calls: calls.filter(({ from, to }) => !seen.has(`${from} ${to}`) && seen.add(`${from} ${to}`)),
      },
    ],
  };
}

const EMPTY_CACHE = example('empty-cache');

/** A client that sends and grows, workers and a cache. */
export const CACHED: Scenario = {
  ...EMPTY_CACHE,
  designs: EMPTY_CACHE.designs.map(({ components, ...design }) => ({
    ...design,
    components: { ...components, readers: { ...components['readers']!, growth: '3 %/month' } },
  })),
};
