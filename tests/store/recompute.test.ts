import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { moveTo } from '../../src/model/edit/board.ts';
import { renameComponent, setField } from '../../src/model/edit/components.ts';
import { requestCurve, requestExplanation } from '../../src/store/ask.ts';
import { board } from '../../src/store/board.ts';
import { startRecompute } from '../../src/store/recompute.ts';
import { currentJourney, currentReport, reportBefore } from '../../src/store/selectors.ts';
import type { Change } from '../../src/store/state.ts';
import type { WorkerLike } from '../../src/worker/client.ts';
import type { JobName, Runner } from '../../src/worker/protocol.ts';
import { createRunner } from '../../src/worker/runner.ts';
import { PATIENT, portWorker } from '../worker/port-worker.ts';
import { CHECKOUT } from './samples.ts';

const state = () => board.getState();
const paymentUp =
  (digit: number): Change =>
  (scenario, design) =>
    setField(scenario, design, 'pay', 'up', `99.${digit} %`);

/** Resolves when the state is as asked for. */
const until = (holds: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    if (holds()) return resolve();
    const unsubscribe = board.subscribe(() => {
      if (!holds()) return;
      unsubscribe();
      resolve();
    });
  });

/** Whether the whole report is there, and not only what is known of it without its load. */
const isComputed = (): boolean => (state().report?.designs[0]?.load ?? null) !== null;

let stop = (): void => {};
let asked: JobName[] = [];
let spawned: { worker: WorkerLike; emit(type: string): void }[] = [];

/** Starts the engine in this thread; `spoil` may stand in for the runner of the nth worker. */
function start(spoil: (worker: number, runner: Runner) => Runner = (_, runner) => runner): void {
  stop = startRecompute({
    ...PATIENT,
    frame: (paint) => setImmediate(paint),
    spawn() {
      const real = spoil(spawned.length, createRunner());
      const worker = portWorker((job, request, breathe) => {
        asked.push(job);
        return real(job, request, breathe);
      });
      const listeners: { type: string; listener: (event: never) => void }[] = [];
      spawned.push({
        worker,
        emit: (type) => {
          for (const known of listeners) if (known.type === type) known.listener({} as never);
        },
      });
      return {
        ...worker,
        addEventListener(type: string, listener: (event: never) => void) {
          listeners.push({ type, listener });
          worker.addEventListener(type as 'message', listener as never);
        },
      };
    },
  });
}

beforeEach(() => {
  asked = [];
  spawned = [];
  board.setState({ notices: [] });
  state().load(CHECKOUT, { documentId: 'test', origin: 'own' });
});
afterEach(() => stop());

const PAY = { of: 'component', id: 'pay' } as const;
const before = (): number | null => reportBefore(state())?.journeys['shoppers']?.unavailability ?? null;
const unavailability = (): number | null => currentJourney(state())?.journey.unavailability ?? null;

