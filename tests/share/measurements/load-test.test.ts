import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLoadTest } from '../../../src/share/measurements/load-test.ts';

const read = (text: string): number[][] => {
  const outcome = readLoadTest(text);
  if (!outcome.ok) throw new Error(outcome.problem.message);
  return outcome.value.map(({ load, throughput }) => [load, throughput]);
};
const problem = (text: string): string | null => {
  const outcome = readLoadTest(text);
  return outcome.ok ? null : outcome.problem.message;
};

describe('A load test', () => {
  const ROWS = [
    [1, 64.9],
    [18, 995],
  ];
  test.each<[string, string]>([
    ['parted by commas', '1,64.9\n18,995\n'],
    ['by semicolons', '1;64.9\n18;995'],
    ['by tabs', '1\t64.9\n18\t995'],
    ['by spaces', '  1   64.9  \n 18  995'],
    ['in a table', '|1|64.9|\n|18|995|'],
    ['with lines of another system', '1,64.9\r\n18,995\r\n'],
    ['with a head', 'N,X\n1,64.9\n18,995'],
    ['with a head in quotes and numbers in quotes', '"users","req/s"\n"1","64.9"\n"18","995"'],
    ['with a head of several words', 'virtual users, throughput (1/s)\n1,64.9\n18,995'],
    ['with a head in parentheses', '(N) (X)\n1 64.9\n18 995'],
    ['with a mark before it', '\ufeff1,64.9\n18,995'],
    ['with a mark and a head', '\ufeffN,X\n1,64.9\n18,995'],
    ['with empty lines and remarks', '# run 7\n\nN X\n1 64.9 # cold\n\n  \n18 995\n\n'],
    ['with exponents', '1e0 6.49E1\n18 9.95e+2'],
    ['with a colon', '1: 64.9\n18: 995'],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual(ROWS);
  });

  test.each<[string, string]>([
    ['', 'Line 1, column 1: There is no number here. Write a load and its throughput on every line'],
    ['N,X', 'Line 1, column 1: There is no number here. Write a load and its throughput on every line'],
    ['N,X\n1,2\n3,\n', 'Line 3, column 3: One of the two columns ends here: a line has a load and a throughput'],
    ['1 2\r\n3\r\n', 'Line 2, column 2: One of the two columns ends here: a line has a load and a throughput'],
    [
      '1,2\n4,1,995',
      'Line 2, column 5: A third number stands here; a line has two. Write 1000 without a comma, and 0.5 with a point',
    ],
    ['1,2\n4,fast', 'Line 2, column 3: fast is no number'],
    ['1,2\n4,8k', 'Line 2, column 3: 8k is no number'],
    ['1,2\n4,8 req/s', 'Line 2, column 5: req/s stands behind the two numbers of a line. Leave units and words out'],
    ['1,2\n-4,8', 'Line 2, column 1: -4 is no number above 0'],
    ['1,2\n4,0', 'Line 2, column 3: 0 is no number above 0'],
    ['1,2\n4,1e999', 'Line 2, column 3: 1e999 is no number above 0'],
    ['1,2\n2024-01-01,3', 'Line 2, column 1: 2024-01-01 is no number'],
    ['1,2\nN,X', 'Line 2, column 1: N is no number'],
  ])('%j says where it is wrong', (text, message) => {
    expect(problem(text)).toBe(message);
  });

  test('is refused when it is too long to be one', () => {
    expect(problem('1 2\n'.repeat(10_001))).toBe(
      'Line 10001, column 1: There are more than 10000 rows. Put the mean of each load in its place',
    );
    expect(read('1 2\n'.repeat(10_000))).toHaveLength(10_000);
  });

  test('is read or refused whatever it is', () => {
    const part = fc.constantFrom(
      '1',
      '2.5',
      '-3',
      'e',
      'N',
      ',',
      ';',
      '\t',
      '\n',
      '\r\n',
      '#',
      '"',
      ' ',
      '\ufeff',
      '1e400',
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const outcome = readLoadTest(parts.join(''));
        if (outcome.ok)
          for (const { load, throughput } of outcome.value) expect(Math.min(load, throughput)).toBeGreaterThan(0);
        else expect(outcome.problem.message).toMatch(/^Line \d+, column \d+: /);
      }),
    );
  });
});
