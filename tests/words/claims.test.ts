import { describe, expect, test } from 'vitest';
import type { Claim, ClaimList } from '../../src/model/report.ts';
import {
  betaSentence,
  claimCount,
  claimParts,
  claimSentence,
  claimsOn,
  claimText,
  ifFalse,
  togetherSentence,
} from '../../src/words/claims.ts';
import { CHECKOUT, firstDesign, reportOf } from './checkout.ts';
import { figuresOf } from './samples.ts';

const report = reportOf(CHECKOUT);
const today = firstDesign(CHECKOUT);
const claims = report.journeys['shoppers']?.claims;
if (!claims) throw new Error('the checkout has claims');
const design = { ...today, domains: { a: { kind: 'zone' }, b: { kind: 'zone' }, c: { kind: 'zone' } } } as const;

const claim = (of: Claim['of'], component: string, ...members: string[]): Claim => {
  return { of, component, members, figures: figuresOf(0.001), changeSecondsPerYear: 31_536 };
};

describe('what the checkout rests on', () => {
  test('is three groups whose replicas fail independently, the app first', () => {
    expect(claimCount(claims)).toBe('The number rests on 3 claims of independence');
    expect(claims.claims.map((each) => claimText(each, today, report))).toEqual([
      'App’s 3 replicas fail independently',
      'Load balancer’s 2 replicas fail independently',
      'Orders database’s 2 replicas fail independently',
    ]);
  });

  test('becomes 99.8298 % if all of it is false, to every digit of the report', () => {
    expect(claims.together.availability).toBeCloseTo(0.9982984649, 10);
    expect(togetherSentence(claims)).toBe('If 10 % of those failures were shared, all at once, it would be 99.8298 %');
    expect(betaSentence(claims)).toBe('10 % is a β factor: the share of failures that take all at once');
  });

  test('is told of one of its groups', () => {
    const [first] = claimsOn(claims, { of: 'component', id: 'app' });
    if (!first) throw new Error('the app has a claim');
    expect(claimSentence(first, claims, today, report)).toBe(
      'App’s 3 replicas fail independently. If 10 % of those failures were shared: 99.8497 %, +8.75 h a year.',
    );
    expect(claimsOn(claims, { of: 'component', id: 'payment' })).toEqual([]);
  });
});

describe('a claim', () => {
  test('names those that are said to be independent', () => {
    expect(claimText(claim('callees', 'app', 'db', 'payment'), design, report)).toBe(
      'Orders database and Payment gateway fail independently',
    );
    const zones = claim('domains', 'app', 'a', 'b', 'c');
    expect(claimText(zones, design, report)).toBe('Zone a, Zone b and Zone c fail independently');
    expect(claimParts(zones)).toEqual(['a', 'b', 'c'].map((id) => ({ of: 'domain', id })));
    expect(claimParts(claim('callees', 'app', 'db'))).toEqual([{ of: 'component', id: 'db' }]);
    expect(claimParts(claim('replicas', 'app'))).toEqual([{ of: 'component', id: 'app' }]);
  });

  test('is found at every part that it is about', () => {
    const list: ClaimList = {
      beta: 0.1,
      claims: [claim('domains', 'app', 'a'), claim('callees', 'db', 'payment')],
      together: figuresOf(0.1),
    };
    const found = (of: 'component' | 'domain', id: string): number => claimsOn(list, { of, id }).length;
    expect([found('domain', 'a'), found('component', 'a')]).toEqual([1, 0]);
    expect([found('component', 'app'), found('component', 'db'), found('component', 'payment')]).toEqual([1, 1, 1]);
  });

  test('says what it costs', () => {
    expect(ifFalse(claim('replicas', 'app'))).toBe('99.9 %, +8.76 h a year');
    expect(ifFalse({ figures: figuresOf(0.001), changeSecondsPerYear: 0 })).toBe('99.9 %, no change');
  });

  test('alone, or of none, is said as such', () => {
    const one: ClaimList = { beta: 0.1, claims: [claim('replicas', 'app')], together: figuresOf(0.001) };
    expect(claimCount(one)).toBe('The number rests on one claim of independence');
    expect(togetherSentence(one)).toBe('If 10 % of those failures were shared, it would be 99.9 %');
    const none: ClaimList = { ...one, claims: [] };
    expect([claimCount(none), togetherSentence(none)]).toEqual(['The number rests on no claim of independence', '']);
  });
});