describe('numbers', () => {
  test('come with the document, and change with an edit', async () => {
    start();
    await until(isComputed);
    expect(unavailability()).toBeCloseTo(0.0005029985, 10);
    state().edit('Change up', paymentUp(9));
    const before = state().report;
    await until(() => isComputed() && state().report !== before);
    expect(unavailability()).toBeCloseTo(0.001, 4);
  });

  test('are not asked for when something moves, is named or noted', async () => {
    start();
    await until(isComputed);
    state().edit('Move', (scenario) => moveTo(scenario, { components: { app: [1, 1] } }));
    state().edit('Note', (scenario) => ({ ...scenario, notes: 'hello', title: 'Shop' }));
    state().select({ components: ['app'] });
    state().switchDesign(1);
    expect(currentReport(state())?.name).toBe('two providers');
    expect(asked).toEqual(['analyse']);
  });

  test('come back at once with undo', async () => {
    start();
    await until(isComputed);
    const { report } = state();
    state().edit('Change up', paymentUp(9));
    await until(() => isComputed() && state().report !== report);
    state().undo();
    expect(state().report).toBe(report);
    expect(asked.length).toBe(2);
  });

  test('of many quick edits, the last are shown', async () => {
    start();
    for (let digit = 1; digit <= 9; digit++) state().edit('Change up', paymentUp(digit));
    await until(() => (unavailability() ?? 1) < 0.00101);
    expect(asked.length).toBeLessThanOrEqual(3);
  });

  test('of another document are never shown', async () => {
    start();
    await until(isComputed);
    state().edit('Change up', paymentUp(1));
    state().load(
      { format: 'nineboard/1', designs: [{ name: 'blank', components: {} }] },
      { documentId: 'b', origin: 'own' },
    );
    expect(state().report).toBeNull();
    await until(() => state().report !== null);
    expect(currentReport(state())?.name).toBe('blank');
  });

  test('of the same text opened again are there at once', async () => {
    start();
    await until(isComputed);
    state().load(CHECKOUT, { documentId: 'again', origin: 'own' });
    expect(state().report).not.toBeNull();
  });

  test('of a what-if stand beside the real ones, and stay when it is applied', async () => {
    start();
    await until(isComputed);
    state().tryOut('Try it', paymentUp(9));
    await until(() => state().whatIfReport !== null);
    expect(reportBefore(state())?.journeys['shoppers']?.unavailability).toBeCloseTo(0.0005029985, 10);
    expect(unavailability()).toBeCloseTo(0.001, 4);
    const tried = state().whatIfReport;
    state().applyWhatIf();
    expect([state().report, state().whatIfReport]).toEqual([tried, null]);
    expect(asked.length).toBe(2);
  });

  test('of what is held stand beside the real ones, which follow an edit made meanwhile', async () => {
    start();
    await until(isComputed);
    const { report } = state();
    state().hold([PAY], '0 %');
    await until(() => state().whatIfReport !== null);
    expect([unavailability(), before()]).toEqual([1, report?.designs[0]?.journeys['shoppers']?.unavailability]);
    state().hold([PAY], '99 %');
    state().edit('Add a replica', (scenario, design) => setField(scenario, design, 'app', 'replicas', 1));
    await until(() => state().report !== report && (unavailability() ?? 1) < 0.1);
    expect(unavailability()).toBeCloseTo(1 - 0.999999 * 0.99 * 0.999999 * 0.99, 12);
    expect(before()).toBeCloseTo(1 - 0.999999 * 0.99 * 0.999999 * 0.9995, 12);
    state().discardWhatIf();
    expect(unavailability()).toBeCloseTo(1 - 0.999999 * 0.99 * 0.999999 * 0.9995, 12);
  });

  test('of what is held are not asked for again when something moves, and come back at once', async () => {
    start();
    await until(isComputed);
    state().hold([PAY], '0 %');
    await until(() => state().whatIfReport !== null);
    state().edit('Move', (scenario) => moveTo(scenario, { components: { app: [1, 1] } }));
    expect(asked).toEqual(['analyse', 'analyse']);
    state().release([PAY]);
    expect(unavailability()).toBeCloseTo(0.0005029985, 10);
    state().edit('Move', (scenario) => moveTo(scenario, { components: { app: [2, 1] } }));
    expect(asked.length).toBe(2);
  });

  test('of what is held are those of what is tried out with it, and what is tried out may be applied alone', async () => {
    start();
    await until(isComputed);
    state().tryOut('Try it', paymentUp(9));
    state().hold([{ of: 'component', id: 'db' }], '0 %');
    await until(() => unavailability() === 1);
    state().keepTried();
    await until(() => (before() ?? 0) > 0.0009);
    expect([unavailability(), state().scenario.designs[0]?.components['pay']?.up]).toEqual([1, '99.9 %']);
  });

  test('of what is held answer questions about charts', async () => {
    start();
    await until(isComputed);
    state().switchDesign(1);
    state().hold([PAY], '0 %');
    await until(() => state().whatIfReport !== null);
    const question = { question: 'paths', design: 1, journey: 'shoppers', most: 5 } as const;
    requestCurve(question);
    const key = JSON.stringify(question);
    await until(() => state().curves[key] !== undefined);
    expect(state().curves[key]?.value).toMatchObject({ total: 2, left: 1, sets: [['app', 'pay2']] });
  });

  test('wrong fields are named, and gone again with what brought them', async () => {
    start();
    await until(isComputed);
    state().edit('Change up', (scenario, design) => setField(scenario, design, 'app', 'up', '120 %'));
    await until(() => state().issues.length > 0);
    expect(state().issues[0]?.path).toEqual(['designs', 0, 'components', 'app', 'up']);
    state().undo();
    expect(state().issues).toEqual([]);
  });
});

