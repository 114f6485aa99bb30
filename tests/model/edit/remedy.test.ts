import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../../src/engine/index.ts';
import { evaluateFormula } from '../../../src/formula/mathjs/evaluate.ts';
import { resolve } from '../../../src/formula/resolve.ts';
import { setField } from '../../../src/model/edit/components.ts';
import { applyRemedy } from '../../../src/model/edit/remedy.ts';
import type { Report } from '../../../src/model/report.ts';
import type { Scenario } from '../../../src/model/scenario.ts';

const folder = 'public/scenarios';
const examples = readdirSync(folder)
  .filter((file) => file !== 'index.json')
  .map((file) => [file, JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Scenario] as const);
const checkout = examples.find(([file]) => file === 'checkout.json')?.[1] as Scenario;
const reported = (scenario: Scenario): Report => analyse(resolve(scenario, evaluateFormula));

describe('a remedy', () => {
  test.each(examples)('of %s makes exactly the figure that the report promised', (_, scenario) => {
    let tried = 0;
    reported(scenario).designs.forEach((design, index) => {
      for (const [id, journey] of Object.entries(design.journeys)) {
        for (const remedy of journey.remedies) {
          const changed = applyRemedy(scenario, index, remedy);
          const after = reported(changed).designs[index]?.journeys[id]?.unavailability ?? NaN;
          const promised = remedy.figures.unavailability;
          expect(Math.abs(after / promised - 1), `${remedy.kind} ${remedy.component}`).toBeLessThan(1e-9);
          tried++;
        }
      }
    });
    expect(tried).toBeGreaterThan(0);
  });

  test('puts a gate in the place of the component, with both providers behind it and clear of everything', () => {
    const changed = applyRemedy(checkout, 0, { kind: 'second-provider', component: 'payment' });
    const design = changed.designs[0];
    expect(design?.components['any-of']).toEqual({ kind: 'gate', name: 'Any of', needed: 1 });
    expect(design?.components['payment-3']).toEqual({ kind: 'external', name: 'Payment gateway 2', up: '99.95 %' });
    expect(design?.calls?.slice(3)).toEqual([
      { id: 'app->payment', from: 'app', to: 'any-of' },
      { from: 'any-of', to: 'payment' },
      { from: 'any-of', to: 'payment-3' },
    ]);
    const ids = Object.keys(design?.components ?? {});
    for (const one of ids) {
      for (const other of ids.filter((id) => id !== one)) {
        const [[x, y], [otherX, otherY]] = [changed.at![one]!, changed.at![other]!];
        expect(Math.abs(x - otherX) >= 184 || Math.abs(y - otherY) >= 92, `${one} and ${other}`).toBe(true);
      }
    }
    expect(changed.designs[1]).toBe(checkout.designs[1]);
  });

  test('adds to a gate that stands there already', () => {
    const changed = applyRemedy(checkout, 1, { kind: 'second-provider', component: 'payment' });
    expect(Object.keys(changed.designs[1]?.components ?? {}).length).toBe(8);
    expect(changed.designs[1]?.calls?.at(-1)).toEqual({ from: 'any-provider', to: 'payment-3' });
  });

  test('adds a replica to a number and to a formula', () => {
    const more = applyRemedy(checkout, 0, { kind: 'add-replica', component: 'app' });
    expect(more.designs[0]?.components['app']?.replicas).toBe(4);
    const formula = setField(checkout, 0, 'app', 'replicas', '2 * pods');
    const moreOf = applyRemedy(formula, 0, { kind: 'add-replica', component: 'app' });
    expect(moreOf.designs[0]?.components['app']?.replicas).toBe('(2 * pods) + 1');
    expect(applyRemedy(checkout, 0, { kind: 'add-replica', component: 'nobody' })).toBe(checkout);
    expect(applyRemedy(checkout, 0, { kind: 'second-provider', component: 'shoppers' })).toBe(checkout);
  });
});
