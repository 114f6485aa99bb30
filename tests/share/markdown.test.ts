import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/engine/index.ts';
import { resolve } from '../../src/formula/resolve.ts';
import { renameComponent } from '../../src/model/edit/components.ts';
import { emptyScenario } from '../../src/model/edit/document.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { markdownReport } from '../../src/share/markdown.ts';

const checkout = JSON.parse(readFileSync('public/scenarios/checkout.json', 'utf8')) as Scenario;
const written = (scenario: Scenario, index = 0): string =>
  markdownReport(scenario, index, analyse(resolve(scenario)).designs[index]!);

describe('the report as Markdown', () => {
  test('of the checkout says what it promises, what holds it back and what each part does', () => {
    const text = written(checkout);
    expect(text).toContain('# Checkout: today');
    expect(text).toContain('| 99.9497 % | 3.30 nines | 4.41 h down a year | ✕ misses 99.99 % |');
    expect(text).toContain('Payment gateway holds it back: it causes 99.4 % of the downtime.');
    expect(text).toContain('| App | service | 1 of 3 | 99 % |');
    expect(text).toContain('| Payment gateway | external |  | 99.95 % | 99.9500 % | 99.4 % | 4.38 h |  |');
    expect(text.endsWith('\n')).toBe(true);
  });

  test('of the second design says that it keeps its promise', () => {
    expect(written(checkout, 1)).toContain('✓ meets 99.99 %');
  });

  test('cannot be bent by a name', () => {
    const named = renameComponent(checkout, 0, 'app', '<script>alert(1)</script> | [x](javascript:y)\n# App');
    const text = written(named);
    expect(text).not.toContain('<script>');
    expect(text).not.toMatch(/^# App/m);
    const cells = (report: string): number[] =>
      report.split('\n').map((row) => row.replaceAll('\\|', '').split('|').length);
    expect(cells(text)).toEqual(cells(written(checkout)));
  });

  test('of an empty board is not empty', () => {
    expect(written(emptyScenario())).toMatch(/^# Untitled: today\n\n\S/);
  });
});