describe('an engine that stops', () => {
  const silent: Runner = () => new Promise(() => {});

  test('is replaced, the edit named, the number back', async () => {
    start();
    await until(isComputed);
    state().edit('Change replicas', paymentUp(9));
    spawned[0]!.emit('error');
    await until(() => (unavailability() ?? 0) > 0.0009);
    expect(spawned.length).toBe(2);
    expect(state().notices.map(({ text }) => text)).toEqual([
      'The edit "Change replicas" stopped the engine; it was restarted.',
    ]);
    expect(state().stale).toBe(false);
  });

  test('over the same edit twice leaves the last good numbers, marked as old', async () => {
    start((worker, runner) => (worker === 0 ? runner : silent));
    await until(isComputed);
    const { report } = state();
    state().edit('Change replicas', paymentUp(9));
    spawned[0]!.emit('error');
    await until(() => state().notices.length > 0);
    await new Promise(setImmediate);
    spawned[1]!.emit('error');
    await until(() => state().stale);
    expect(state().report).toBe(report);
    expect(spawned.length).toBe(3);
    expect(state().notices.at(-1)).toMatchObject({ level: 'error', action: { label: 'Undo' } });
    state().undo();
    expect(state().stale).toBe(false);
  });

  test('a failure of a job is said, and the next edit computes again', async () => {
    let broken = true;
    start((_, runner) => (job, request, breathe) => {
      return broken ? Promise.reject(new Error('no memory')) : runner(job, request, breathe);
    });
    await until(() => state().stale);
    expect(state().notices.at(-1)?.text).toContain('no memory');
    broken = false;
    state().edit('Rename', (scenario, design) => renameComponent(scenario, design, 'app', 'Shop'));
    await until(isComputed);
    expect(state().stale).toBe(false);
  });
});

describe('charts and workings', () => {
  test('are answered once a report, and kept until the next', async () => {
    start();
    await until(isComputed);
    const question = { question: 'replicas', design: 0, journey: 'shoppers', component: 'app' } as const;
    const key = JSON.stringify(question);
    requestCurve(question);
    requestCurve(question);
    await until(() => state().curves[key] !== undefined);
    requestCurve(question);
    expect(asked).toEqual(['analyse', 'curve']);
    const { report } = state();
    state().edit('Change up', paymentUp(9));
    await until(() => isComputed() && state().report !== report);
    expect(state().curves[key]?.of).toBe(report);
    requestCurve(question);
    await until(() => state().curves[key]?.of === state().report);
  });

  test('a working belongs to the what-if while one is shown', async () => {
    start();
    await until(isComputed);
    state().tryOut('Try it', (scenario, design) => setField(scenario, design, 'app', 'up', '90 %'));
    await until(() => state().whatIfReport !== null);
    const figure = { figure: 'group-availability', design: 0, component: 'app' } as const;
    requestExplanation(figure);
    await until(() => state().explanations[JSON.stringify(figure)] !== undefined);
    expect(state().explanations[JSON.stringify(figure)]?.value.result.value).toBeCloseTo(0.001, 12);
  });

  test('whose answer was lost with the worker are asked again, of the next one, but only once', async () => {
    let silentWorkers = 1;
    start(
      (worker, runner) => (job, request, breathe) =>
        job === 'curve' && worker < silentWorkers ? new Promise(() => {}) : runner(job, request, breathe),
    );
    await until(isComputed);
    const question = { question: 'nines' } as const;
    const curves = () => asked.filter((job) => job === 'curve').length;
    requestCurve(question);
    await expect.poll(curves).toBe(1);
    spawned[0]!.emit('error');
    await until(() => state().curves[JSON.stringify(question)] !== undefined);
    expect(curves()).toBe(2);

    silentWorkers = 4;
    const other = { question: 'fan-out', slowProbability: 0.01, callees: 2 } as const;
    requestCurve(other);
    await expect.poll(curves).toBe(3);
    spawned[1]!.emit('error');
    await expect.poll(curves).toBe(4);
    spawned[2]!.emit('error');
    const figure = { figure: 'group-availability', design: 0, component: 'app' } as const;
    requestExplanation(figure);
    await until(() => state().explanations[JSON.stringify(figure)] !== undefined);
    expect(curves()).toBe(4);
  });

  test('what cannot be answered stays empty', async () => {
    start(
      (_, runner) => (job, request, breathe) =>
        job === 'curve' ? Promise.reject(new Error('no such component')) : runner(job, request, breathe),
    );
    await until(isComputed);
    requestCurve({ question: 'fan-out', slowProbability: 0.01, callees: 2 });
    const figure = { figure: 'group-availability', design: 0, component: 'app' } as const;
    requestExplanation(figure);
    await until(() => state().explanations[JSON.stringify(figure)] !== undefined);
    expect([state().curves, state().notices]).toEqual([{}, []]);
  });
});
