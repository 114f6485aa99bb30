import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../src/model/scenario.ts';
import { fileName, fileText, readFileText } from '../../src/share/file.ts';
import { WHOLE_FORMAT } from '../model/whole-format.ts';

describe('a file', () => {
  test('holds the whole document, in its order, with a line end', async () => {
    const scenario = WHOLE_FORMAT as unknown as Scenario;
    const text = fileText(scenario);
    expect(text.endsWith('}\n')).toBe(true);
    const read = await readFileText(text);
    expect(read.ok && JSON.stringify(read.value)).toBe(JSON.stringify(scenario));
  });

  test('that is cut off or something else is refused with a place', async () => {
    const text = fileText({ format: 'nineboard/1', designs: [{ name: 'today', components: {} }] });
    expect(await readFileText(text.slice(0, -20))).toMatchObject({
      ok: false,
      issues: [{ code: 'document/not-json' }],
    });
    expect((await readFileText('{"format":"drawing/3"}')).ok).toBe(false);
    expect((await readFileText('[]')).ok).toBe(false);
  });

  test('is named after its title in any script, and never after nothing', () => {
    expect(fileName('Checkout, EU & US')).toBe('checkout-eu-us.nineboard.json');
    expect(fileName('結帳')).toBe('結帳.nineboard.json');
    expect(fileName('../../etc/passwd', 'svg')).toBe('etc-passwd.svg');
    expect(fileName(undefined)).toBe('board.nineboard.json');
    expect(fileName('?')).toBe('board.nineboard.json');
    expect(fileName('x'.repeat(300)).length).toBeLessThan(100);
  });
});
