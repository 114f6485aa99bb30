import { describe, expect, test } from 'vitest';
import { MEASURES, perfectSentence, singlePointsSentence } from '../../src/words/importance.ts';
import { binds, causersOf, firstOf, listed, membersOf } from '../../src/words/parts.ts';
import { CHECKOUT, firstDesign, reportOf } from './checkout.ts';
import { domainPart, figuresOf, journeyPart } from './samples.ts';

const design = {
  name: 'd',
  components: { app: { kind: 'service', name: 'App' }, a: { kind: 'database', name: 'Orders database' } },
  domains: { a: { kind: 'zone' } },
} as const;

const journey = {
  parts: {
    app: journeyPart({ share: 0.3, singlePoint: true, unavailabilityIfPerfect: 2e-4, fussellVesely: 0.3 }),
    a: journeyPart(),
  },
  domains: { a: domainPart({ share: 0.7, singlePoint: true, unavailabilityIfPerfect: 1e-4, fussellVesely: 0.7 }) },
};

describe('the parts of a journey', () => {
  test('are components and domains, the worst first, apart also where they share an id', () => {
    expect(membersOf(journey).map(({ key }) => key)).toEqual(['domain a', 'component app', 'component a']);
    expect(causersOf(journey).map(({ key }) => key)).toEqual(['domain a', 'component app']);
  });

  test('bind as what they are', () => {
    const bound = { binding: { component: 'a', of: 'domain', share: 0.7, ceiling: figuresOf(0.001) } } as const;
    expect(binds(bound, { of: 'domain', id: 'a' })).toBe(true);
    expect(binds(bound, { of: 'component', id: 'a' })).toBe(false);
    expect(binds({ binding: null }, { of: 'component', id: 'a' })).toBe(false);
  });

  test('are listed by name, and counted where there are many', () => {
    expect([[], ['A'], ['A', 'B'], ['A', 'B', 'C'], ['A', 'B', 'C', 'D']].map((names) => listed(names))).toEqual([
      '',
      'A',
      'A and B',
      'A, B and C',
      'A, B and 2 others',
    ]);
    expect(firstOf([1, 2, 3, 4], 4)).toEqual({ shown: [1, 2, 3, 4], others: 0 });
  });
});

describe('importance', () => {
  test('of the checkout’s payment gateway agrees with a calculation by hand', () => {
    const part = reportOf(CHECKOUT).journeys['shoppers']?.parts['payment'];
    if (!part) throw new Error('the checkout has a payment gateway');
    const texts = Object.fromEntries(MEASURES.map(({ key, text }) => [key, text(part)]));
    // Perfect: 1 - 0.999999³ = 3e-6. Down: 1. u = 5.02998e-4.
    expect(texts).toEqual({
      share: '99.4 %',
      birnbaum: '0.999997',
      'fussell-vesely': '99.4 %',
      'risk-achievement': '1,988×',
      'risk-reduction': '167.7×',
      'if-perfect': '99.9997 %',
      outages: 'unknown',
    });
  });

  test('has a sentence for every measure, and ends that are no numbers', () => {
    for (const { label, help } of MEASURES) {
      expect(label).not.toBe('');
      expect(help).toMatch(/^[A-Z].*\.$/);
    }
    const text = (key: string, part = domainPart()): string | undefined =>
      MEASURES.find((measure) => measure.key === key)?.text(part);
    expect(text('risk-reduction', domainPart({ riskReduction: null }))).toBe('∞');
    expect(text('birnbaum', domainPart({ birnbaum: 2.5e-7 }))).toBe('2.5 × 10⁻⁷');
    expect(text('birnbaum', domainPart({ birnbaum: 0.9999999 }))).toBe('over 0.999999');
    expect(text('birnbaum', domainPart({ birnbaum: 1 }))).toBe('1');
    expect(text('outages', domainPart({ outagesPerYear: 9.42 }))).toBe('9.4');
    const size = (key: string, part = domainPart()): number | undefined =>
      MEASURES.find((measure) => measure.key === key)?.size(part);
    expect(size('risk-reduction', domainPart({ riskReduction: null }))).toBe(Infinity);
    expect(size('outages')).toBe(-1);
  });

  test('is summed up by what would help most, made perfect', () => {
    expect(perfectSentence(membersOf(journey), design)).toBe('If zone a never failed, the total would become 99.99 %');
    expect(perfectSentence([], design)).toBe('');
    const alone = { parts: {}, domains: { a: domainPart({ fussellVesely: 1, unavailabilityIfPerfect: 0 }) } };
    expect(perfectSentence(membersOf(alone), design)).toBe(
      'If zone a never failed, nothing would: the total becomes 100 %',
    );
  });

  test('names the single points of failure', () => {
    expect(singlePointsSentence(membersOf(journey), design)).toBe('2 single points of failure: Zone a and App');
    const members = membersOf(reportOf(CHECKOUT).journeys['shoppers']!);
    expect(singlePointsSentence(members, firstDesign(CHECKOUT))).toBe('One single point of failure: Payment gateway');
    expect(singlePointsSentence([], design)).toBe('No single point of failure');
  });
});
