import { describe, expect, test } from 'vitest';
import type { ComponentLoad } from '../../src/model/report-load.ts';
import type { Component } from '../../src/model/scenario.ts';
import { nodeFace, type Lens, type NodeFace } from '../../src/drawing/face.ts';
import { ALONE, surroundingsOf } from '../../src/drawing/surroundings.ts';
import { CHECKOUT, reportOf, scenarioOf } from '../words/checkout.ts';
import { loadOf } from '../words/load-samples.ts';

const report = reportOf(CHECKOUT, 1);
const journey = report.journeys['shoppers'];

function face(id: string, lens: Lens = 'summary', binding = false): NodeFace {
  const component = CHECKOUT.designs[1]?.components[id];
  if (!component) throw new Error(`no component ${id}`);
  const around = surroundingsOf(CHECKOUT, 1, id);
  return nodeFace(component, id, report.components[id], journey?.parts[id], lens, binding, around);
}

const bare = (component: Component, around = surroundingsOf(scenarioOf({}), 0, '')): NodeFace =>
  nodeFace(component, 'x', undefined, undefined, 'summary', false, around);

describe('the face of a node', () => {
  test('of a group shows what is needed, what is spare and what it causes', () => {
    expect(face('app')).toEqual({
      title: 'App',
      kind: 'Service',
      dots: { needed: 1, spare: 2, groups: [3] },
      dotsText: '●○○',
      sparesText: '1 of 3',
      standsText: '',
      figureLabel: 'causes',
      figureValue: '30.8 %',
      figureBroken: false,
      tag: null,
      singlePoint: false,
    });
  });

  test('of a group that is spread has its dots by domain, and says where they stand', () => {
    const spread = { ...ALONE, over: ['Zone a', 'Zone b', 'Zone c'], in: ['Blue'] };
    const ten: Component = { kind: 'service', replicas: 10, needed: 8 };
    expect(bare(ten, spread)).toMatchObject({
      dots: { needed: 8, spare: 2, groups: [4, 3, 3] },
      dotsText: '●●●● | ●●● | ●○○',
      standsText: '4, 3 and 3 over Zone a, Zone b and Zone c, in Blue',
    });
    expect(bare({ ...ten, replicas: 50 }, spread)).toMatchObject({ dotsText: '8 of 50', sparesText: 'over 3' });
    expect(bare({ ...ten, replicas: 'n' }, spread).standsText).toBe('over Zone a, Zone b and Zone c, in Blue');
    expect(bare({ kind: 'service', replicas: 2 }, spread).dotsText).toBe('● | ○');
  });

  test('of a design with domains finds their names', () => {
    const scenario = scenarioOf({ app: { kind: 'service', domains: ['a', 'cfg', 'b'] } }, [], undefined, {
      a: { kind: 'zone', name: 'North' },
      b: { kind: 'zone' },
      cfg: { kind: 'configuration' },
    });
    expect(surroundingsOf(scenario, 0, 'app')).toMatchObject({ over: ['North', 'Zone b'], in: ['Configuration cfg'] });
  });

  test('of the part that binds has a tag', () => {
    expect(face('payment', 'summary', true)).toMatchObject({
      dotsText: '●',
      sparesText: 'no spare',
      tag: 'holds it back',
    });
  });

  test('of a client shows its rate, through a variable, and its promise', () => {
    expect(face('shoppers')).toMatchObject({
      dots: null,
      dotsText: '8,000 req/s',
      figureLabel: 'promised',
      figureValue: '99.99 %',
    });
    expect(bare({ kind: 'client', rate: '2 * peak' }).dotsText).toBe('2 * peak');
    expect(bare({ kind: 'client' })).toMatchObject({ dotsText: '', figureLabel: '', figureValue: '' });
  });

  test('of a gate says how many suffice', () => {
    expect(face('any')).toMatchObject({ title: 'Any of', dotsText: 'any of 2', dots: null });
    const three = { ...ALONE, callees: 3, called: 1 };
    expect(bare({ kind: 'gate', needed: 2 }, three).dotsText).toBe('2 of 3');
    expect(bare({ kind: 'gate', needed: 'majority' }, three).dotsText).toBe('some of 3');
  });

  test('of a cache shows its hit ratio', () => {
    expect(bare({ kind: 'cache', hitRatio: 0.9, replicas: 2 })).toMatchObject({
      dotsText: '●○',
      sparesText: '90 % hits',
    });
  });

  test('counts in dots up to 12, and in words from 13 on', () => {
    expect(bare({ kind: 'service', replicas: 12, needed: 8 }).dotsText).toBe('●●●●●●●●○○○○');
    expect(bare({ kind: 'service', replicas: 50, needed: 40 })).toMatchObject({
      dots: null,
      dotsText: '40 of 50',
      sparesText: '',
    });
    expect(bare({ kind: 'service', replicas: 13, needed: 13 })).toMatchObject({
      dotsText: '13 of 13',
      sparesText: 'no spare',
    });
  });

  test('waits for the report where replicas are no plain number', () => {
    expect(bare({ kind: 'service', replicas: 'n' })).toMatchObject({ dots: null, dotsText: 'n', sparesText: '' });
    expect(bare({ kind: 'service', replicas: 3, needed: 'capacity' }).dots).toBeNull();
  });

  test('never shows more needed than there are', () => {
    expect(bare({ kind: 'service', replicas: 2, needed: 5 })).toMatchObject({ dotsText: '●●', sparesText: 'no spare' });
  });

  test('follows the lens', () => {
    const scenario = scenarioOf(
      { c: { kind: 'client' }, s: { kind: 'service', replicas: 3, scaling: { sigma: 0.02 } } },
      [{ from: 'c', to: 's', times: 100 }],
    );
    const own = reportOf(scenario).components['s'];
    const seen = (lens: Lens): string => {
      const component = scenario.designs[0]?.components['s'] ?? { kind: 'service' };
      const shown = nodeFace(component, 's', own, undefined, lens, false, surroundingsOf(scenario, 0, 's'));
      return `${shown.figureLabel} ${shown.figureValue}`;
    };
    expect(seen('fan-out')).toBe('called ×100');
    expect(seen('scaling')).toBe('worth 2.88× of 3');
    expect(seen('availability')).toBe('causes nothing here');
    expect(face('db', 'scaling').figureValue).toBe('');
  });

  test('says how busy it is while load is shown, and that it is too much', () => {
    const app: Component = { kind: 'service', name: 'App' };
    const loaded = (load: ComponentLoad | null) =>
      nodeFace(app, 'app', { ...report.components['app']!, load }, undefined, 'load', false);
    expect(loaded(loadOf())).toMatchObject({ figureLabel: 'load', figureValue: '62.5 %', figureBroken: false });
    expect(loaded(loadOf({ utilisation: 0.85 }))).toMatchObject({
      figureLabel: 'over 70 %',
      figureValue: '✕ 85 %',
      figureBroken: true,
    });
    expect(loaded(null)).toMatchObject({ figureLabel: '', figureValue: '', figureBroken: false });
    const client: Component = { kind: 'client', growth: '3 %/month' };
    expect(nodeFace(client, 'c', undefined, undefined, 'load', false)).toMatchObject({
      figureLabel: 'grows',
      figureValue: '3 %/month',
    });
  });
});
