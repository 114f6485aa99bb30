import { describe, expect, test } from 'vitest';
import { createEngineClient, type WorkerLike } from '../../src/worker/client.ts';
import type { FromWorker, ToWorker } from '../../src/worker/protocol.ts';
import type { Clock } from '../../src/worker/watchdog.ts';
import { CHECKOUT } from '../store/samples.ts';

/** A clock that moves when told to. */
function steppedClock(): Clock & { pass(milliseconds: number): void } {
  let now = 0;
  let timers: { at: number; act: () => void }[] = [];
  return {
    now: () => now,
    after(milliseconds, act) {
      const timer = { at: now + milliseconds, act };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    pass(milliseconds) {
      const end = now + milliseconds;
      for (;;) {
        const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        now = next.at;
        timers = timers.filter((other) => other !== next);
        next.act();
      }
      now = end;
    },
  };
}

class FakeWorker implements WorkerLike {
  readonly received: ToWorker[] = [];
  terminated = false;
  private readonly listeners: { type: string; listener: (event: never) => void }[] = [];

  postMessage(message: ToWorker): void {
    this.received.push(message);
  }
  terminate(): void {
    this.terminated = true;
  }
  addEventListener(type: string, listener: (event: never) => void): void {
    this.listeners.push({ type, listener });
  }
  emit(type: string, event: unknown): void {
    for (const known of this.listeners) if (known.type === type) known.listener(event as never);
  }
  say(message: FromWorker): void {
    this.emit('message', { data: message });
  }
  /** The ids of what it was asked to do. */
  asked(): number[] {
    return this.received.flatMap((message) => (message.type === 'run' ? [message.id] : []));
  }
  pinged(): number {
    return this.received.filter((message) => message.type === 'ping').length;
  }
}

function setUp() {
  const workers: FakeWorker[] = [];
  const clock = steppedClock();
  const client = createEngineClient({
    spawn: () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
    clock,
  });
  const ask = () => client.run('analyse', { scenario: CHECKOUT });
  return { workers, clock, client, ask };
}

const reply = (id: number): FromWorker => ({ type: 'reply', id, reply: `answer ${id}` as never });

describe('the engine client', () => {
  test('gives every caller the answer to its own question', async () => {
    const { workers, ask } = setUp();
    const [first, second] = [ask(), ask()];
    const [worker] = workers;
    const [one, two] = worker!.asked();
    worker!.say(reply(two!));
    worker!.say(reply(one!));
    expect([await first, await second]).toEqual([`answer ${one}`, `answer ${two}`]);
  });

  test('replaces a worker that says nothing, and tells whoever waited', async () => {
    const { workers, clock, ask } = setUp();
    workers[0]!.say({ type: 'ready' });
    const asked = ask();
    clock.pass(299);
    expect(workers[0]!.pinged()).toBe(0);
    clock.pass(1);
    expect(workers[0]!.pinged()).toBe(1);
    clock.pass(300);
    await expect(asked).rejects.toMatchObject({ code: 'worker/hung' });
    expect([workers.length, workers[0]!.terminated]).toEqual([2, true]);
  });

  test('takes every sign of life for one', async () => {
    const { workers, clock, ask } = setUp();
    workers[0]!.say({ type: 'ready' });
    const asked = ask();
    const [id] = workers[0]!.asked();
    for (let second = 0; second < 20; second++) {
      clock.pass(500);
      workers[0]!.say(
        second % 2 === 0 ? { type: 'pong' } : { type: 'progress', id: id!, progress: { done: second / 20 } },
      );
    }
    workers[0]!.say(reply(id!));
    expect(await asked).toBe(`answer ${id}`);
    expect(workers.length).toBe(1);
  });

  test('gives a worker whose code is still on its way more time', () => {
    const { workers, clock, ask } = setUp();
    void ask();
    clock.pass(20_000);
    expect(workers.length).toBe(1);
  });

  test('gives the replacement four seconds, until it has answered quickly', async () => {
    const { workers, clock, ask } = setUp();
    workers[0]!.say({ type: 'ready' });
    const first = ask();
    clock.pass(600);
    await expect(first).rejects.toMatchObject({ code: 'worker/hung' });
    workers[1]!.say({ type: 'ready' });
    const second = ask();
    clock.pass(3900);
    expect(workers.length).toBe(2);
    workers[1]!.say(reply(workers[1]!.asked()[0]!));
    await second;
    const third = ask();
    workers[1]!.say(reply(workers[1]!.asked()[1]!));
    await third;
    const fourth = ask();
    clock.pass(600);
    await expect(fourth).rejects.toMatchObject({ code: 'worker/hung' });
    expect(workers.length).toBe(3);
  });

  test('replaces a worker that crashed, at once and with its reason', async () => {
    const { workers, ask } = setUp();
    const asked = ask();
    workers[0]!.emit('error', { message: 'out of memory' });
    await expect(asked).rejects.toMatchObject({ code: 'worker/crashed', message: 'out of memory' });
    expect(workers.length).toBe(2);
    const again = ask();
    workers[1]!.say(reply(workers[1]!.asked()[0]!));
    await again;
  });

  test('hears nothing from a worker that was replaced', async () => {
    const { workers, ask } = setUp();
    const asked = ask();
    workers[0]!.emit('error', {});
    await expect(asked).rejects.toMatchObject({ code: 'worker/crashed' });
    workers[0]!.say(reply(1));
    workers[0]!.emit('error', {});
    expect(workers.length).toBe(2);
  });

  test('watches nobody while nothing is asked', async () => {
    const { workers, clock, ask } = setUp();
    workers[0]!.say({ type: 'ready' });
    const asked = ask();
    workers[0]!.say(reply(workers[0]!.asked()[0]!));
    await asked;
    clock.pass(100_000);
    expect([workers.length, workers[0]!.pinged()]).toEqual([1, 0]);
  });

  test('lets go of everything when it is disposed of', async () => {
    const { workers, client, ask } = setUp();
    const asked = ask();
    client.dispose();
    await expect(asked).rejects.toMatchObject({ code: 'worker/cancelled' });
    expect(workers[0]!.terminated).toBe(true);
  });
});
