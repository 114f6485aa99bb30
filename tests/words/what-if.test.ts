import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { curve } from '../../src/engine/index.ts';
import { resolve } from '../../src/formula/resolve.ts';
import { DOWN, withHeld, type Held } from '../../src/model/edit/what-if.ts';
import type { DesignReport, Paths } from '../../src/model/report.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { changesTitle, journeyChanges, waysLeft, wayText } from '../../src/words/what-if.ts';
import { CHECKOUT, reportOf } from './checkout.ts';
import { bracketed, figuresOf } from './samples.ts';

const SHOP = JSON.parse(
  readFileSync(new URL('../../public/scenarios/online-shop.json', import.meta.url), 'utf8'),
) as Scenario;
const down = (id: string, up: Held['up'] = DOWN): Held => ({ of: 'component', id, up });
const today = CHECKOUT.designs[0]!;
const exact = (unavailability: number) => ({ ...figuresOf(unavailability), bracket: null });

/** What happens in a design while something is held. */
const changes = (scenario: Scenario, ...held: Held[]) =>
  journeyChanges(reportOf(scenario), reportOf(withHeld(scenario, 0, held)), scenario.designs[0]!).map(
    ({ name, before, after, change, sort }) => [name, before, after, change, sort],
  );

describe('who is hurt', () => {
  test('everybody, where everything hangs on it', () => {
    expect(changes(CHECKOUT, down('payment'))).toEqual([['Shoppers', '99.9497 %', '0 %', '+365 days a year', 'worse']]);
    expect(changes(CHECKOUT, down('payment', '99 %'))).toEqual([
      ['Shoppers', '99.9497 %', '98.99 %', '+3.47 days a year', 'worse'],
    ]);
  });

  test('the worst first, and those who are not affected are named too', () => {
    expect(changes(SHOP, down('orders'))).toEqual([
      ['Staff', '99.99721 %', '0 %', '+365 days a year', 'worse'],
      ['Buying', '99.9888 %', '74.9 %', '+91.2 days a year', 'worse'],
      ['Browsing', '99.9889 %', '99.9889 %', '', 'same'],
    ]);
  });

  test('or better off, where it is up more often than before', () => {
    expect(changes(CHECKOUT, down('payment', '100 %'))).toEqual([
      ['Shoppers', '99.9497 %', '99.999700 %', '−4.38 h a year', 'better'],
    ]);
  });

  test('is the title over them', () => {
    const report = reportOf(SHOP);
    const titled = (...held: Held[]): string =>
      changesTitle(journeyChanges(report, reportOf(withHeld(SHOP, 0, held)), SHOP.designs[0]!));
    expect([titled(down('orders')), titled(down('firewall', '100 %')), titled(down('reviews'))]).toEqual([
      'Who is hurt',
      'Who is better off',
      'Nobody is affected',
    ]);
  });

  test('by how much is left out where a figure is known only between two', () => {
    const report = reportOf(CHECKOUT);
    const between = (low: number, high: number): DesignReport => ({
      ...report,
      journeys: { shoppers: { ...report.journeys['shoppers']!, ...bracketed(low, high) } },
    });
    const change = (before: DesignReport, after: DesignReport) => {
      const [one] = journeyChanges(before, after, today);
      return [one?.after, one?.change, one?.sort];
    };
    expect(change(report, between(0.001, 0.002))).toEqual(['99.800 to 99.900 %', '', 'worse']);
    expect(change(between(0.001, 0.002), between(0.001, 0.002))).toEqual(['99.800 to 99.900 %', '', 'same']);
    expect(change(between(0.001, 0.002), report)).toEqual(['99.9497 %', '', 'better']);
  });
});

describe('the ways that are left', () => {
  /** What is said of them in a design while something is held: the count, then each. */
  function said(scenario: Scenario, design: number, ...held: Held[]): string[] {
    const computed = withHeld(scenario, design, held);
    const journey = 'shoppers' in computed.designs[design]!.components ? 'shoppers' : 'buyers';
    const ways = curve(resolve(computed), { question: 'paths', design, journey, most: 5 }) as Paths;
    const report = reportOf(computed, design);
    return [
      waysLeft(ways, report.journeys[journey]!),
      ...ways.sets.map((ids) => wayText(scenario.designs[design]!, report, journey, ids)),
    ];
  }

  test('are counted, and read along the calls', () => {
    expect(said(CHECKOUT, 1)).toEqual([
      'All 2 ways left',
      'Load balancer → App → Orders database, Payment gateway',
      'Load balancer → App → Orders database, Payment gateway 2',
    ]);
    expect(said(CHECKOUT, 1, down('payment'))).toEqual([
      '1 of 2 ways left',
      'Load balancer → App → Orders database, Payment gateway 2',
    ]);
    expect(said(CHECKOUT, 1, down('payment'), down('second'))).toEqual(['None of 2 ways left']);
  });

  test('may be one or none', () => {
    expect(said(CHECKOUT, 0)[0]).toBe('The only way is left');
    expect(said(CHECKOUT, 0, down('payment'))).toEqual(['No way left']);
  });

  test('none for all requests, where some of them still work', () => {
    expect(said(SHOP, 0, down('orders'))).toEqual(['None of 12 ways left for all requests']);
  });

  test('are not said where they were not counted', () => {
    expect(waysLeft({ total: null, left: null }, exact(0.001))).toBe('');
    expect(waysLeft({ total: 12_345, left: 1234 }, exact(0.001))).toBe('1,234 of 12,345 ways left');
    expect(waysLeft({ total: 1, left: 0 }, bracketed(0.5, 0.6))).toBe('No way left for all requests');
  });
});
