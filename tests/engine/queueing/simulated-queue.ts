import type { Queue } from '../../../src/engine/queueing/mmc.ts';
import { randomFrom } from '../../../src/engine/numeric/random.ts';

const WARM = 20_000;
const COUNTED = 600_000;

/** The waits of requests that arrive at random, each served by whoever is free first. */
export function simulatedWaits(
  { arrivalsPerSecond, servers }: Queue,
  service: (draw: () => number) => number,
  seed: number,
): number[] {
  const draw = randomFrom(seed);
  const freeAt = Array.from({ length: servers }, () => 0);
  const waits: number[] = [];
  let now = 0;
  for (let request = 0; request < WARM + COUNTED; request++) {
    now -= Math.log(draw()) / arrivalsPerSecond;
    let first = 0;
    for (let i = 1; i < servers; i++) if (freeAt[i]! < freeAt[first]!) first = i;
    const start = Math.max(now, freeAt[first]!);
    freeAt[first] = start + service(draw);
    if (request >= WARM) waits.push(start - now);
  }
  return waits;
}
