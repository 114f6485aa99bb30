import { describe, expect, test } from 'vitest';
import type { UslFit } from '../../src/model/usl-fit.ts';
import { nineboard } from './run.ts';

// Ray tracing by processors: N. J. Gunther, "Guerrilla Capacity Planning" (2007), chapter 5.
const RAYS =
  '"processors";"throughput"\n1;20\n4;78\n8;130\n12;170\n16;190\n20;200\n24;210\n28;230\n32;260\n48;280\n64;310\n';
const PEAKED = 'N X\n1 64.9\n18 995.9\n36 1652.4\n72 1853.2\n108 1828.9\n144 1775\n216 1702.2\n';

const fitted = (text: string): UslFit => {
  const ran = nineboard(['fit-usl', '-', '--json'], text);
  expect(ran.err).toBe('');
  expect(ran.status).toBe(0);
  return JSON.parse(ran.out) as UslFit;
};

describe('nineboard fit-usl', () => {
  test('prints one JSON object', () => {
    const fit = fitted(PEAKED);
    expect(fit).toMatchObject({ nMax: expect.closeTo(96.5196, 4) as number, findings: [] });
    expect(fit.sigma).toBeCloseTo(0.0277285, 7);
    expect(fit.kappa).toBeCloseTo(0.0001044, 7);
    expect(fit.gamma).toBeCloseTo(89.995233, 6);
    expect(fit.rSquared).toBeCloseTo(0.98956, 5);
    expect(fit.intervals.sigma[0]).toBeLessThan(fit.sigma);
    expect(fit.residuals).toHaveLength(7);
  });

  test('has no peak where κ is 0', () => {
    expect(fitted(RAYS)).toMatchObject({ kappa: 0, nMax: null });
    expect(nineboard(['fit-usl', '-'], RAYS).out).toContain(
      'Throughput never peaks (κ is 0): it flattens below 378.2.',
    );
  });

  test('without --json is to be read', () => {
    const { out, status } = nineboard(['fit-usl', '-'], PEAKED);
    expect(status).toBe(0);
    for (const line of [
      'Universal Scalability Law, fitted to 7 measurements',
      'σ = 0.02773, at 95 % 0.002402 to 0.05305 (contention)',
      'Throughput peaks at N = 96.52: beyond it, more makes it less.',
      '  1       64.9       90      −25.1',
    ])
      expect(out.split('\n')).toContain(line);
  });

  test('says what a fit beyond the law is, and still shows the best one within it', () => {
    const rising = '1 10\n2 25\n4 60\n8 130\n';
    expect(fitted(rising)).toMatchObject({
      sigma: 0,
      kappa: 0,
      findings: [{ code: 'usl/sigma-below-zero', at: 'sigma' }],
    });
    const { out, status } = nineboard(['fit-usl', '-'], rising);
    expect(status).toBe(0);
    expect(out).toContain('γ = 15.76');
    expect(out).toContain('the best fit would need σ below 0');
  });

  test.each([
    ['no such file', ['fit-usl', 'nowhere.csv'], '', 1, /^nowhere\.csv: /],
    [
      'columns of different length',
      ['fit-usl', '-'],
      '1 10\n2 25\n4\n',
      1,
      /^Line 3, column 2: One of the two columns/,
    ],
    [
      'three measurements',
      ['fit-usl', '-'],
      '1 10\n2 25\n4 60\n',
      1,
      /^A fit needs at least four measurements; here are 3/,
    ],
    ['a load below 1', ['fit-usl', '-'], '0.5 10\n2 25\n4 60\n5 70\n', 1, /^Measurement 1 has a load of 0\.5/],
    ['no file', ['fit-usl'], '', 2, /fit-usl needs a FILE/],
  ])('is refused for %s', (_, args, input, expected, said) => {
    const { status, out, err } = nineboard(args, input);
    expect({ status, out }).toEqual({ status: expected, out: '' });
    expect(err).toMatch(said);
  });

  test('stands in the help', () => {
    expect(nineboard(['--help']).out).toContain('nineboard fit-usl FILE [--json]');
  });
});
