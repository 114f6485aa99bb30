import { describe, expect, test } from 'vitest';
import { analyse, curve, explain } from '../../src/engine/index.ts';
import { resolve } from '../../src/formula/resolve.ts';
import type { CurveQuestion, Figure } from '../../src/model/report.ts';
import { createEngineClient, type EngineClient } from '../../src/worker/client.ts';
import { JobError, type Runner } from '../../src/worker/protocol.ts';
import { createRunner } from '../../src/worker/runner.ts';
import { CHECKOUT } from '../store/samples.ts';
import { PATIENT, portWorker } from './port-worker.ts';

async function withClient(runner: Runner, act: (client: EngineClient) => Promise<void>): Promise<void> {
  const client = createEngineClient({ ...PATIENT, spawn: () => portWorker(runner) });
  try {
    await act(client);
  } finally {
    client.dispose();
  }
}

describe('the engine over the wire', () => {
  test('gives the very report that it gives directly', () =>
    withClient(createRunner(), async (client) => {
      const { report, issues, engineMilliseconds } = await client.run('analyse', { scenario: CHECKOUT });
      const values = resolve(CHECKOUT);
      expect(report).toEqual(analyse(values));
      expect(issues).toEqual(values.issues);
      expect(engineMilliseconds).toBeGreaterThanOrEqual(0);
    }));

  test('loads what computes times when there are any, and shows what is known until then', () =>
    withClient(createRunner(), async (client) => {
      const [first, ...others] = CHECKOUT.designs;
      const app = { ...first!.components['app']!, time: { p50: '31 ms', p99: '140 ms' }, errors: '0.1 %' };
      const designs = [{ ...first!, components: { ...first!.components, app } }, ...others];
      const scenario = { ...CHECKOUT, designs };
      const shown: (number | null)[] = [];
      const { report } = await client.run(
        'analyse',
        { scenario },
        {
          onProgress: ({ best }) => {
            if (best !== undefined) shown.push(best.report.designs[0]!.journeys['shoppers']!.success);
          },
        },
      );
      expect(report).toEqual(analyse(resolve(scenario)));
      expect(shown[0]).toBeNull();
      expect(report.designs[0]!.journeys['shoppers']!.latency!.failure).toBeCloseTo(0.001, 12);
      const again = await client.run('analyse', { scenario });
      expect(again.report).toEqual(report);
    }));

  test('gives the frozen figure of the checkout', () =>
    withClient(createRunner(), async (client) => {
      const { report } = await client.run('analyse', { scenario: CHECKOUT });
      expect(report.designs[0]?.journeys['shoppers']?.availability).toBeCloseTo(0.9994970015, 10);
      expect(report.designs[0]?.journeys['shoppers']?.binding?.component).toBe('pay');
    }));

  test('answers curves and workings as the engine does', () =>
    withClient(createRunner(), async (client) => {
      const values = resolve(CHECKOUT);
      const question: CurveQuestion = { question: 'replicas', design: 0, journey: 'shoppers', component: 'app' };
      const figure: Figure = { figure: 'group-availability', design: 0, component: 'app' };
      expect(await client.run('curve', { scenario: CHECKOUT, question })).toEqual(curve(values, question));
      expect(await client.run('explain', { scenario: CHECKOUT, figure })).toEqual(explain(values, figure));
    }));

  test('loads the formulas when a value is one', () =>
    withClient(createRunner(), async (client) => {
      const scenario = {
        format: 'nineboard/1' as const,
        variables: { spare: 1 },
        designs: [
          {
            name: 'today',
            components: {
              people: { kind: 'client' as const },
              app: { kind: 'service' as const, replicas: '1 + spare', up: '90 %' },
            },
            calls: [{ from: 'people', to: 'app' }],
          },
        ],
      };
      const { report, issues } = await client.run('analyse', { scenario });
      expect(issues).toEqual([]);
      expect(report.designs[0]?.journeys['people']?.unavailability).toBeCloseTo(0.01, 12);
    }));

  test('a cached worker answers like a fresh one after any row of edits', () =>
    withClient(createRunner(), async (client) => {
      for (const up of ['99 %', '98 %', '99.9 %', '99 %']) {
        const [first, ...others] = CHECKOUT.designs;
        const app = { ...first!.components['app']!, up };
        const scenario = {
          ...CHECKOUT,
          designs: [{ ...first!, components: { ...first!.components, app } }, ...others],
        };
        const { report } = await client.run('analyse', { scenario });
        expect(report).toEqual(analyse(resolve(scenario)));
      }
    }));
});

describe('what goes wrong in a job', () => {
  const failing =
    (error: unknown): Runner =>
    async () => {
      throw error;
    };

  test('crosses as a code and a message', () =>
    withClient(failing(new JobError({ code: 'formula/too-long', message: 'It is too long.' })), async (client) => {
      await expect(client.run('analyse', { scenario: CHECKOUT })).rejects.toMatchObject({
        code: 'formula/too-long',
        message: 'It is too long.',
      });
    }));

  test('has a code of its own when it is a mistake of the program', () =>
    withClient(failing(new TypeError('x is undefined')), async (client) => {
      await expect(client.run('analyse', { scenario: CHECKOUT })).rejects.toMatchObject({
        code: 'worker/failed',
        message: 'x is undefined',
      });
    }));

  test('is told when an answer cannot be sent', () => {
    const unclonable: Runner = () => Promise.resolve({ report: () => {} } as never);
    return withClient(unclonable, async (client) => {
      await expect(client.run('analyse', { scenario: CHECKOUT })).rejects.toMatchObject({
        code: 'worker/not-cloneable',
      });
    });
  });

  test('a job that is stopped between two breaths says so, and the worker lives on', () => {
    const stop = new AbortController();
    const progress: number[] = [];
    const endless: Runner = async (job, _request, breathe) => {
      if (job === 'analyse') for (let step = 0; ; step++) await breathe({ done: step / (step + 1) });
      return { question: 'fan-out' } as never;
    };
    return withClient(endless, async (client) => {
      const running = client.run(
        'analyse',
        { scenario: CHECKOUT },
        {
          signal: stop.signal,
          onProgress: ({ done }) => {
            progress.push(done);
            if (progress.length === 3) stop.abort();
          },
        },
      );
      await expect(running).rejects.toMatchObject({ code: 'worker/cancelled' });
      expect(progress.slice(0, 3)).toEqual([0, 0.5, 2 / 3]);
      const question: CurveQuestion = { question: 'fan-out', slowProbability: 0.01, callees: 3 };
      expect(await client.run('curve', { scenario: CHECKOUT, question })).toEqual({ question: 'fan-out' });
    });
  });
});
