import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Evaluated } from '../../src/formula/evaluator.ts';
import { failed } from '../../src/formula/evaluator.ts';
import { evaluateFormula } from '../../src/formula/mathjs/evaluate.ts';
import { loadEvaluator } from '../../src/formula/mathjs/load.ts';
import { fit } from '../../src/model/quantity/fit.ts';
import { readLiteral } from '../../src/model/quantity/parse-quantity.ts';
import type { Dimension } from '../../src/model/kinds/field.ts';

const VARIABLES: Readonly<Record<string, string>> = {
  peak: '8000 req/s',
  rtt: '40 ms',
  n: '3',
  max: '7',
  target: '70 %',
};

function variable(name: string): Evaluated {
  const literal = Object.hasOwn(VARIABLES, name) ? readLiteral(VARIABLES[name]!) : null;
  return literal === null || 'problem' in literal
    ? failed('formula/unknown-variable', `no ${name}`)
    : { ok: true, amount: literal };
}

const worth = (text: string, dimension: Dimension): number | string => {
  const evaluated = evaluateFormula(text, variable);
  if (!evaluated.ok) return evaluated.message;
  const fitted = fit(evaluated.amount, dimension, text);
  return fitted.kind === 'value' ? fitted.value : fitted.message;
};

const refusal = (text: string): string => {
  const evaluated = evaluateFormula(text, variable);
  return evaluated.ok ? `${text} is ${evaluated.amount.value}` : evaluated.code;
};

describe('Formulas with units', () => {
  test.each<[string, Dimension, number]>([
    ['2 * peak / 3', 'rate', 16_000 / 3],
    ['2 * 40 ms', 'duration', 0.08],
    ['2 × 40 ms', 'duration', 0.08],
    ['5 min + 30 s', 'duration', 330],
    ['10 % + 5 %', 'probability', 0.15],
    ['1/100', 'probability', 0.01],
    ['max(40 ms, 2 * rtt)', 'duration', 0.08],
    ['max(1,5)', 'count', 5],
    ['max * 2', 'count', 14],
    ['peak * rtt', 'ratio', 320],
    ['64 / 40 ms', 'rate', 1600],
    ['ceil(peak / 70 req/s)', 'count', 115],
    ['rtt ^ 2 / rtt', 'duration', 0.04],
    ['sqrt(rtt * rtt)', 'duration', 0.04],
    ['-rtt + 50 ms', 'duration', 0.01],
    ['2 ^ 3 ^ 2', 'count', 512],
    ['pow(2, 3)', 'count', 8],
    ['log10(1000) + log(8, 2) + log(exp(1))', 'ratio', 7],
    ['(1 + 2) * n', 'count', 9],
    ['2 * $420/month', 'money', 840],
    ['3 * 2 TB', 'size', 6e12],
    ['1,000 + 1', 'count', 1001],
    ['3 * 2 min', 'duration', 360],
  ])('%s as %s', (text, dimension, value) => {
    expect(worth(text, dimension)).toBeCloseTo(value, 9);
  });

  test.each<[string, number]>([
    ['99.95 % * 1', 5e-4],
    ['1 - 0.05 %', 5e-4],
    ['99 % ^ 2', 1 - 0.99 ** 2],
    ['3 nines * 1', 1e-3],
    ['2 * 20 min/month', 2400 / 2_628_000],
    ['40 min / 2 months', 2400 / 5_256_000],
    ['1 - 20 min/month', 1200 / 2_628_000],
  ])('%s in an availability field leaves the right unavailability', (text, unavailability) => {
    expect(worth(text, 'availability')).toBeCloseTo(unavailability, 12);
  });

  test('units that do not go together are an error, never a number', () => {
    expect(worth('2 * peak', 'duration')).toBe('2 * peak is not a time. Write one such as 40 ms or 5 min');
    expect(worth('peak + rtt', 'rate')).toBe(
      'peak + rtt cannot be worked out. It adds values whose units do not go together',
    );
    expect(worth('max(1,500 ms)', 'duration')).toContain('gives max values whose units do not go together');
    expect(worth('2 ^ rtt', 'ratio')).toContain('exponent has a unit');
    expect(worth('rtt ^ n', 'ratio')).toContain('whole number as written');
    expect(worth('exp(rtt)', 'ratio')).toContain('units do not go together');
    expect(worth('3 * 50 %', 'availability')).toContain('more than 1');
  });
});

