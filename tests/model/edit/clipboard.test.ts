import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { copyItems, pasteItems } from '../../../src/model/edit/clipboard.ts';
import { removeItems } from '../../../src/model/edit/components.ts';
import { emptyScenario } from '../../../src/model/edit/document.ts';
import { parseClip } from '../../../src/model/edit/parse-clip.ts';
import { only } from '../../../src/model/edit/selection.ts';
import { parseScenario } from '../../../src/model/schema.ts';
import type { Scenario } from '../../../src/model/scenario.ts';
import { WHOLE_FORMAT } from '../whole-format.ts';

const checkout = JSON.parse(readFileSync('public/scenarios/checkout.json', 'utf8')) as Scenario;
const whole = WHOLE_FORMAT as unknown as Scenario;
const all = (scenario: Scenario) =>
  only({
    components: Object.keys(scenario.designs[0]?.components ?? {}),
    texts: Object.keys(scenario.texts ?? {}),
  });

describe('a clip', () => {
  test('holds the calls between what was copied, places from its corner, and what its values speak of', () => {
    const clip = copyItems(whole, 0, only({ components: ['shoppers', 'app'], texts: ['n1'] }));
    expect(clip.calls).toEqual([{ from: 'shoppers', to: 'app', timeout: '2 s' }]);
    expect(clip.at).toEqual({ app: [422, 0] });
    expect(clip.texts?.['n1']?.at).toEqual([0, 144]);
    expect(clip.variables).toEqual({ peak: '8000 req/s', growth: '3 %/month' });
    expect(Object.keys(clip.domains ?? {})).toEqual(['a', 'b', 'c', 'us-east']);
    expect(Object.keys(clip.regions ?? {})).toEqual(['us-east']);
  });

  test('comes through the clipboard whole, and makes a valid board elsewhere', () => {
    for (const scenario of [checkout, whole]) {
      const clip = copyItems(scenario, 0, all(scenario));
      const read = parseClip(JSON.stringify(clip));
      expect(read).toEqual({ ok: true, value: clip });
      const pasted = pasteItems(emptyScenario(), 0, clip, [100, 100]);
      expect(parseScenario(pasted.scenario)).toMatchObject({ ok: true });
      expect(pasted.scenario.designs[0]?.components).toEqual(scenario.designs[0]?.components);
    }
  });

  test('gets free ids and names, and says what it became', () => {
    const clip = copyItems(checkout, 0, only({ components: ['app', 'payment'] }));
    const { scenario, selection } = pasteItems(checkout, 0, clip, [500, 500]);
    expect(selection.components).toEqual(['app-2', 'payment-3']);
    expect(scenario.designs[0]?.components['app-2']?.name).toBe('App 2');
    expect(scenario.designs[0]?.calls?.at(-1)).toEqual({ from: 'app-2', to: 'payment-3' });
    const [ax, ay] = scenario.at?.['app-2'] ?? [];
    expect([ax, ay]).toEqual([
      500,
      500 +
        (checkout.at?.['app']?.[1] ?? 0) -
        Math.min(checkout.at?.['app']?.[1] ?? 0, checkout.at?.['payment']?.[1] ?? 0),
    ]);
    expect(scenario.designs[1]).toBe(checkout.designs[1]);
  });

  test('keeps ids and names after a cut', () => {
    const single = { ...checkout, designs: checkout.designs.slice(0, 1) };
    const selection = only({ components: ['app', 'orders'] });
    const clip = copyItems(single, 0, selection);
    const pasted = pasteItems(removeItems(single, 0, selection), 0, clip, [480, 0]);
    expect(pasted.selection.components).toEqual(['app', 'orders']);
    expect(pasted.scenario.designs[0]?.components['app']).toEqual(single.designs[0]?.components['app']);
  });

  test('does not overwrite a variable or a domain of the board', () => {
    const clip = copyItems(whole, 0, all(whole));
    const other: Scenario = { ...emptyScenario(), variables: { peak: '5 req/s' } };
    expect(pasteItems(other, 0, clip, [0, 0]).scenario.variables).toEqual({ peak: '5 req/s', growth: '3 %/month' });
  });

  test.each([
    ['no JSON', 'hello', 'clip/not-json'],
    ['something else', '{"format":"nineboard/1"}', 'clip/not-a-clip'],
    ['a list', '[1]', 'clip/not-a-clip'],
    ['a newer one', '{"format":"nineboard/clip-2","components":{}}', 'clip/newer'],
    ['an unknown key', '{"format":"nineboard/clip-1","components":{},"zones":{}}', 'clip/newer'],
    [
      'an unknown field',
      '{"format":"nineboard/clip-1","components":{"a":{"kind":"service","x":1}}}',
      'document/unknown-key',
    ],
    [
      'a key that reaches too far',
      '{"format":"nineboard/clip-1","components":{"__proto__":{"kind":"service"}}}',
      'document/forbidden-key',
    ],
    ['megabytes', ' '.repeat(2_000_001), 'clip/too-large'],
    ['no components at all', '{"format":"nineboard/clip-1","components":7}', 'document/type'],
  ])('that is %s is refused', (_, text, code) => {
    const read = parseClip(text);
    expect(read.ok ? 'read' : read.issues[0]?.code).toBe(code);
  });

  test('whose calls lead nowhere loses them', () => {
    const read = parseClip(
      '{"format":"nineboard/clip-1","components":{"a":{"kind":"service"}},"calls":[{"from":"a","to":"b"}]}',
    );
    expect(read.ok).toBe(true);
    if (!read.ok) return;
    expect(pasteItems(emptyScenario(), 0, read.value, [0, 0]).scenario.designs[0]).not.toHaveProperty('calls');
  });
});
