import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { board } from '../../src/store/board.ts';
import { fitLoadTest, groupToFit, scalableGroups, writeFit, type LoadTest } from '../../src/store/load-test.ts';
import { startRecompute } from '../../src/store/recompute.ts';
import { createRunner } from '../../src/worker/runner.ts';
import { PATIENT, portWorker } from '../worker/port-worker.ts';
import { CHECKOUT } from './samples.ts';

const PEAKED = '1,64.9\n18,995.9\n36,1652.4\n72,1853.2\n108,1828.9\n144,1775\n216,1702.2';
const state = () => board.getState();
const scaling = () => state().scenario.designs[0]!.components['app'];

let stop = (): void => {};
beforeEach(() => {
  stop = startRecompute({ ...PATIENT, spawn: () => portWorker(createRunner()), frame: (paint) => setImmediate(paint) });
  state().load(CHECKOUT, { documentId: 'test', origin: 'own' });
});
afterEach(() => stop());

const fit = (text: string, onProgress: (share: number) => void = () => {}, signal = new AbortController().signal) =>
  fitLoadTest(text, { onProgress, signal });
async function fitted(text: string): Promise<LoadTest> {
  const outcome = await fit(text);
  if (outcome?.ok !== true) throw new Error(outcome?.problem.message);
  return outcome.value;
}

describe('A pasted load test', () => {
  test('is read and fitted by the engine, with its curve', async () => {
    const { points, fitted: made } = await fitted(PEAKED);
    expect(points).toHaveLength(7);
    expect(made.fit.sigma).toBeCloseTo(0.0277285, 7);
    expect(made.curve.peak?.load).toBe(97);
  });

  test.each([
    ['1 10\n2 fast', { line: 2, column: 3 }, 'Line 2, column 3: fast is no number'],
    ['1 10\n2 19\n4', { line: 3, column: 2 }, 'Line 3, column 2: One of the two columns ends here'],
    ['1 10\n2 19\n4 33', null, 'A fit needs at least four measurements; here are 3'],
    ['1 10\n1 11\n2 19\n2 20', null, 'A fit needs at least three different loads; here are 2'],
    ['0.5 10\n1 11\n2 19\n4 33', null, 'Measurement 1 has a load of 0.5'],
  ])('%j says what is wrong, and where', async (text, place, message) => {
    const outcome = await fit(text);
    const problem = outcome?.ok === false ? outcome.problem : null;
    expect(problem?.place === null ? null : problem?.place).toEqual(place && expect.objectContaining(place));
    expect(problem?.message).toContain(message);
  });

  test('that takes its time says how far it is, and is left when it is stopped', async () => {
    const many = Array.from({ length: 4000 }, (_, row) => `${1 + (row % 97)} ${100 + ((row * 7919) % 101)}`).join('\n');
    const leave = new AbortController();
    const told: number[] = [];
    const outcome = await fit(
      many,
      (share) => {
        told.push(share);
        leave.abort();
      },
      leave.signal,
    );
    expect(outcome).toBeNull();
    expect(told[0]).toBeLessThan(1);
  });

  test('gives a group its coefficients in one step of undo', async () => {
    const { fitted: made } = await fitted(PEAKED);
    const before = state().scenario;
    writeFit('app', made.fit);
    expect(scaling()).toMatchObject({ scaling: { sigma: 0.0277285, kappa: 0.000104365 } });
    expect(state().past.at(-1)?.label).toBe('Use a load test');
    state().undo();
    expect(state().scenario).toBe(before);
  });

  test('is of the selected group, else of the first that scales', () => {
    expect(scalableGroups(state())).not.toContain('shoppers');
    expect(groupToFit(state())).toBe(scalableGroups(state())[0]);
    state().select({ components: ['db'] });
    expect(groupToFit(state())).toBe('db');
    state().select({ components: ['shoppers'] });
    expect(groupToFit(state())).toBe(scalableGroups(state())[0]);
  });
});