const OPERATORS: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
};

describe('The walls around formulas', () => {
  test.each([
    'ones(3000,3000)',
    '1:1e7',
    'bigint(7)^bigint(1e7)',
    'config({number: 1})',
    'import({a: 1})',
    'createUnit("x")',
    'evaluate("1")',
    'parse("1")',
    'f(x) = x',
    'x = 5',
    'peak.constructor',
    'constructor(1)',
    '[1, 2]',
    '{a: 1}',
    '"text"',
    'true ? 1 : 2',
    'n!',
    'n % 2',
    'not n',
    '2 n',
    'n n',
    'cot(1)',
    'max()',
    'round(1, 2)',
    '2 *',
    '(2',
    '$0 + 1',
    'Infinity',
    'end',
    '1; 2',
  ])('%s is refused', (text) => {
    expect(refusal(text)).toMatch(/^formula\//);
  });

  test('length, depth and number of parts have limits', () => {
    expect(refusal(`1${'+1'.repeat(100)}`)).toBe('formula/limit');
    expect(refusal(`${'('.repeat(31)}1${')'.repeat(31)}`)).toBe('formula/limit');
    expect(refusal(`${'('.repeat(30)}1+1${')'.repeat(30)}`)).toContain(' is 2');
    expect(refusal(`1${'+1'.repeat(60)}`)).toBe('formula/limit');
    expect(refusal(`${'-'.repeat(150)}n`)).toBe('formula/limit');
  });

  test('a result has to be finite', () => {
    for (const text of ['1/0', '0/0', 'sqrt(-1)', 'log(0)', '9^9^9^9', '1e999 * 2']) {
      expect(refusal(text)).toBe('formula/not-finite');
    }
  });

  test('any text gives a finite number or a refusal, and never throws', () => {
    const pieces = fc.constantFrom(
      'peak',
      'rtt',
      'n',
      '2',
      '40 ms',
      '5 %',
      '+',
      '-',
      '*',
      '/',
      '^',
      '(',
      ')',
      ',',
      'max',
      'sqrt',
      ' ',
      '.',
      '[',
      '=',
      '"',
      '$',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
        const evaluated = evaluateFormula(parts.join(''), variable);
        if (evaluated.ok) expect(Number.isFinite(evaluated.amount.value)).toBe(true);
        else expect(evaluated.message).not.toBe('');
      }),
      { numRuns: 2000 },
    );
  });

  test('arithmetic on plain numbers is that of the language itself', () => {
    type Sum = { readonly text: string; readonly value: number };
    const leaf = fc.integer({ min: 1, max: 99 }).map((value): Sum => ({ text: String(value), value }));
    const { tree } = fc.letrec<{ tree: Sum }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        leaf,
        fc.tuple(tie('tree'), fc.constantFrom(...Object.keys(OPERATORS)), tie('tree')).map(([a, operator, b]): Sum => ({
          text: `(${a.text} ${operator} ${b.text})`,
          value: OPERATORS[operator]!(a.value, b.value),
        })),
      ),
    }));
    fc.assert(
      fc.property(tree, ({ text, value }) => {
        const evaluated = evaluateFormula(text, variable);
        if (evaluated.ok) expect(evaluated.amount.value).toBe(value);
        else expect(evaluated.code).toMatch(/not-finite|limit/);
      }),
    );
  });
});

test('The evaluator arrives on demand', async () => {
  const evaluate = await loadEvaluator();
  expect(evaluate('1 + 1', variable)).toMatchObject({ ok: true, amount: { value: 2 } });
});
