import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { basicEvent, treeText } from '../share/open-psa/fault-tree-text.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'nineboard-oracles-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const EVENTS = basicEvent('a', 0.1) + basicEvent('b', 0.2);
const tree = (connective: string): string =>
  treeText(
    `<define-gate name="top"><${connective}><event name="a"/><event name="b"/></${connective}></define-gate>${EVENTS}`,
  );

const TREES = {
  'or.xml': tree('or'),
  'xor.xml': tree('xor'),
};
const EXPECTED = [
  { file: 'or.xml', coherent: true, topProbability: '0.28', minimalCutSets: 2 },
  { file: 'xor.xml', coherent: false, topProbability: '0.26', minimalCutSets: 2 },
];

/** Runs the tool on a folder with these files, as `npm run oracles -- DIR` does. */
function oracles(files: Readonly<Record<string, string | object>>): { status: number | null; out: string } {
  const folder = mkdtempSync(join(scratch, 'figures-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return run(folder);
}

function run(...args: string[]): { status: number | null; out: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tests/tools/oracles.mjs', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { status, out: stdout + stderr };
}

const trees = (expected: readonly object[]): Record<string, string | object> => ({
  'fault-trees/expected.json': { trees: expected },
  ...Object.fromEntries(Object.entries(TREES).map(([name, text]) => [`fault-trees/${name}`, text])),
});

describe('npm run oracles', () => {
  test('says how many figures agree and how well, and what is not computed yet', () => {
    const { status, out } = oracles({
      ...trees(EXPECTED),
      'slo/composite-sla.json': [
        { id: 'azure-1', model: 'two in series', exact: 0.99940005 },
        { id: 'azure-2', model: 'one of two', exact: 0.9999999 },
        { id: 'azure-6', model: '99.9% -> 10.1 min/week (exact 10.08), 8.76 h/year' },
        { id: 'another', model: 'of which nothing is known' },
      ],
      'usl/fits.json': {
        fits: [{ name: 'x_first4', n: 4, alpha_sigma: 0, beta_kappa: 0, gamma_lambda: 5, Nmax: -1, R2: 1, RSS: 0 }],
      },
      'usl/x.csv': 'N,X\n1,5\n2,10\n4,20\n8,40\n16,50\n',
      'latency/latency.csv': [
        'case,params,quantity,arg,value,method',
        'sum_exp,n=2 mean=10,quantile,0.5,16.78346990016661,the root of 1 - (1 + t) exp(-t) = 1/2',
        'max_exp,n=2 mean=10,mean,NA,15,harmonic',
        'another,n=2,quantile,0.5,1,none',
      ].join('\n'),
      'queueing/erlang.csv': 'A,c,B,C\n1,2,0.2,0.3333333333333333\n5,1,0.8333333333333334,NaN\n',
      'queueing/mh1.csv': 'lambda,mu1,mu2,alpha1,alpha2,U,W,L\n0.5,1,1,0.5,0.5,0.5,1.5,0.75\n',
      'README.md': 'figures',
      'odd.txt': 'x',
    });
    expect(out).toMatch(/fault-trees\/expected\.json: 2 of 2 agree; worst relative error \d/);
    expect(out).toMatch(/expected\.json, minimal cut sets: 1 of 1 agree/);
    expect(out).toMatch(/xor\.xml .* refused: line 3: <xor> is not coherent/);
    expect(out).toMatch(/slo\/composite-sla\.json: 4 of 4 agree; worst relative error .*e-1\d/);
    expect(out).toMatch(/not counted: another: its model is not known here/);
    expect(out).toMatch(/usl\/fits\.json: 7 of 7 agree/);
    expect(out).toMatch(/latency\/latency\.csv: 2 of 2 agree; worst relative error \d/);
    expect(out).toMatch(/not counted: another, n=2, quantile 0\.5: what it is made of is not known here/);
    expect(out).toMatch(/queueing\/erlang\.csv: 4 of 4 agree/);
    expect(out).toMatch(/queueing\/mh1\.csv: 1 of 1 agree/);
    expect(out).toMatch(/not counted: .*: written for half the second moment of service/);
    expect(out).toMatch(/odd\.txt: nothing here reads it/);
    expect(out).not.toContain('README');
    expect(out).toMatch(/nothing disagrees\n$/);
    expect(status).toBe(0);
  });

  test.each([
    [
      'a probability that is off in the tenth digit',
      [{ ...EXPECTED[0], topProbability: '0.28000000004' }],
      /or\.xml: 0\.2\d+, not 0\.28000000004/,
    ],
    ['a tree that should have been refused', [{ ...EXPECTED[0], coherent: false }], /or\.xml: opened, though/],
    ['a tree that should have been opened', [{ ...EXPECTED[1], coherent: true }], /xor\.xml: refused: line 3/],
    ['a tree that is not there', [{ ...EXPECTED[0], file: 'none.xml' }], /none\.xml: refused: .*none\.xml/],
  ])('ends with status 1 over %s', (_, expected, said) => {
    const { status, out } = oracles(trees(expected));
    expect(out).toMatch(/DISAGREES: /);
    expect(out).toMatch(said);
    expect(status).toBe(1);
  });

  test('ends with status 1 over a quantile that is 0.2 % off', () => {
    const { status, out } = oracles({
      'latency/latency.csv': 'case,params,quantity,arg,value,method\nsum_exp,n=2 mean=10,quantile,0.5,16.817,none\n',
    });
    expect(out).toMatch(/DISAGREES: sum_exp, n=2 mean=10, quantile 0\.5: 16\.78\d+, not 16\.817/);
    expect(status).toBe(1);
  });

  test('ends with status 2 without a folder', () => {
    expect(run().status).toBe(2);
    expect(run(join(scratch, 'nowhere'))).toMatchObject({
      status: 2,
      out: expect.stringContaining('There is no folder') as string,
    });
  });
});
