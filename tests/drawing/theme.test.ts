import { describe, expect, test } from 'vitest';
import { MARK_PAIRS, TEXT_PAIRS, THEMES, themeCss, type Tokens } from '../../src/drawing/theme.ts';

/** Relative luminance of "#rrggbb" as WCAG 2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

const tooLow = (tokens: Tokens, pairs: typeof TEXT_PAIRS, least: number): string[] =>
  pairs
    .map(([front, back]) => ({ front, back, ratio: contrast(tokens[front], tokens[back]) }))
    .filter(({ ratio }) => ratio < least)
    .map(({ front, back, ratio }) => `${front} on ${back}: ${ratio.toFixed(2)}`);

describe.each(['light', 'dark'] as const)('the %s theme', (name) => {
  test('has text of at least 4.5:1', () => {
    expect(tooLow(THEMES[name], TEXT_PAIRS, 4.5)).toEqual([]);
  });

  test('has meaningful lines of at least 3:1', () => {
    expect(tooLow(THEMES[name], MARK_PAIRS, 3)).toEqual([]);
  });

  test('uses every token that is no ground or quiet line in a pair', () => {
    const quiet = new Set(['line', 'grid']);
    const used = new Set([...TEXT_PAIRS, ...MARK_PAIRS].flat());
    expect(
      Object.keys(THEMES[name]).filter((token) => !quiet.has(token) && ![...used].some((own) => own === token)),
    ).toEqual([]);
  });
});

test('black on white is 21:1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 9);
});

test('the style sheet holds both themes, the system’s choice and React Flow’s variables', () => {
  const css = themeCss();
  expect(css).toContain(`--paper:${THEMES.light.paper};`);
  expect(css).toContain('@media (prefers-color-scheme:dark){:root:not([data-theme=light]){');
  expect(css.split(`--paper:${THEMES.dark.paper};`)).toHaveLength(3);
  expect(css).toContain('--xy-edge-stroke:var(--edge);');
});
