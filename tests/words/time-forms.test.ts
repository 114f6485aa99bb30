import { expect, test } from 'vitest';
import { TIME_FORMS } from '../../src/model/edit/time-form.ts';
import type { Time } from '../../src/model/scenario.ts';
import { TIME_FORM_WORDS, timeSummary } from '../../src/words/time-forms.ts';

test.each<[string, Time]>([
  ['40 ms', '40 ms'],
  ['p50 31 ms, p99 140 ms', { p50: '31 ms', p99: '140 ms' }],
  ['gamma, mean 40 ms, shape 2', { distribution: 'gamma', mean: '40 ms', shape: 2 }],
  [
    'a mixture: 95 % 10 ms, hits exponential',
    {
      mixture: [
        { weight: 0.95, time: '10 ms' },
        { weight: 'hits', time: { distribution: 'exponential', mean: '1 s' } },
      ],
    },
  ],
  ['a table of 2 quantiles', { quantiles: { '0.5': '1 ms', '0.99': '2 ms' } }],
  ['1,200 measurements', { samples: Array.from({ length: 1200 }, () => 0.01) }],
])('A time in a line: %s', (line, time) => {
  expect(timeSummary(time)).toBe(line);
});

test('Every form says in a sentence when one uses it, and no two are called the same', () => {
  const words = TIME_FORMS.map((form) => TIME_FORM_WORDS[form]);
  expect(new Set(words.map(({ label }) => label)).size).toBe(TIME_FORMS.length);
  for (const { help } of words) expect(help).toMatch(/^[A-Z].*\.$/);
});
