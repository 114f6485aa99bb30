import { describe, expect, test } from 'vitest';
import { resolve } from '../../../src/formula/resolve.ts';
import { parseScenario } from '../../../src/model/schema.ts';
import { basicEvent, chancesIn, scenarioIn, treeText } from './fault-tree-text.ts';

const PAIR = `${basicEvent('a', 0.1)}${basicEvent('b', 0.2)}${basicEvent('c', 0.5)}`;
const top = (formula: string): number | null | undefined =>
  chancesIn(treeText(`<define-gate name="top">${formula}</define-gate>${PAIR}`))['top'];

const A = '<basic-event name="a"/>';
const B = '<basic-event name="b"/>';
const C = '<event name="c"/>';

describe('a gate', () => {
  test.each([
    ['or', `<or>${A}${B}</or>`, 0.28],
    ['and', `<and>${A}${B}${C}</and>`, 0.01],
    [
      'at least 2 of 3',
      `<atleast min="2">${A}${B}${C}</atleast>`,
      0.02 * 0.5 + 0.1 * 0.8 * 0.5 + 0.9 * 0.2 * 0.5 + 0.1 * 0.2 * 0.5,
    ],
    ['at least 1 is an or', `<atleast min="1">${A}${B}</atleast>`, 0.28],
    ['at least all is an and', `<atleast min="2">${A}${B}</atleast>`, 0.02],
    ['of one input', `<or>${A}</or>`, 0.1],
    ['that only passes on', A, 0.1],
    ['with the same input twice', `<and>${A}${A}${B}</and>`, 0.02],
    ['at least 2, one of them twice', `<atleast min="2">${A}${A}${B}</atleast>`, 0.1],
    ['with formulas inside each other', `<or><and>${A}${B}</and><and>${A}<or>${B}${C}</or></and></or>`, 0.1 * 0.6],
    ['with a constant that holds', `<and><constant value="true"/>${A}</and>`, 0.1],
    ['with a constant that does not', `<or><constant value="false"/>${A}</or>`, 0.1],
    ['that is certain', `<or><constant value="true"/>${A}</or>`, 1],
    ['that is impossible', `<and><constant value="false"/>${A}</and>`, 0],
    ['at least 2 with one certain', `<atleast min="2"><constant value="true"/>${A}${B}</atleast>`, 0.28],
    ['at least 2 with one impossible', `<atleast min="2"><constant value="false"/>${A}${B}</atleast>`, 0.02],
  ])('%s', (_, formula, chance) => {
    expect(top(formula)).toBeCloseTo(chance, 14);
  });

  test('counts an event below two gates once', () => {
    const gates = `<define-gate name="g1"><or>${A}${B}</or></define-gate><define-gate name="g2"><or>${A}${C}</or></define-gate>`;
    const text = treeText(
      `<define-gate name="top"><and><gate name="g1"/><gate name="g2"/></and></define-gate>${gates}${PAIR}`,
    );
    expect(chancesIn(text)['top']).toBeCloseTo(0.1 + 0.9 * 0.2 * 0.5, 14);
  });

  test('every gate that is nobody’s input is a journey, over several fault trees', () => {
    const text = `<opsa-mef>
      <define-fault-tree name="one"><define-gate name="x"><or>${A}<gate name="y"/></or></define-gate></define-fault-tree>
      <define-fault-tree name="two"><define-gate name="y"><and>${A}${B}</and></define-gate>
        <define-gate name="z"><gate name="y"/></define-gate></define-fault-tree>
      <model-data>${PAIR}</model-data></opsa-mef>`;
    const chances = chancesIn(text);
    expect(Object.keys(chances)).toEqual(['x', 'z']);
    expect(chances['x']).toBeCloseTo(0.1, 14);
    expect(chances['z']).toBeCloseTo(0.02, 14);
    expect(scenarioIn(text).title).toBe('one, two');
    expect(scenarioIn(text).notes).toBe('One basic event, which no gate depends on, was left out when this was read.');
  });
});

