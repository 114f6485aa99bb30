import { describe, expect, test } from 'vitest';
import { DOWN, withHeld, type Held } from '../../src/model/edit/what-if.ts';
import type { Design, Scenario } from '../../src/model/scenario.ts';
import { conditionOf, conditionsOf } from '../../src/words/condition.ts';
import { CHECKOUT, reportOf, scenarioOf } from './checkout.ts';

/** What is said of the components while some of them are down, those of use left out. */
function conditions(scenario: Scenario, design: number, ...held: Held[]): Record<string, string> {
  const computed = withHeld(scenario, design, held);
  const found = conditionsOf(reportOf(computed, design), computed.designs[design]!);
  return Object.fromEntries(found);
}
const down = (id: string, of: Held['of'] = 'component'): Held => ({ of, id, up: DOWN });

describe('what is of no use to anybody', () => {
  test('is nothing while everything works at times', () => {
    expect(conditions(CHECKOUT, 0)).toEqual({});
    expect(conditionsOf(null, CHECKOUT.designs[0]!).size).toBe(0);
  });

  test('is what is down, what needs it, and what only that calls', () => {
    expect(conditions(CHECKOUT, 0, down('payment'))).toEqual({
      'component payment': 'down',
      'component shoppers': 'failing',
      'component balancer': 'failing',
      'component app': 'failing',
      'component db': 'failing',
    });
  });

  test('is one of two providers alone, while the other works', () => {
    expect(conditions(CHECKOUT, 1, down('payment'))).toEqual({ 'component payment': 'down' });
    const both = conditions(CHECKOUT, 1, down('payment'), down('second'));
    expect([both['component any'], both['component second'], both['component app']]).toEqual([
      'failing',
      'down',
      'failing',
    ]);
  });

  const ZONES: Scenario = {
    format: 'nineboard/1',
    designs: [
      {
        name: 'x',
        components: {
          people: { kind: 'client' },
          spread: { kind: 'service', replicas: 2, up: '99 %', domains: ['a', 'b'] },
          inside: { kind: 'service', up: '99 %', domains: ['a'] },
          mail: { kind: 'external' },
        },
        calls: [
          { from: 'people', to: 'spread' },
          { from: 'people', to: 'inside', optional: true },
          { from: 'inside', to: 'mail' },
          { from: 'spread', to: 'mail' },
        ],
        domains: { a: { kind: 'zone', up: '99.99 %' }, b: { kind: 'zone', up: '99.99 %' } },
      } satisfies Design,
    ],
  };

  test('is a domain and what stands wholly in it, not what is spread', () => {
    expect(conditions(ZONES, 0, down('a', 'domain'))).toEqual({ 'domain a': 'down', 'component inside': 'down' });
    const all = conditionsOf(reportOf(withHeld(ZONES, 0, [down('a', 'domain')])), ZONES.designs[0]!);
    expect(conditionOf(all, { of: 'domain', id: 'a' })).toBe('down');
    expect(conditionOf(all, { of: 'component', id: 'a' })).toBeNull();
  });

  test('is not what somebody else still calls', () => {
    expect(conditions(ZONES, 0, down('inside'))).toEqual({ 'component inside': 'down' });
    const both = conditions(ZONES, 0, down('inside'), down('spread'));
    expect(both['component mail']).toBe('failing');
  });

  test('is what the document itself has down', () => {
    const scenario = scenarioOf({ people: { kind: 'client' }, app: { kind: 'service', up: '0 %' } }, [
      { from: 'people', to: 'app' },
    ]);
    expect(conditions(scenario, 0)).toEqual({ 'component app': 'down', 'component people': 'failing' });
  });
});
