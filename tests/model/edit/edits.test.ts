import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { align, distribute } from '../../../src/model/edit/arrange.ts';
import { addText, moveTo, setText } from '../../../src/model/edit/board.ts';
import { callIssue, connect, reconnect, setCallField, splice } from '../../../src/model/edit/calls.ts';
import {
  addComponent,
  changeKind,
  removeItems,
  renameComponent,
  setField,
  stepReplicas,
} from '../../../src/model/edit/components.ts';
import { addDesign, moveDesign, removeDesign } from '../../../src/model/edit/designs.ts';
import { emptyScenario, setObjective, setTitle } from '../../../src/model/edit/document.ts';
import { freshId, freshName } from '../../../src/model/edit/ids.ts';
import { only } from '../../../src/model/edit/selection.ts';
import { callIds, type Call, type Component, type Scenario } from '../../../src/model/scenario.ts';

const checkout = JSON.parse(readFileSync('public/scenarios/checkout.json', 'utf8')) as Scenario;
const text = (value: unknown): string => JSON.stringify(value);
const scenarioOf = (components: Record<string, Component>, calls: readonly Call[]): Scenario => ({
  format: 'nineboard/1',
  designs: [{ name: 'one', components, calls }],
});
const pair = { a: { kind: 'service' }, b: { kind: 'service' } } as const;
const idsOf = (scenario: Scenario): string[] => callIds(scenario.designs[0]?.calls ?? []);
const component = (scenario: Scenario, id: string, design = 0): Component | undefined =>
  scenario.designs[design]?.components[id];

describe('an id', () => {
  test('is the name in small letters, numbered when it is taken', () => {
    expect(freshId([], 'Payment gateway')).toBe('payment-gateway');
    expect(freshId(['payment-gateway'], 'Payment gateway')).toBe('payment-gateway-2');
    expect(freshId(['app', 'app-2'], 'App')).toBe('app-3');
    expect(freshId([], 'Café Übersicht')).toBe('cafe-ubersicht');
  });

  test('is never empty, a number or the name of something that every object has', () => {
    expect(freshId([], '部')).toBe('component');
    expect(freshId([], '2nd')).toBe('c2nd');
    expect(freshId([], 'constructor')).toBe('constructor-2');
    expect(freshId([], '__proto__')).toBe('proto');
  });

  test('of a name goes up with a number that is there already', () => {
    expect(freshName(['App'], 'App')).toBe('App 2');
    expect(freshName(['App', 'App 2'], 'App 2')).toBe('App 3');
  });
});