describe('a house event', () => {
  const house = (value: string): string => `<define-house-event name="h">${value}</define-house-event>`;
  const either = (value: string): number | null | undefined =>
    chancesIn(
      treeText(
        `<define-gate name="top"><or>${A}<and>${B}<house-event name="h"/></and></or></define-gate>${PAIR}${house(value)}`,
      ),
    )['top'];

  test('is a constant, and false unless it says otherwise', () => {
    expect(either('<constant value="true"/>')).toBeCloseTo(0.28, 14);
    expect(either('<constant value="false"/>')).toBeCloseTo(0.1, 14);
    expect(either('')).toBeCloseTo(0.1, 14);
  });

  test('leaves nothing on the board that no number depends on', () => {
    const text = treeText(`<define-gate name="top"><or>${A}<gate name="off"/></or></define-gate>
      <define-gate name="off"><and>${B}<house-event name="h"/></and></define-gate>${PAIR}${house('')}`);
    expect(Object.values(scenarioIn(text).designs[0]?.components ?? {}).map(({ name }) => name)).toEqual([
      'top',
      'top',
      'a',
    ]);
  });
});

describe('a probability', () => {
  const chance = (expression: string, parameters = ''): number => {
    const text = treeText(`<define-gate name="top"><event name="e"/></define-gate>
      <define-basic-event name="e"><label>it fails</label>${expression}</define-basic-event>${parameters}`);
    const design = resolve(scenarioIn(text)).designs[0];
    return design?.components.find(({ name }) => name === 'it fails')?.unavailability ?? NaN;
  };

  test.each([
    '1e-20',
    '0.00351',
    '1.23456789e-7',
    '1',
    '0',
    '1.0E-3',
    '.5',
    '5e-324',
    '1e-60',
    '0.3333333333333333',
    '0.999999999999999',
  ])('of %s is that number to the last bit', (written) => {
    expect(chance(`<float value="${written}"/>`)).toBe(Number(written));
  });

  test('is written as the share of time that it is up, with all digits', () => {
    const text = treeText(`<define-gate name="top"><event name="e"/></define-gate>${basicEvent('e', '0.00351')}`);
    expect(scenarioIn(text).designs[0]?.components['e']?.up).toBe('99.649 %');
  });

  const float = (value: number): string => `<float value="${value}"/>`;
  test.each([
    ['an integer', '<int value="1"/>', 1],
    ['a sum', `<add>${float(0.1)}${float(0.2)}${float(0.3)}</add>`, 0.1 + 0.2 + 0.3],
    ['a difference', `<sub>${float(1)}${float(0.25)}${float(0.25)}</sub>`, 0.5],
    ['a product', `<mul>${float(0.5)}${float(0.5)}</mul>`, 0.25],
    ['a quotient', `<div>${float(1)}<int value="8"/></div>`, 0.125],
    ['a power', `<pow>${float(0.5)}<int value="3"/></pow>`, 0.125],
    ['a negation', `<neg>${float(-0.5)}</neg>`, 0.5],
    [
      'functions',
      `<sub>${float(1)}<exp><neg><mul>${float(1e-3)}${float(720)}</mul></neg></exp></sub>`,
      1 - Math.exp(-0.72),
    ],
    ['more functions', `<abs><log><sqrt>${float(0.5)}</sqrt></log></abs>`, Math.abs(Math.log(Math.SQRT1_2))],
    ['the smallest', `<min>${float(0.5)}${float(0.25)}</min>`, 0.25],
    ['the largest', `<max>${float(0.5)}${float(0.25)}</max>`, 0.5],
    ['a mean', `<mean>${float(0.5)}${float(0.25)}</mean>`, 0.375],
    ['pi', `<div>${float(1)}<pi/></div>`, 1 / Math.PI],
  ])('may be worked out: %s', (_, expression, value) => {
    expect(chance(expression)).toBe(value);
  });

  test('may stand on parameters that stand on others', () => {
    const parameters = `<define-parameter name="p" unit="float"><mul><parameter name="q"/><parameter name="q"/></mul></define-parameter>
      <define-parameter name="q"><float value="0.5"/></define-parameter>`;
    expect(chance('<parameter name="p"/>', parameters)).toBe(0.25);
  });
});

