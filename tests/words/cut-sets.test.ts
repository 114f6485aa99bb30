import { describe, expect, test } from 'vitest';
import type { CutMember, CutSet, CutSets } from '../../src/model/report.ts';
import type { Design } from '../../src/model/scenario.ts';
import { cutSetCount, cutSetParts, cutSetsShown, cutSetText } from '../../src/words/cut-sets.ts';
import { reportOf, scenarioOf } from './checkout.ts';

const scenario = scenarioOf({
  app: { kind: 'service', name: 'App', replicas: 10 },
  db: { kind: 'database', name: 'Orders primary' },
  shards: { kind: 'database', name: 'Shards', replicas: 2 },
  pay: { kind: 'external', name: 'Payment gateway' },
});
const design: Design = { ...scenario.designs[0]!, domains: { a: { kind: 'zone' } } };
const report = reportOf(scenario);

const replicas = (component: string, failures: number, of = failures): CutMember => {
  return { of: 'replicas', component, failures, replicas: of };
};
const set = (order: number, ...members: CutMember[]): CutSet => {
  return { members, order, probability: 1e-6, requests: 1, share: 0.1 };
};
const read = (order: number, ...members: CutMember[]): string => cutSetText(set(order, ...members), design, report);
const zone: CutMember = { of: 'domain', domain: 'a' };

describe('a cut set', () => {
  test('of one that fails requests alone says so', () => {
    expect(read(1, replicas('pay', 1))).toBe('Payment gateway alone');
    expect(read(1, zone)).toBe('Zone a alone');
    expect(read(1, replicas('app', 1, 10))).toBe('1 of App’s 10 replicas alone');
  });

  test('reads as who is down together', () => {
    expect(read(2, zone, replicas('db', 1))).toBe('Zone a and Orders primary');
    expect(read(3, replicas('app', 3, 10))).toBe('3 of App’s 10 replicas');
    expect(read(10, replicas('app', 10))).toBe('App’s 10 replicas');
    expect(read(2, replicas('shards', 2))).toBe('Shards’ 2 replicas');
    expect(read(3, replicas('pay', 1), replicas('db', 1), zone)).toBe('Payment gateway, Orders primary and Zone a');
  });

  test('names what else can take a group down', () => {
    expect(read(1, { of: 'common', component: 'app' })).toBe('App’s common cause');
    expect(read(1, { of: 'planned', component: 'app' })).toBe('Planned downtime of App');
    expect(read(2, { of: 'failover', component: 'app' }, zone)).toBe('A takeover of App and Zone a');
  });

  test('counts the replicas that stand elsewhere, where a domain is a member too', () => {
    expect(read(3, zone, replicas('app', 2, 6))).toBe('Zone a and 2 of App’s 6 replicas elsewhere');
    expect(read(2, zone, replicas('shards', 1))).toBe('Zone a and Shards’ one replica elsewhere');
  });

  test('leads to its members', () => {
    expect(cutSetParts(set(2, zone, replicas('db', 1)))).toEqual([
      { of: 'domain', id: 'a' },
      { of: 'component', id: 'db' },
    ]);
  });
});

const counted = (count: number | null, byOrder: readonly number[], sets: readonly CutSet[] = []): CutSets => {
  return { question: 'cut-sets', count, byOrder, sets };
};

describe('the number of cut sets', () => {
  test('is said in all and by order', () => {
    expect(cutSetCount(counted(46_188, [1, 3, 46_184]))).toBe(
      '46,188 in all: 1 of one failure, 3 of two and 46,184 of three',
    );
    expect(cutSetCount(counted(3, [0, 3]))).toBe('3 in all: 3 of two failures');
    expect(cutSetCount(counted(9, [0, 0, 0, 0, 9]))).toBe('9 in all: 9 of more failures');
    expect(cutSetCount(counted(1, [1]))).toBe('One in all, of one failure');
    expect(cutSetCount(counted(0, []))).toBe('No combination of failures fails requests');
    expect(cutSetCount(counted(8, [1, 1, 1, 1, 1, 1, 1, 1]))).toBe(
      '8 in all: 1 of one failure, 1 of two, 1 of three, 1 of four and 4 of more',
    );
  });

  test('says where counting was stopped', () => {
    expect(cutSetCount(counted(null, []))).toBe('Counting was stopped');
    expect(cutSetCount(counted(null, [2, 40]))).toBe('Counting was stopped; so far 2 of one failure and 40 of two');
  });

  test('says how many of them are listed', () => {
    const sets = [set(1, zone), set(1, replicas('pay', 1))];
    expect(cutSetsShown(counted(2, [2], sets))).toBe('');
    expect(cutSetsShown(counted(46_188, [2, 46_186], sets))).toBe('These are the 2 likeliest');
    expect(cutSetsShown(counted(null, [2], sets))).toBe('These are the 2 likeliest');
    expect(cutSetsShown(counted(null, []))).toBe('');
  });
});
