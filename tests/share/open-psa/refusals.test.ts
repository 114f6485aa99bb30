import { describe, expect, test } from 'vitest';
import { readOpenPsa } from '../../../src/share/open-psa/read-open-psa.ts';
import { basicEvent, problemsIn, treeText } from './fault-tree-text.ts';

const E = basicEvent('e', 0.5);
/** The formula stands in line 4, the event e in line 6. */
const gate = (formula: string, more = E): string =>
  treeText(`<define-gate name="top">\n${formula}\n</define-gate>\n${more}`);
/** The expression stands in line 5. */
const event = (expression: string, more = ''): string =>
  treeText(
    `<define-gate name="top"><event name="e"/></define-gate>\n<define-basic-event name="e">\n${expression}\n</define-basic-event>\n${more}`,
  );

describe('refused, with the line', () => {
  test.each(['not', 'xor', 'nand', 'nor', 'iff', 'imply'])('the gate %s, which is not coherent', (name) => {
    expect(problemsIn(gate(`<${name}><event name="e"/></${name}>`))).toEqual([
      `line 4: <${name}> is not coherent: with it a failure could mend something. Only and, or and atleast can be opened`,
    ]);
    expect(problemsIn(gate(`<or>\n<${name}><event name="e"/></${name}></or>`))[0]).toMatch(/^line 5: .*not coherent/);
  });

  test.each<[string, string, string | RegExp]>([
    [
      'cardinality',
      gate('<cardinality min="1" max="2"><event name="e"/></cardinality>'),
      /^line 4: <cardinality> is not supported/,
    ],
    [
      'an unknown formula',
      gate('<inhibit><event name="e"/></inhibit>'),
      'line 4: <inhibit> is not known inside <define-gate>. Remove it',
    ],
    ['a formula named as what every object has', gate('<constructor/>'), /^line 4: <constructor> is not known/],
    [
      'an undefined event',
      gate('<event name="ghost"/>'),
      'line 4: There is no event named "ghost". Define it, or mend the name',
    ],
    [
      'an undefined basic event',
      gate('<or>\n<basic-event name="__proto__"/></or>'),
      /^line 5: There is no basic-event named "__proto__"/,
    ],
    ['an undefined gate', gate('<gate name="constructor"/>'), /^line 4: There is no gate named "constructor"/],
    [
      'an event of another kind',
      gate('<gate name="e"/>'),
      'line 4: e is called a gate here, but line 6 defines a basic-event. Make them the same',
    ],
    ['a gate without a formula', gate(''), /^line 3: The gate top has no formula/],
    ['a gate with two', gate('<event name="e"/>\n<event name="e"/>'), /^line 5: The gate top has more than one/],
    ['an empty or', gate('<or/>'), /^line 4: This <or> has nothing in it/],
    ['more than there are', gate('<atleast min="2"><event name="e"/></atleast>'), /^line 4: .*min="2".* from 1 to 1/],
    ['at least none', gate('<atleast min="0"><event name="e"/></atleast>'), /^line 4: .*min="0"/],
    ['at least without a number', gate('<atleast><event name="e"/></atleast>'), /^line 4: .*min=""/],
    ['a constant that is neither', gate('<constant value="maybe"/>'), /^line 4: .*true or false, not "maybe"/],
    [
      'a gate in the model data',
      treeText('', '<model-data>\n<define-gate name="g"/></model-data>'),
      /^line 6: <define-gate> is not known inside <model-data>/,
    ],
    [
      'another file',
      gate('<event name="e"/>', `${E}\n<include file="/etc/passwd"/>`),
      /^line 7: <include>: other files are never read/,
    ],
    ['another file in a formula', gate('<include file="x.xml"/>'), /^line 4: <include>/],
    [
      'common-cause groups',
      gate('<event name="e"/>', `${E}\n<define-CCF-group name="c" model="beta-factor"/>`),
      /^line 7: <define-CCF-group>/,
    ],
    [
      'event trees',
      '<opsa-mef>\n<define-event-tree name="x"/></opsa-mef>',
      /^line 2: <define-event-tree>: event trees cannot be opened/,
    ],
    [
      'an event with a name without end',
      treeText(basicEvent('x'.repeat(201), 0.5)),
      /^line 3: The name of this <define-basic-event> is longer/,
    ],
    [
      'a gate without a name',
      treeText('<define-gate><event name="e"/></define-gate>'),
      /^line 3: This <define-gate> has no name/,
    ],
    [
      'no gate at all',
      treeText(E),
      'line 1: There is no gate in this file, so there is nothing to compute. Define one',
    ],
    ['an event without a probability', event(''), 'line 4: e has no probability. Give it one'],
    [
      'a probability above 1',
      event('<float value="1.5"/>'),
      'line 5: The probability of e is 1.5, which is not between 0 and 1. Mend it',
    ],
    ['a probability below 0', event('<neg><float value="1e-9"/></neg>'), /^line 5: The probability of e is -1e-9/],
    ['a probability that is no number', event('<div><int value="0"/><int value="0"/></div>'), /^line 5: .*NaN/],
    ['text for a number', event('<float value="high"/>'), /^line 5: "high" is not a number/],
    ['a fraction for an integer', event('<int value="0.5"/>'), /^line 5: "0.5" is not a number that <int> can have/],
    ['infinity', event('<float value="INF"/>'), /^line 5: "INF" is not a number/],
    [
      'a mission time',
      event('<exponential><float value="1e-3"/><system-mission-time/></exponential>'),
      /^line 5: <exponential> is not a constant/,
    ],
    [
      'a random deviate',
      event('<sub><int value="1"/>\n<uniform-deviate/></sub>'),
      /^line 6: <uniform-deviate> is not a constant/,
    ],
    ['an undefined parameter', event('<parameter name="p"/>'), /^line 5: There is no parameter named "p"/],
    ['a sum of nothing', event('<add/>'), /^line 5: <add> takes at least 1 value, not 0/],
    ['a power of one', event('<pow><int value="1"/></pow>'), /^line 5: <pow> takes 2 values, not 1/],
    [
      'parameters in a circle',
      event(
        '<parameter name="p"/>',
        '<define-parameter name="p">\n<neg><parameter name="q"/></neg></define-parameter>\n<define-parameter name="q"><parameter name="p"/></define-parameter>',
      ),
      'line 9: p and q refer to each other in a circle. Give one of them a number',
    ],
  ])('%s', (_, text, message) => {
    const [first, ...more] = problemsIn(text);
    expect(first).toMatch(message);
    expect(more).toEqual([]);
  });

  test('a gate of gates in a circle, with its members', () => {
    const [first] = problemsIn(
      treeText(`<define-gate name="top"><gate name="a"/></define-gate>
<define-gate name="a"><or><gate name="b"/></or></define-gate>
<define-gate name="b"><or><and>
<gate name="a"/></and></or></define-gate>`),
    );
    expect(first).toBe('line 6: a and b refer to each other in a circle. Take one of these references out');
    expect(problemsIn(gate('<or><gate name="top"/></or>'))).toEqual([
      'line 4: top refers to itself. Take one of these references out',
    ]);
  });

  test('a name that is taken, with both lines, whatever it names', () => {
    const twice = /is defined twice, in line 3 and in line 4/;
    expect(problemsIn(treeText(`${E}\n${E}`))[0]).toMatch(twice);
    expect(problemsIn(treeText(`${E}\n<define-house-event name="e"/>`))[0]).toMatch(twice);
    expect(problemsIn(treeText('<define-component name="c"/>\n<define-component name="c"/>'))[0]).toMatch(twice);
    expect(
      problemsIn(`<opsa-mef>\n\n<define-fault-tree name="x"/>\n<define-fault-tree name="x"/></opsa-mef>`)[0],
    ).toMatch(twice);
    expect(problemsIn(treeText(E, `<model-data>${E}</model-data>`))[0]).toMatch(/twice, in line 3 and in line 5/);
    expect(problemsIn(treeText('<define-parameter name="p"/>\n<define-parameter name="p"/>'))[0]).toMatch(twice);
  });

  test('everything that is wrong is said, in the order of the file', () => {
    const text = treeText(
      `<define-gate name="top"><or><event name="x"/>\n<event name="y"/></or></define-gate>\n${basicEvent('z', 7)}`,
    );
    expect(problemsIn(text).map((problem) => problem.split(':')[0])).toEqual(['line 3', 'line 4', 'line 5']);
  });

  test.each<[string, string, RegExp]>([
    [
      'cut off',
      gate('<event name="e"/>').slice(0, -30),
      /^line \d+: This is not well-formed XML: unclosed tag: define-fault-tree/,
    ],
    ['a tag closed by another', '<opsa-mef>\n<a>\n</b></opsa-mef>', /^line 3: This is not well-formed XML/],
    [
      'an attribute twice',
      '<opsa-mef>\n<a x="1" x="2"/></opsa-mef>',
      /^line 2: This is not well-formed XML: duplicate attribute/,
    ],
    ['nothing', '', /not well-formed/],
    ['two roots', '<opsa-mef/>\n<opsa-mef/>', /^line 2: This is not well-formed XML/],
    ['another kind of XML', '<?xml version="1.0"?>\n<svg/>', /^line 2: This XML is no fault tree .*<svg>/],
  ])('XML that is %s', (_, text, message) => {
    expect(problemsIn(text)[0]).toMatch(message);
  });
});