describe('names', () => {
  test('a public one is known everywhere, a private one inside its container and by its path', () => {
    const text = treeText(
      `<define-gate name="top"><or><gate name="A.g"/><gate name="T.B.g"/><basic-event name="shared"/></or></define-gate>
       <define-component name="A" role="private">
         <define-gate name="g"><event name="e"/></define-gate>${basicEvent('e', 0.1)}
         <define-basic-event name="shared" role="public"><float value="0.5"/></define-basic-event>
       </define-component>
       <define-component name="B" role="private">
         <define-gate name="g"><and><event name="e"/><event name="T.A.e"/><gate name="inner.x"/></and></define-gate>${basicEvent('e', 0.2)}
         <define-component name="inner"><define-gate name="x"><event name="e"/></define-gate></define-component>
       </define-component>`,
    );
    expect(chancesIn(text)['top']).toBeCloseTo(1 - 0.9 * 0.5, 14);
    const { components } = scenarioIn(text).designs[0]!;
    expect(Object.keys(components)).toEqual(
      expect.arrayContaining(['top', 'T.A.g', 'T.B.g', 'T.A.e', 'T.B.e', 'shared']),
    );
    expect(components['T.A.e']?.name).toBe('e');
  });

  test('labels are what is shown, attributes are skipped', () => {
    const text = treeText(
      `<label>Whole\n plant</label><attributes><attribute name="x" value="y"/></attributes>
       <define-gate name="top"><label>Loss of <![CDATA[feed & steam]]></label><attributes/><basic-event name="a"/></define-gate>${PAIR}`,
    );
    const { title, designs } = scenarioIn(text);
    expect(title).toBe('Whole plant');
    expect(designs[0]?.components['top']?.name).toBe('Loss of feed & steam');
  });

  test.each([
    '__proto__',
    'constructor',
    'toString',
    '42',
    'a->b',
    '  spaced out ',
    '&lt;x&gt;',
    '汉字',
    'x'.repeat(200),
    '...',
    '-',
  ])('even %j makes a design that the format allows', (name) => {
    const text = treeText(
      `<define-gate name="top"><or><event name="${name}"/><event name="a"/></or></define-gate>${basicEvent(name, 0.5)}${PAIR}`,
    );
    const scenario = scenarioIn(text);
    expect(parseScenario(structuredClone(scenario)).ok).toBe(true);
    expect(chancesIn(text)['top']).toBeCloseTo(0.55, 14);
    expect(Object.keys(scenario.designs[0]?.components ?? {})).toHaveLength(4);
  });

  test('names that only differ in what an id cannot have stay apart', () => {
    const text = treeText(
      `<define-gate name="top"><and><event name="a b"/><event name="a+b"/><event name="a*b"/></and></define-gate>` +
        basicEvent('a b', 0.5) +
        basicEvent('a+b', 0.5) +
        basicEvent('a*b', 0.5),
    );
    expect(chancesIn(text)['top']).toBe(0.125);
  });
});

test('a declaration, a DOCTYPE without entities, comments and instructions change nothing', () => {
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE opsa-mef>\n<!-- by hand -->\n<?tool x?>\n${treeText(
    `<define-gate name="top"><!-- one --><basic-event name="a"/></define-gate>${PAIR}`,
  )}<!-- end -->\n`;
  expect(chancesIn(text)['top']).toBe(0.1);
  expect(chancesIn(`\ufeff${text.replaceAll('\n', '\r\n')}`)['top']).toBe(0.1);
});
