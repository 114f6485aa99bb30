import { describe, expect, test } from 'vitest';
import type { Component, Value } from '../../src/model/scenario.ts';
import { resolved } from './scenario-of.ts';

const UP = { probability: '99 %', mttr: '1 h' } as const;
const pair = (fields: Partial<Component>): Component => ({ kind: 'service', replicas: 2, up: UP, ...fields });
const outcome = (fields: Partial<Component>, variables: Record<string, Value> = {}) => {
  const { components, ...rest } = resolved({ s: pair({ name: 'App', ...fields }) }, [], variables);
  return { ...rest, ...components['s']! };
};

describe('Planned downtime', () => {
  test.each<[Value, number, number | null]>([
    ['20 min/month', 1200 / (730 * 3600), 1200],
    ['1 h 30 min / week', 5400 / (7 * 86_400), 5400],
    ['3 h a year', 3 / 8760, 10_800],
    ['window', 1200 / (730 * 3600), 1200],
    ['again', 1200 / (730 * 3600), 1200],
    ['99.95 %', 5e-4, null],
    [0.9995, 5e-4, null],
    ['4 nines', 1e-4, null],
    ['share', 5e-4, null],
    ['2 * window', 2400 / (730 * 3600), null],
    ['0 min/month', 0, null],
    ['10 min/month to 40 min/month', 1200 / (730 * 3600), null],
  ])('of %s has a length only where it is a time per time', (planned, unavailability, seconds) => {
    const { issues, plannedUnavailability, plannedSeconds } = outcome(
      { planned },
      { window: '20 min/month', again: 'window', share: '99.95 %' },
    );
    expect(issues).toEqual([]);
    expect(plannedUnavailability / (unavailability || 1)).toBeCloseTo(unavailability === 0 ? 0 : 1, 14);
    expect(plannedSeconds).toBe(seconds);
  });

  test('that is wrong, or a variable that has no value, has no length', () => {
    expect(outcome({ planned: 'x' }, { x: 'y', y: 'x' })).toMatchObject({
      plannedUnavailability: 0,
      plannedSeconds: null,
    });
    expect(outcome({ planned: '40 days/month' })).toMatchObject({
      codes: ['s.planned quantity/out-of-range'],
      plannedUnavailability: 0,
    });
  });
});

describe('A takeover', () => {
  test('lasts as long as failover and standby together, and covers all unless something else is said', () => {
    expect(outcome({ failover: { time: '30 s' } })).toMatchObject({ takeoverSeconds: 30, uncovered: 0, findings: [] });
    expect(outcome({ standby: { time: '1 min' } })).toMatchObject({ takeoverSeconds: 60, uncovered: 0, findings: [] });
    expect(outcome({ failover: { time: '30 s', coverage: '95 %' }, standby: { time: '1 min' } })).toMatchObject({
      takeoverSeconds: 90,
      uncovered: 0.05,
      issues: [],
      findings: [],
    });
  });

  test('that takes time needs a time to repair of replicas that fail', () => {
    const times = { failover: { time: '30 s', coverage: '95 %' }, standby: { time: '1 min' } } as const;
    const message =
      'How often a spare takes over is not known without a time to repair (App). Write how long a repair takes, beside how often one is up';
    expect(outcome({ ...times, up: '99 %' })).toMatchObject({
      issues: [`s.failover.time: ${message}`, `s.standby.time: ${message}`],
      takeoverSeconds: 0,
      uncovered: 0.05,
    });
    expect(outcome({ failover: { time: '0 s', coverage: '95 %' }, up: '99 %' }).issues).toEqual([]);
    expect(outcome({ ...times, up: '100 %' })).toMatchObject({ issues: [], takeoverSeconds: 90 });
    expect(outcome({ ...times, up: '0 %' })).toMatchObject({ issues: [], takeoverSeconds: 90 });
    expect(outcome({ ...times, up: '120 %' }).codes).toEqual(['s.up quantity/out-of-range']);
  });

  test('that would take all the time, or more, is an error', () => {
    const at = (time: string) => outcome({ replicas: 3, needed: 2, failover: { time } });
    expect(at('50 h')).toMatchObject({ issues: [], takeoverSeconds: 180_000 });
    expect(at('51 h')).toMatchObject({
      issues: [
        's.failover.time: Replicas that fail and are repaired so often would take over all the time (App). Write a shorter time',
      ],
      takeoverSeconds: 0,
    });
    const never = { probability: '0 %', mttr: '1 min' };
    expect(outcome({ up: never, failover: { time: '2 min' } })).toMatchObject({ issues: [], unavailability: 1 });
  });

  test.each<[string, Partial<Component>, string]>([
    ['failover time', { failover: { time: '30 s' } }, 'failover.time'],
    ['coverage', { failover: { coverage: '95 %' } }, 'failover.coverage'],
    ['standby', { standby: { time: '30 s' } }, 'standby.time'],
    ['all of it', { failover: { time: '30 s', coverage: '95 %' }, standby: { time: '30 s' } }, 'failover.time'],
  ])('without a spare changes nothing, and that is said: %s', (_, fields, at) => {
    for (const group of [{ replicas: 1 }, { replicas: 3, needed: 3 }, { replicas: 1, up: '99 %' }]) {
      const { findings, issues } = outcome({ ...group, ...fields });
      expect(issues).toEqual([]);
      expect(findings).toEqual([`s.${at} takeover-without-spare`]);
    }
    expect(outcome({ replicas: 3, needed: 2, ...fields }).findings).toEqual([]);
    expect(outcome({ replicas: 2, needed: 'majority', ...fields }).findings).toEqual([
      `s.${at} takeover-without-spare`,
    ]);
  });

  test('knows its spares when they are what the load leaves over', () => {
    const app = pair({
      replicas: 10,
      needed: 'capacity',
      workers: 1,
      time: '10 ms',
      target: '100 %',
      failover: { time: '30 s' },
    });
    const at = (rate: number) => resolved({ c: { kind: 'client', rate }, s: app }, [{ from: 'c', to: 's' }]).findings;
    expect(at(900)).toEqual([]);
    expect(at(1000)).toEqual(['s.failover.time takeover-without-spare']);
  });
});