describe('a component', () => {
  test('is added under a free id with its place in whole numbers, and removing it gives the same text', () => {
    const { scenario, id } = addComponent(checkout, 0, {
      component: { kind: 'service', name: 'App' },
      at: [10.4, -0.2],
    });
    expect(id).toBe('app-2');
    expect(scenario.at?.['app-2']).toEqual([10, 0]);
    expect(scenario.designs[1]).toBe(checkout.designs[1]);
    expect(text(removeItems(scenario, 0, only({ components: [id] })))).toBe(text(checkout));
  });

  test('takes its calls along when it goes, and its place only when no design has it', () => {
    const removed = removeItems(checkout, 0, only({ components: ['app'] }));
    expect(removed.designs[0]?.calls).toEqual([{ from: 'shoppers', to: 'balancer' }]);
    expect(removed.at).toHaveProperty('app');
    expect(removeItems(removed, 1, only({ components: ['app'] })).at).not.toHaveProperty('app');
  });

  test('has fields that lie deeper, and nothing of them is left when they are taken away', () => {
    const scaled = setField(checkout, 0, 'app', 'scaling.sigma', 0.02);
    expect(component(scaled, 'app')?.scaling).toEqual({ sigma: 0.02 });
    expect(setField(scaled, 0, 'app', 'scaling.sigma', 0.02)).toBe(scaled);
    expect(text(setField(scaled, 0, 'app', 'scaling.sigma', undefined))).toBe(text(checkout));
    expect(setField(checkout, 0, 'app', 'scaling.kappa', undefined)).toBe(checkout);
    expect(setField(checkout, 0, 'nobody', 'up', '1')).toBe(checkout);
    expect(setField(checkout, 0, 'toString', 'up', '1')).toBe(checkout);
    const latency = setField(checkout, 0, 'shoppers', 'objectives.latency.limit', '250 ms');
    expect(component(latency, 'shoppers')?.objectives).toEqual({
      availability: '99.99 %',
      latency: { limit: '250 ms' },
    });
    expect(text(setField(latency, 0, 'shoppers', 'objectives.latency.limit', undefined))).toBe(text(checkout));
  });

  test('keeps its other fields in their order when one changes', () => {
    const changed = setField(checkout, 0, 'app', 'replicas', 4);
    expect(text(component(changed, 'app'))).toBe('{"kind":"service","name":"App","replicas":4,"needed":1,"up":"99 %"}');
    expect(component(changed, 'balancer')).toBe(component(checkout, 'balancer'));
  });

  test('without a name goes by its id', () => {
    expect(component(renameComponent(checkout, 0, 'app', '  '), 'app')).not.toHaveProperty('name');
    expect(component(renameComponent(checkout, 0, 'app', ' Shop '), 'app')?.name).toBe('Shop');
  });

  test('gets replicas more and fewer where they are a number', () => {
    expect(component(stepReplicas(checkout, 0, 'app', 1), 'app')?.replicas).toBe(4);
    expect(component(stepReplicas(checkout, 0, 'app', -9), 'app')?.replicas).toBe(1);
    const formula = setField(checkout, 0, 'app', 'replicas', '2 * pods');
    expect(stepReplicas(formula, 0, 'app', 1)).toBe(formula);
    expect(stepReplicas(checkout, 0, 'shoppers', 1)).toBe(checkout);
    expect(stepReplicas(checkout, 0, 'payment', 1)).toBe(checkout);
  });

  test('of another kind keeps the fields and calls that this kind knows', () => {
    const external = changeKind(checkout, 0, 'orders', 'client');
    expect(component(external, 'orders')).toEqual({ kind: 'client', name: 'Orders database' });
    expect(idsOf(external)).toEqual(['shoppers->balancer', 'balancer->app', 'app->payment']);
    const cached = setField(changeKind(checkout, 0, 'orders', 'cache'), 0, 'orders', 'whenDown', 'bypass');
    const back = changeKind(cached, 0, 'orders', 'database');
    expect(text(back)).toBe(text(checkout));
    const capacity = setField(checkout, 0, 'app', 'needed', 'capacity');
    expect(component(changeKind(capacity, 0, 'app', 'gate'), 'app')).toEqual({ kind: 'gate', name: 'App', up: '99 %' });
    expect(changeKind(checkout, 0, 'app', 'service')).toBe(checkout);
  });
});

describe('a call', () => {
  test('is drawn between two that may be connected, once', () => {
    const { scenario, id } = connect(checkout, 0, 'balancer', 'orders', { times: 2 });
    expect(id).toBe('balancer->orders');
    expect(scenario.designs[0]?.calls?.at(-1)).toEqual({ from: 'balancer', to: 'orders', times: 2 });
    expect(connect(scenario, 0, 'balancer', 'orders')).toMatchObject({ scenario, id: 'balancer->orders' });
  });

  test('to itself, to a client or to nobody is refused with a reason', () => {
    for (const [from, to, code] of [
      ['app', 'app', 'call/itself'],
      ['app', 'shoppers', 'call/callee'],
      ['app', 'nobody', 'call/unknown-component'],
      ['hasOwnProperty', 'app', 'call/unknown-component'],
    ] as const) {
      const refused = connect(checkout, 0, from, to);
      expect(refused.scenario).toBe(checkout);
      expect(refused).toMatchObject({ id: null, issue: { code } });
    }
    expect(callIssue(undefined, 'a', 'b', [])?.code).toBe('call/unknown-component');
  });

  test('that closes a ring may be drawn', () => {
    expect(connect(checkout, 0, 'orders', 'balancer').id).toBe('orders->balancer');
  });

  test('keeps its id by having it written out when an edit would change it', () => {
    const twice = scenarioOf(pair, [
      { from: 'a', to: 'b' },
      { from: 'a', to: 'b' },
      { from: 'a', to: 'b' },
    ]);
    const removed = removeItems(twice, 0, only({ calls: ['a->b'] }));
    expect(removed.designs[0]?.calls).toEqual([
      { id: 'a->b#2', from: 'a', to: 'b' },
      { id: 'a->b#3', from: 'a', to: 'b' },
    ]);
    const moved = reconnect(checkout, 0, 'app->orders', { to: 'balancer' });
    expect(moved.designs[0]?.calls?.[2]).toEqual({ id: 'app->orders', from: 'app', to: 'balancer' });
    expect(connect(moved, 0, 'app', 'orders').id).toBe('app->orders#2');
  });

  test('does not end where it cannot, nor where another of its caller does', () => {
    expect(reconnect(checkout, 0, 'app->orders', { to: 'shoppers' })).toBe(checkout);
    expect(reconnect(checkout, 0, 'app->orders', { to: 'payment' })).toBe(checkout);
    expect(reconnect(checkout, 0, 'app->orders', {})).toBe(checkout);
  });

  test('takes fields, but not ends or ids, by their keys', () => {
    const called = setCallField(checkout, 0, 'app->orders', 'backoff.first', '10 ms');
    expect(called.designs[0]?.calls?.[2]).toEqual({ from: 'app', to: 'orders', backoff: { first: '10 ms' } });
    expect(setCallField(checkout, 0, 'app->orders', 'to', 'balancer')).toBe(checkout);
    expect(setCallField(checkout, 0, 'nobody', 'times', 2)).toBe(checkout);
  });

  test('lets a component in: its fields stay before it, a plain call goes on', () => {
    const optional = setCallField(checkout, 0, 'app->payment', 'probability', '5 %');
    const { scenario, id } = addComponent(optional, 0, { component: { kind: 'queue', name: 'Orders queue' } });
    const spliced = splice(scenario, 0, 'app->payment', id);
    expect(spliced.designs[0]?.calls?.slice(3)).toEqual([
      { id: 'app->payment', from: 'app', to: 'orders-queue', probability: '5 %' },
      { from: 'orders-queue', to: 'payment' },
    ]);
    expect(splice(checkout, 0, 'app->payment', 'app')).toBe(checkout);
    expect(splice(checkout, 0, 'app->payment', 'shoppers')).toBe(checkout);
  });
});

