import { describe, expect, test } from 'vitest';
import { canBeHeld, DOWN, withHeld, withHeldEverywhere, type Held } from '../../../src/model/edit/what-if.ts';
import { parseScenario } from '../../../src/model/schema.ts';
import type { Scenario } from '../../../src/model/scenario.ts';

const SHOP: Scenario = {
  format: 'nineboard/1',
  designs: [
    {
      name: 'today',
      components: {
        people: { kind: 'client', name: 'People' },
        app: { kind: 'service', replicas: 3, up: '99 %', beta: '10 %', planned: '20 min/month', domains: ['a', 'b'] },
        db: { kind: 'database', up: { mtbf: '720 h', mttr: '43 min' } },
        pay: { kind: 'external', contract: { sla: '99.95 %' } },
        any: { kind: 'gate', needed: 1 },
        a: { kind: 'cache' },
      },
      calls: [{ from: 'people', to: 'app' }],
      domains: { a: { kind: 'zone', up: { probability: '99.99 %', mttr: '2 h' } }, b: { kind: 'zone' } },
    },
    { name: 'tomorrow', components: { pay: { kind: 'external', up: '99 %' } } },
  ],
};
const down = (id: string, of: Held['of'] = 'component', up: Held['up'] = DOWN): Held => ({ of, id, up });
const partsOf = (scenario: Scenario, design = 0) => scenario.designs[design];
const held = (...parts: Held[]) => partsOf(withHeld(SHOP, 0, parts));

describe('what is held at an availability', () => {
  test('is up as often, whatever was written before', () => {
    expect(held(down('pay'))?.components['pay']).toEqual({
      kind: 'external',
      contract: { sla: '99.95 %' },
      up: '0 %',
    });
    expect(held(down('any', 'component', '3 nines'))?.components['any']?.up).toBe('3 nines');
  });

  test('keeps its time to repair, and what else can take it down', () => {
    expect(held(down('db', 'component', '99 %'))?.components['db']?.up).toEqual({
      probability: '99 %',
      mttr: '43 min',
    });
    expect(held(down('a', 'domain'))?.domains?.['a']).toEqual({
      kind: 'zone',
      up: { probability: '0 %', mttr: '2 h' },
    });
    expect(held(down('app', 'component', '98 %'))?.components['app']).toMatchObject({
      up: '98 %',
      beta: '10 %',
      planned: '20 min/month',
    });
  });

  test('is down as a whole where it is down: a group has no beta then', () => {
    const app = held(down('app'))?.components['app'];
    expect([app?.beta, app?.up, app?.replicas, app?.domains]).toEqual([undefined, '0 %', 3, ['a', 'b']]);
  });

  test('may be a component and a domain of the same id, and several at once', () => {
    const both = held(down('a', 'domain'), down('a'), down('pay'));
    expect([both?.domains?.['a']?.up, both?.components['a']?.up, both?.components['pay']?.up]).toEqual([
      { probability: '0 %', mttr: '2 h' },
      '0 %',
      '0 %',
    ]);
  });

  test('is never a client, nor what does not exist', () => {
    for (const part of [down('people'), down('nobody'), down('app', 'domain'), down('constructor')]) {
      expect(canBeHeld(SHOP.designs[0], part)).toBe(false);
      expect(withHeld(SHOP, 0, [part])).toBe(SHOP);
    }
  });

  test('nothing held is the very scenario, and so is what is up so often already', () => {
    expect(withHeld(SHOP, 0, [])).toBe(SHOP);
    expect(withHeldEverywhere(SHOP, [])).toBe(SHOP);
    expect(withHeld(SHOP, 1, [down('pay', 'component', '99 %')])).toBe(SHOP);
  });

  test('in one design leaves the others alone; everywhere, it is the same thing by its id', () => {
    const one = withHeld(SHOP, 0, [down('pay')]);
    expect(one.designs[1]).toBe(SHOP.designs[1]);
    const all = withHeldEverywhere(SHOP, [down('pay')]);
    expect(all.designs.map((design) => design.components['pay']?.up)).toEqual(['0 %', '0 %']);
  });

  test('makes a document that can be opened', () => {
    const made = withHeldEverywhere(SHOP, [down('pay'), down('db'), down('a', 'domain')]);
    expect(parseScenario(JSON.parse(JSON.stringify(made)))).toMatchObject({ ok: true });
  });
});
