import { describe, expect, test } from 'vitest';
import { latestOnly, type Asked } from '../../src/worker/latest.ts';
import { JobError } from '../../src/worker/protocol.ts';

interface Call {
  readonly request: string;
  readonly signal: AbortSignal;
  resolve(reply: string): void;
  reject(error: JobError): void;
}

function setUp() {
  const calls: Call[] = [];
  const answers: string[] = [];
  const failures: string[] = [];
  const latest = latestOnly<string, string>(
    (request, signal) => new Promise((resolve, reject) => calls.push({ request, signal, resolve, reject })),
    {
      answer: ({ request }: Asked<string>, reply) => answers.push(`${request}: ${reply}`),
      failure: ({ request }: Asked<string>, { code }) => failures.push(`${request}: ${code}`),
    },
  );
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return { calls, answers, failures, latest, settled };
}

describe('asking for the latest only', () => {
  test('has one under way and keeps the newest waiting', async () => {
    const { calls, answers, latest, settled } = setUp();
    for (const request of ['a', 'b', 'c', 'd']) latest.ask({ request, edit: 1 });
    expect(calls.map(({ request }) => request)).toEqual(['a']);
    calls[0]!.resolve('1');
    await settled();
    expect(calls.map(({ request }) => request)).toEqual(['a', 'd']);
    calls[1]!.resolve('2');
    await settled();
    expect(answers).toEqual(['a: 1', 'd: 2']);
  });

  test('drops a late answer to an older edit, and stops working on it', async () => {
    const { calls, answers, latest, settled } = setUp();
    latest.ask({ request: 'old', edit: 1 });
    latest.ask({ request: 'new', edit: 2 });
    expect(calls[0]!.signal.aborted).toBe(true);
    calls[0]!.resolve('late');
    await settled();
    calls[1]!.resolve('right');
    await settled();
    expect(answers).toEqual(['new: right']);
  });

  test('goes on to the next moment of a drag once there is something to show', async () => {
    const { calls, answers, latest, settled } = setUp();
    latest.ask({ request: 'a', edit: 1 });
    latest.ask({ request: 'b', edit: 1 });
    expect(calls[0]!.signal.aborted).toBe(false);
    latest.enough();
    expect(calls[0]!.signal.aborted).toBe(true);
    calls[0]!.reject(new JobError({ code: 'worker/cancelled', message: '' }));
    await settled();
    latest.enough();
    expect(calls[1]!.signal.aborted).toBe(false);
    latest.ask({ request: 'c', edit: 1 });
    expect(calls[1]!.signal.aborted).toBe(true);
    calls[1]!.reject(new JobError({ code: 'worker/cancelled', message: '' }));
    await settled();
    calls[2]!.resolve('1');
    await settled();
    expect(answers).toEqual(['c: 1']);
  });

  test('does not start the next before the one that was stopped has ended', async () => {
    const { calls, failures, latest, settled } = setUp();
    latest.ask({ request: 'old', edit: 1 });
    latest.ask({ request: 'new', edit: 2 });
    await settled();
    expect(calls.length).toBe(1);
    calls[0]!.reject(new JobError({ code: 'worker/cancelled', message: '' }));
    await settled();
    expect(calls.map(({ request }) => request)).toEqual(['old', 'new']);
    expect(failures).toEqual([]);
  });

  test('tells of a failure and goes on with what waits', async () => {
    const { calls, failures, answers, latest, settled } = setUp();
    latest.ask({ request: 'a', edit: 1 });
    latest.ask({ request: 'b', edit: 2 });
    calls[0]!.reject(new JobError({ code: 'worker/hung', message: '' }));
    await settled();
    calls[1]!.resolve('fine');
    await settled();
    expect(failures).toEqual(['a: worker/hung']);
    expect(answers).toEqual(['b: fine']);
  });

  test('forgets what waits when it is stopped', async () => {
    const { calls, answers, latest, settled } = setUp();
    latest.ask({ request: 'a', edit: 1 });
    latest.ask({ request: 'b', edit: 1 });
    latest.stop();
    calls[0]!.resolve('1');
    await settled();
    expect(calls.length).toBe(1);
    expect(answers).toEqual([]);
  });
});