describe('the board', () => {
  test('moves what stands on it, in whole steps', () => {
    const moved = moveTo(checkout, { components: { app: [10.6, 20.2], nobody: [1, 1] } });
    expect(moved.at?.['app']).toEqual([11, 20]);
    expect(moved.at).not.toHaveProperty('nobody');
    expect(moveTo(checkout, { components: { app: checkout.at?.['app'] ?? [0, 0] } })).toBe(checkout);
    expect(moved.designs).toBe(checkout.designs);
  });

  test('lines up and spaces out components and texts together', () => {
    const { scenario, id } = addText({ ...emptyScenario(), at: {} }, { text: 'why two?', at: [100, 30] });
    expect(id).toBe('n1');
    const one = addComponent(scenario, 0, { component: { kind: 'service' }, at: [0, 0] });
    const two = addComponent(one.scenario, 0, { component: { kind: 'service' }, at: [20, 90] });
    const ids = [one.id, two.id, id];
    expect(align(two.scenario, ids, 'right').at).toEqual({ [one.id]: [100, 0], [two.id]: [100, 90] });
    expect(align(two.scenario, ids, 'middle').texts?.['n1']?.at).toEqual([100, 45]);
    expect(distribute(two.scenario, ids, 'horizontal').at?.[two.id]).toEqual([50, 90]);
    expect(distribute(two.scenario, [one.id, id], 'horizontal')).toBe(two.scenario);
    expect(align(two.scenario, [one.id], 'left')).toBe(two.scenario);
  });

  test('loses a text without a word in it', () => {
    const { scenario } = addText(emptyScenario(), { text: 'hello', at: [0, 0] });
    expect(text(setText(scenario, 'n1', ' '))).toBe(text(emptyScenario()));
    expect(setText(scenario, 'n1', 'hello')).toBe(scenario);
  });
});

describe('designs and the document', () => {
  test('a copy shares everything with its original but the id', () => {
    const copied = addDesign({ ...checkout, designs: [{ ...checkout.designs[0]!, id: 'd1' }] }, 0);
    expect(copied.designs[1]).toEqual({ ...checkout.designs[0], name: 'today 2' });
    expect(copied.designs[1]?.components).toBe(checkout.designs[0]?.components);
  });

  test('the last design stays, and a place goes with the last design that needs it', () => {
    const removed = removeDesign(checkout, 1);
    expect(Object.keys(removed.at ?? {})).toEqual(Object.keys(checkout.designs[0]?.components ?? {}));
    expect(removeDesign(removed, 0)).toBe(removed);
    expect(moveDesign(checkout, 0, 1).designs.map((each) => each.name)).toEqual(['two providers', 'today']);
    expect(moveDesign(checkout, 0, 2)).toBe(checkout);
  });

  test('an objective and a title go when they are empty', () => {
    const costly = setObjective(emptyScenario(), 'cost', '$2000/month');
    expect(costly.objectives).toEqual({ cost: '$2000/month' });
    expect(text(setObjective(costly, 'cost', undefined))).toBe(text(emptyScenario()));
    expect(setTitle(emptyScenario(), ' ')).not.toHaveProperty('title');
  });
});
