import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FORMULAS } from '../../src/model/report.ts';
import { FORMULA_TEMPLATES } from '../../src/words/formulas.ts';
import { FORMULAS_FILE, formulasModule } from '../tools/make-formulas.ts';

describe('the formulas', () => {
  test('the MathML is what the templates make today', async () => {
    const made = await formulasModule();
    if (process.env['UPDATE']) writeFileSync(FORMULAS_FILE, made);
    expect(readFileSync(FORMULAS_FILE, 'utf8')).toBe(made);
  });

  test('every formula has its template, and every slot of it a symbol and a place', async () => {
    const { FORMULA_MATHML } = await import('../../src/words/formulas.mathml.ts');
    for (const id of FORMULAS) {
      const { slots } = FORMULA_TEMPLATES[id];
      const set = FORMULA_MATHML[id];
      const named = [...set.matchAll(/<mtext class="slot" data-slot="(\w+)">([^<]+)<\/mtext>/g)].map(
        (match) => match[1],
      );
      expect(new Set(named)).toEqual(new Set(Object.keys(slots)));
      expect(set).toMatch(/^<math display="block">.*<\/math>$/);
      expect(set).not.toMatch(/style=|⟦/);
    }
  });
});
