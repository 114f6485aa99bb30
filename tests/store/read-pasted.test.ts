import { describe, expect, test } from 'vitest';
import { readPasted } from '../../src/store/read-pasted.ts';

const MANY = Array.from({ length: 300_000 }, (_, place) => `${(place % 1000) / 10}`).join('\n');

describe('Pasted measurements', () => {
  test('are read in turns with the page, which is told how far it is', async () => {
    const told: number[] = [];
    let turns = 0;
    const page = setInterval(() => turns++);
    const outcome = await readPasted(MANY, 'ms', {
      onProgress: (share) => told.push(share),
      signal: new AbortController().signal,
    });
    clearInterval(page);
    expect(outcome?.ok === true && outcome.value.count).toBe(300_000);
    expect(told.length).toBeGreaterThan(0);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(turns).toBeGreaterThan(0);
  });

  test('are not read on once that is stopped', async () => {
    const stop = new AbortController();
    const outcome = await readPasted(MANY, 'ms', { onProgress: () => stop.abort(), signal: stop.signal });
    expect(outcome).toBeNull();
  });

  test('say where they cannot be read', async () => {
    const outcome = await readPasted('12\n9x8', 'ms', { onProgress: () => {}, signal: new AbortController().signal });
    expect(outcome?.ok === false && outcome.problem).toMatchObject({ line: 2, column: 2 });
  });
});
