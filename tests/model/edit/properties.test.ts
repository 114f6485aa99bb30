import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { emptyScenario } from '../../../src/model/edit/document.ts';
import { parseScenario } from '../../../src/model/schema.ts';
import { callIds, type Scenario } from '../../../src/model/scenario.ts';
import { WHOLE_FORMAT } from '../whole-format.ts';
import { anyEdit, EDITS, frozen } from './random-edits.ts';

const checkout = JSON.parse(readFileSync('public/scenarios/checkout.json', 'utf8')) as Scenario;
const whole = WHOLE_FORMAT as unknown as Scenario;
const start = fc.constantFrom(emptyScenario(), checkout, whole);
const text = (scenario: Scenario): string => JSON.stringify(scenario);

describe('any sequence of edits', () => {
  test('leaves a document that the schema accepts, and never changes what it was given', () => {
    fc.assert(
      fc.property(start, fc.array(anyEdit, { maxLength: 25 }), (first, edits) => {
        let scenario = frozen(structuredClone(first));
        for (const { name, edit } of edits) {
          scenario = frozen(edit(scenario));
          expect(parseScenario(scenario), name).toMatchObject({ ok: true });
        }
      }),
      { numRuns: 300 },
    );
  });

  test('gives the same reference exactly where nothing changes', () => {
    fc.assert(
      fc.property(start, fc.array(anyEdit, { maxLength: 15 }), (first, edits) => {
        let scenario = first;
        for (const { name, edit } of edits) {
          const after = edit(scenario);
          expect(after === scenario, name).toBe(text(after) === text(scenario));
          scenario = after;
        }
      }),
      { numRuns: 300 },
    );
  });

  test('shares every component and call that it does not touch', () => {
    fc.assert(
      fc.property(start, fc.array(anyEdit, { maxLength: 15 }), (first, edits) => {
        let scenario = first;
        for (const { name, edit } of edits) {
          const after = edit(scenario);
          scenario.designs.forEach((design, index) => {
            const now = after.designs[index];
            if (now?.name !== design.name || after.designs.length !== scenario.designs.length) return;
            for (const [id, component] of Object.entries(design.components)) {
              const same = JSON.stringify(now.components[id]) === JSON.stringify(component);
              expect(now.components[id] === component, `${name} ${id}`).toBe(same);
            }
            for (const call of design.calls ?? []) {
              const twin = now.calls?.find((each) => JSON.stringify(each) === JSON.stringify(call));
              if (twin !== undefined) expect(now.calls, name).toContain(call);
            }
          });
          scenario = after;
        }
      }),
      { numRuns: 200 },
    );
  });

  test('keeps the id of every call that stays', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 20 }), (edits) => {
        let scenario = checkout;
        for (const { name, edit } of edits) {
          const after = edit(scenario);
          if (!['addDesign', 'removeDesign', 'moveDesign', 'removeItems', 'changeKind'].includes(name)) {
            scenario.designs.forEach((design, index) => {
              const ids = callIds(design.calls ?? []);
              expect(callIds(after.designs[index]?.calls ?? []).slice(0, ids.length), name).toEqual(ids);
            });
          }
          scenario = after;
        }
      }),
      { numRuns: 200 },
    );
  });

  test('reaches every edit there is', () => {
    expect(Object.keys(EDITS).length).toBe(40);
  });
});
