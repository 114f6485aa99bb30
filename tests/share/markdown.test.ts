import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyse, curve } from '../../src/engine/index.ts';
import { resolve } from '../../src/formula/resolve.ts';
import { renameComponent } from '../../src/model/edit/components.ts';
import { emptyScenario } from '../../src/model/edit/document.ts';
import type { CutSets } from '../../src/model/report.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { markdownReport } from '../../src/share/markdown.ts';
import { bracketed } from '../words/samples.ts';

const example = (name: string): Scenario =>
  JSON.parse(readFileSync(`public/scenarios/${name}.json`, 'utf8')) as Scenario;
const checkout = example('checkout');
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

  test('says what the number rests on, how often it fails and what fails it alone', () => {
    const text = written(checkout);
    expect(text).toContain('- How often is not known: Load balancer, App and 2 others have no time to repair\n');
    expect(text).toContain('- One single point of failure: Payment gateway\n');
    expect(text).toContain('### The number rests on 3 claims of independence\n');
    expect(text).toContain('If 10 % of those failures were shared, all at once, it would be 99.8298 %.');
    expect(text).toContain('| App’s 3 replicas fail independently | 99.8497 %, +8.75 h a year |');
    expect(text).not.toContain('## Domains');
    expect(text).not.toContain('### What fails it');
  });

  test('lists domains, and the cut sets where they were asked for', () => {
    const sized = example('checkout-sized');
    const resolved = resolve(sized);
    const sets = curve(resolved, { question: 'cut-sets', design: 0, journey: 'shoppers', most: 2 }) as CutSets;
    const text = markdownReport(sized, 0, analyse(resolved).designs[0]!, { shoppers: sets });
    expect(text).toContain('- 35 outages a year, 18.4 min each\n');
    expect(text).toContain('## Domains\n');
    expect(text).toContain('| Zone a | zone | 99.9800 % | 16.3 % | 1.75 h | 0.88 |');
    expect(text).toContain('### What fails it\n');
    expect(text).toContain('11 in all: 8 of one failure, 2 of two and 1 of three. These are the 2 likeliest.');
    expect(text).toContain('| App’s common cause | 1 | 2 × 10⁻⁴ | 16.3 % |');
  });

  test('of what is known only between two figures says both, and why', () => {
    const report = analyse(resolve(checkout)).designs[0]!;
    const journey = { ...report.journeys['shoppers']!, ...bracketed(0.000501, 0.000504), naive: null, audit: null };
    const text = markdownReport(checkout, 0, { ...report, journeys: { shoppers: journey } });
    expect(text).toContain('| 99.9496 to 99.9499 % | 3.30 nines | 4.39 to 4.42 h down a year |');
    expect(text).toContain(
      '- Too much is shared for an exact answer: all combinations of up to 4 failures are counted\n',
    );
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
