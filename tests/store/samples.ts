import type { Scenario } from '../../src/model/scenario.ts';

/** The checkout as people know it: needed 1 everywhere, its second design with a second provider. */
export const CHECKOUT: Scenario = {
  format: 'nineboard/1',
  title: 'Checkout',
  designs: [
    {
      name: 'today',
      components: {
        shoppers: { kind: 'client', name: 'Shoppers', rate: '8000 req/s', objectives: { availability: '99.99 %' } },
        lb: { kind: 'balancer', name: 'Load balancer', replicas: 2, up: '99.9 %' },
        app: { kind: 'service', name: 'App', replicas: 3, up: '99 %' },
        db: { kind: 'database', name: 'Orders database', replicas: 2, up: '99.9 %' },
        pay: { kind: 'external', name: 'Payment gateway', up: '99.95 %' },
      },
      calls: [
        { from: 'shoppers', to: 'lb' },
        { from: 'lb', to: 'app' },
        { from: 'app', to: 'db' },
        { from: 'app', to: 'pay' },
      ],
    },
    {
      name: 'two providers',
      components: {
        shoppers: { kind: 'client', name: 'Shoppers' },
        app: { kind: 'service', name: 'App', replicas: 3, up: '99 %' },
        any: { kind: 'gate', name: 'Any of', needed: 1 },
        pay: { kind: 'external', name: 'Payment gateway', up: '99.95 %' },
        pay2: { kind: 'external', name: 'Second gateway', up: '99.95 %' },
      },
      calls: [
        { from: 'shoppers', to: 'app' },
        { from: 'app', to: 'any' },
        { from: 'any', to: 'pay' },
        { from: 'any', to: 'pay2' },
      ],
    },
  ],
  at: {
    shoppers: [0, 200],
    lb: [264, 200],
    app: [528, 200],
    db: [792, 100],
    pay: [792, 300],
    any: [792, 200],
    pay2: [1056, 300],
  },
  texts: { n1: { text: 'why two?', at: [40, 400] } },
};