describe('hostile text does no harm', () => {
  test('entities are never looked up', () => {
    const laughs = `<!DOCTYPE opsa-mef [\n<!ENTITY a "ha">\n<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">\n]>\n<opsa-mef><x>&b;</x></opsa-mef>`;
    expect(problemsIn(laughs)[0]).toMatch(/^line 4: This declares entities of its own/);
    const outside = '<!DOCTYPE opsa-mef [<!ENTITY file SYSTEM "file:///etc/passwd">]>\n<opsa-mef>&file;</opsa-mef>';
    expect(problemsIn(outside)[0]).toMatch(/^line 1: This declares entities/);
    expect(problemsIn('<!DOCTYPE opsa-mef SYSTEM "http://127.0.0.1/x.dtd">\n<opsa-mef>&file;</opsa-mef>')[0]).toMatch(
      /^line 2: This is not well-formed XML: undefined entity/,
    );
    expect(problemsIn('<opsa-mef><label>&constructor;</label></opsa-mef>')[0]).toMatch(/undefined entity/);
  });

  test('elements that stand in one another without end', () => {
    const deep = (name: string, count: number, inside: string): string =>
      `<${name}>`.repeat(count) + inside + `</${name}>`.repeat(count);
    expect(problemsIn(gate(deep('or', 100_000, '<event name="e"/>')))[0]).toMatch(
      /^line 4: <or> is nested more than 50/,
    );
    expect(problemsIn(gate(deep('or', 40, '<event name="e"/>')))).toEqual([]);
    expect(problemsIn(treeText(deep('define-component', 100_000, '')))[0]).toMatch(/nested more than 50/);
  });

  test('parameters that stand on one another without end', () => {
    const chain = Array.from(
      { length: 3000 },
      (_, index) =>
        `<define-parameter name="p${index}"><neg><parameter name="p${index + 1}"/></neg></define-parameter>`,
    );
    expect(problemsIn(event('<parameter name="p0"/>', chain.join('')))[0]).toMatch(/More than 500 expressions/);
  });

  test('a chain of 3,000 gates is opened, a ring of as many is refused', () => {
    const chain = (last: string): string =>
      treeText(
        Array.from(
          { length: 3000 },
          (_, index) =>
            `<define-gate name="g${index}"><or><gate name="${index === 2999 ? last : `g${index + 1}`}"/></or></define-gate>`,
        ).join('\n') +
          '<define-gate name="end"><event name="e"/></define-gate>' +
          E,
      );
    expect(problemsIn(chain('end'))).toEqual([]);
    expect(problemsIn(chain('g0'))[0]).toMatch(/^line 3002: g0, g1, .* and 2992 more, refer to each other in a circle/);
  });

  test('more than fits on a board', () => {
    const events = Array.from({ length: 5000 }, (_, index) => `e${index}`);
    const text = treeText(
      `<define-gate name="top"><or>${events.map((name) => `<event name="${name}"/>`).join('')}</or></define-gate>` +
        events.map((name) => basicEvent(name, 0.1)).join('\n'),
    );
    expect(problemsIn(text)).toEqual([
      'line 1: This makes 5002 components and 5000 calls, and at most 5000 and 20000 can be opened',
    ]);
    const nested = '<and><event name="e"/></and>'.repeat(90_000);
    expect(problemsIn(gate(`<or>${nested}</or>`))).toEqual([
      'line 1: This makes 90001 components and 180000 calls, and at most 5000 and 20000 can be opened',
    ]);
    expect(problemsIn(`<opsa-mef>${'<a/>'.repeat(400_000)}</opsa-mef>`)[0]).toMatch(/more than 300000 elements/);
    expect(problemsIn(`<opsa-mef>${' '.repeat(10_000_001)}</opsa-mef>`)[0]).toMatch(/larger than 10 MB/);
  });

  test('names and texts of megabytes are said in a few words', () => {
    const long = 'x'.repeat(3_000_000);
    for (const text of [
      `<opsa-mef><${long}>`,
      gate(`<${long}/>`),
      gate(`<event name="${long}"/>`),
      event(`<float value="${long}"/>`),
    ]) {
      expect(problemsIn(text)[0]?.length).toBeLessThan(300);
    }
    expect(
      problemsIn(treeText(`<label>${long}</label><define-gate name="top"><event name="e"/></define-gate>${E}`)),
    ).toEqual([]);
  });

  test('three megabytes of junk', () => {
    const junk = Array.from({ length: 3_000_000 }, (_, index) => '<>&"\' ax=/![-]\n'[(index * 7919) % 15]).join('');
    expect(readOpenPsa(`<opsa-mef>${junk}`).ok).toBe(false);
    expect(readOpenPsa(junk).ok).toBe(false);
    expect(readOpenPsa('<'.repeat(3_000_000)).ok).toBe(false);
    expect(readOpenPsa(`<opsa-mef ${'a="1" '.repeat(300_000)}/>`).ok).toBe(false);
  });
});
