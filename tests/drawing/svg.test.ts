import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boardSvg } from '../../src/drawing/svg.ts';
import { boardPicture } from '../../src/share/board-picture.ts';
import { ellipsised, textWidth, wrapped } from '../../src/drawing/text-width.ts';
import { THEMES } from '../../src/drawing/theme.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { CHECKOUT, reportOf, scenarioOf } from '../words/checkout.ts';
import { bracketed } from '../words/samples.ts';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const ENTITY = /&(?:amp|lt|gt|quot|#39);/g;
const PLAIN: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
const unescaped = (text: string): string => text.replace(ENTITY, (entity) => PLAIN[entity] ?? entity);

/** A strict reader of what the writer may write: throws on anything that is not well-formed. */
function parsed(xml: string): { elements: Element[]; texts: string[] } {
  const elements: Element[] = [];
  const texts: string[] = [];
  const open: string[] = [];
  let rest = xml;
  while (rest !== '') {
    const text = /^[^<]+/.exec(rest)?.[0];
    const close = /^<\/([a-zA-Z]+)>/.exec(rest);
    const start = /^<([a-zA-Z]+)((?: [a-zA-Z:-]+="[^"<>]*")*)(\/?)>/.exec(rest);
    if (text !== undefined) {
      if (/[&>]/.test(text.replace(ENTITY, ''))) throw new Error(`not escaped: ${text}`);
      if (text.trim() !== '') texts.push(unescaped(text));
    } else if (close) {
      if (open.pop() !== close[1]) throw new Error(`</${close[1]}> closes nothing`);
    } else if (start) {
      const [, name = '', attributes = '', empty] = start;
      const pairs = [...attributes.matchAll(/ ([a-zA-Z:-]+)="([^"]*)"/g)];
      elements.push({
        name,
        attributes: Object.fromEntries(pairs.map(([, key, value]) => [key, unescaped(value ?? '')])),
      });
      if (empty === '') open.push(name);
    } else throw new Error(`not XML: ${rest.slice(0, 60)}`);
    rest = rest.slice((text ?? close?.[0] ?? start?.[0] ?? '').length);
  }
  if (open.length > 0) throw new Error(`left open: ${open.join(', ')}`);
  return { elements, texts };
}

const light = { theme: 'light', lens: 'summary' } as const;
const ids = (elements: readonly Element[], key: string): string[] =>
  elements.flatMap(({ attributes }) => attributes[key] ?? []);

describe('the picture of what is known only between two figures', () => {
  const report = reportOf(CHECKOUT);
  const journey = report.journeys['shoppers'];
  if (!journey?.objective) throw new Error('the checkout has an objective');
  const between = { ...journey, ...bracketed(0.000501, 0.000504), objective: { ...journey.objective, met: null } };
  const { texts } = parsed(boardSvg(CHECKOUT, 0, { ...report, journeys: { shoppers: between } }, light));

  test('says both, that they may keep the promise, and why', () => {
    expect(texts).toContain('99.9496 to 99.9499 %');
    expect(texts).toContain('? may meet 99.99 %');
    expect(texts.join(' ')).toContain('4.39 to 4.42 h down a year');
    expect(texts.join(' ')).toContain('Too much is shared for an exact answer: all combinations of up to 4 failures');
  });
});

describe('the picture of the checkout', () => {
  const svg = boardSvg(CHECKOUT, 0, reportOf(CHECKOUT), light);
  const { elements, texts } = parsed(svg);

  test('holds every name, every figure and every call', () => {
    const all = texts.join('\n');
    for (const { name } of Object.values(CHECKOUT.designs[0]?.components ?? {})) expect(texts).toContain(name);
    for (const figure of ['99.9497 %', '99.99 %', '99.4 %', '0.2 %', '1 of 2', '1 of 3', 'no spare', '8,000 req/s']) {
      expect(texts).toContain(figure);
    }
    for (const part of [
      '4.41 h down a year',
      '99.889 % if 5 %',
      'holds it back: it causes 99.4 %',
      '✕ misses 99.99 %',
    ]) {
      expect(all).toContain(part);
    }
    expect(ids(elements, 'data-call')).toEqual(['shoppers->balancer', 'balancer->app', 'app->db', 'app->payment']);
    expect(ids(elements, 'data-component')).toEqual(Object.keys(CHECKOUT.designs[0]?.components ?? {}));
  });

  test('outlines and tags what binds, and nothing else', () => {
    expect(texts.filter((text) => text === 'holds it back')).toHaveLength(1);
    const outlined = elements.filter(({ attributes }) => attributes['stroke-width'] === '2');
    expect(outlined.map(({ attributes }) => attributes['stroke'])).toEqual([THEMES.light.bind]);
  });

  test('draws a full dot for what is needed and a hollow one for a spare', () => {
    const dots = elements.filter(({ name, attributes }) => name === 'circle' && Number(attributes['r']) < 5);
    expect(dots.filter(({ attributes }) => attributes['fill'] === 'none')).toHaveLength(4);
    expect(dots).toHaveLength(8);
  });

  test('marks the single points of failure', () => {
    const points = Object.values(reportOf(CHECKOUT).journeys['shoppers']?.parts ?? {}).filter((p) => p.singlePoint);
    expect(points).toHaveLength(1);
    expect(ids(elements, 'data-single')).toHaveLength(1);
  });

  test('stands alone: no ids, styles, scripts or addresses', () => {
    expect(svg).not.toMatch(/ id=| style=|<style|<script|href|url\(/);
    expect(elements[0]?.attributes['xmlns']).toBe('http://www.w3.org/2000/svg');
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:/);
  });

  test('is the same every time, and differs by theme', () => {
    expect(boardSvg(structuredClone(CHECKOUT), 0, structuredClone(reportOf(CHECKOUT)), light)).toBe(svg);
    const dark = boardSvg(CHECKOUT, 0, reportOf(CHECKOUT), { theme: 'dark', lens: 'summary' });
    expect(dark).toContain(THEMES.dark.paper);
    expect(dark).not.toContain(THEMES.light.paper);
  });
});

describe('the picture of a design with domains', () => {
  const scenario: Scenario = {
    ...scenarioOf(
      {
        shoppers: { kind: 'client' },
        app: { kind: 'service', name: 'App', replicas: 10, needed: 8, up: '99 %', domains: ['a', 'b', 'c'] },
        db: { kind: 'database', name: 'Orders', up: '99.9 %', domains: ['a'] },
      },
      [
        { from: 'shoppers', to: 'app' },
        { from: 'app', to: 'db' },
      ],
      'Sized',
      {
        a: { kind: 'zone', name: 'Zone a', up: '99.99 %' },
        b: { kind: 'zone', up: { mtbf: '8000 h', mttr: '4 h' } },
        c: { kind: 'zone', name: 'Zone c', up: '95 %' },
        d: { kind: 'power', name: 'Power <d>' },
      },
    ),
    at: { shoppers: [0, 0], app: [300, 0], db: [600, 0] },
  };
  const { elements, texts } = parsed(boardSvg(scenario, 0, reportOf(scenario), light));

  test('holds every domain behind the calls, with what stands in it', () => {
    expect(ids(elements, 'data-domain').sort()).toEqual(['a', 'b', 'c', 'd']);
    const order = elements.flatMap(({ attributes }) =>
      attributes['data-domain'] === undefined ? (attributes['data-call'] === undefined ? [] : ['call']) : ['domain'],
    );
    expect(order).toEqual(['domain', 'domain', 'domain', 'domain', 'call', 'call']);
    for (const text of ['Zone a', ' · 99.99 %', 'Zone b', ' · MTBF 8000 h', 'Power <d>', 'Drop components here'])
      expect(texts).toContain(text);
    expect(texts).toEqual(expect.arrayContaining(['App · 4 of 10', 'App · 3 of 10']));
  });

  test('outlines the domain that holds it back', () => {
    expect(texts.filter((text) => text === 'holds it back')).toHaveLength(1);
    const outlined = elements.filter(({ attributes }) => attributes['stroke'] === THEMES.light.bind);
    expect(outlined.map(({ attributes }) => attributes['stroke-dasharray'])).toEqual(['5 4']);
  });

  test('needs no places', () => {
    const { at: _, ...placeless } = scenario;
    expect(ids(parsed(boardSvg(placeless, 0, null, light)).elements, 'data-domain')).toHaveLength(4);
  });
});

describe('any picture', () => {
  test('holds free texts line by line, and labels', () => {
    const scenario: Scenario = {
      ...scenarioOf({ a: { kind: 'client' }, b: { kind: 'service' }, c: { kind: 'service' } }, [
        { from: 'a', to: 'b', times: 100 },
        { from: 'b', to: 'c', step: 1 },
        { from: 'b', to: 'c', step: 2, optional: true },
      ]),
      at: { a: [0, 0], b: [300, 0], c: [600, 0] },
      texts: { n1: { text: 'why two?\n\nsee <notes>', at: [0, 200] } },
    };
    const { texts, elements } = parsed(boardSvg(scenario, 0, null, light));
    for (const text of ['why two?', 'see <notes>', '×100', 'optional', '1', '2']) expect(texts).toContain(text);
    expect(ids(elements, 'data-call')).toEqual(['a->b', 'b->c', 'b->c#2']);
  });

  test('has a place for components that have none, and for a design that is empty', () => {
    const { elements } = parsed(
      boardSvg(scenarioOf({ a: { kind: 'client' }, b: { kind: 'service' } }), 0, null, light),
    );
    const places = elements
      .filter(({ attributes }) => attributes['data-component'])
      .map(({ attributes }) => attributes['transform']);
    expect(new Set(places).size).toBe(2);
    expect(parsed(boardSvg(scenarioOf({}), 0, null, light)).texts).toContain('Untitled');
    expect(parsed(boardSvg(scenarioOf({}), 5, null, light)).texts).toContain('Untitled');
  });

  test('is well-formed whatever things are called', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        '<script>alert(1)</script>',
        ']]>',
        '"><svg onload=x>',
        '&amp;',
        '\u0000\u001f',
        '\uD800',
        '👩‍👩‍👧',
        'x'.repeat(300),
      ),
    );
    fc.assert(
      fc.property(name, name, name, name, (title, first, second, text) => {
        const scenario: Scenario = {
          ...scenarioOf(
            { [`i${first}`]: { kind: 'client', name: first }, b: { kind: 'service', name: second, up: '99 %' } },
            [{ from: `i${first}`, to: 'b', times: text }],
            title,
          ),
          texts: { n1: { text, at: [0, 300] } },
        };
        const svg = boardSvg(scenario, 0, reportOf(scenario), light);
        // oxlint-disable-next-line no-control-regex -- what XML does not allow
        expect(svg).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u);
        expect(ids(parsed(svg).elements, 'data-component')).toHaveLength(2);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a text without a screen to measure it', () => {
  test('is cut with a mark where it is too wide, and only there', () => {
    expect(ellipsised('App', 160, 15)).toBe('App');
    expect(ellipsised('A very long name of a service', 100, 15)).toMatch(/^A very .*…$/);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 30, max: 300 }), (text, widest) => {
        const cut = ellipsised(text, widest, 15);
        expect(textWidth(cut, 15)).toBeLessThanOrEqual(widest);
        if (cut !== text) expect(cut.endsWith('…')).toBe(true);
      }),
    );
  });

  test('is wrapped between words', () => {
    expect(wrapped('one two three', 70, 15)).toEqual(['one two', 'three']);
    expect(wrapped('', 70, 15)).toEqual(['']);
  });
});

describe('the picture of load', () => {
  const report = {
    ...reportOf(CHECKOUT),
    load: { calls: { 'shoppers->balancer': 8000, 'app->payment': 4000 }, fullest: null, settled: true },
  };

  test('has the requests on its arrows, and no other picture has', () => {
    const rates = (lens: 'load' | 'latency') =>
      parsed(boardSvg(CHECKOUT, 0, report, { theme: 'light', lens })).texts.filter((text) => text.startsWith('4,000'));
    expect([rates('latency'), rates('load')]).toEqual([[], ['4,000 req/s']]);
  });

  test('is the one to hand on while the page shows loads', () => {
    const handedOn = (lens: 'load' | 'latency') => boardPicture(CHECKOUT, 0, report, null, lens);
    expect(handedOn('load')).toContain('>4,000 req/s</text>');
    expect(handedOn('latency')).toBe(`${boardSvg(CHECKOUT, 0, report, light)}\n`);
  });
});
