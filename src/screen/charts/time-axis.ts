// Where the axes of charts about times begin, end and have their numbers: reshaped, never a new quantity.

const STEPS = [1, 2, 5, 10];

/** The next of 1, 2, 5, 10 … at or above a value. */
export function stepAbove(value: number): number {
  const decade = 10 ** Math.floor(Math.log10(value));
  return (STEPS.find((step) => step * decade >= value * (1 - 1e-9)) ?? 10) * decade;
}

/** The next of them at or below it. */
export function stepBelow(value: number): number {
  const decade = 10 ** Math.floor(Math.log10(value));
  return (STEPS.findLast((step) => step * decade <= value * (1 + 1e-9)) ?? 1) * decade;
}

/** Powers of ten from one end of a log axis to the other, with 2 and 5 between them where they are few. */
export function logTicks(from: number, to: number): number[] {
  const [first, last] = [Math.floor(Math.log10(from)) - 1, Math.ceil(Math.log10(to))];
  const powers = Array.from({ length: last - first + 1 }, (_, place) => 10 ** (first + place));
  const inside = (tick: number): boolean => tick >= from * (1 - 1e-9) && tick <= to * (1 + 1e-9);
  const tens = powers.filter(inside);
  if (tens.length > 6) return tens.filter((_, place) => place % Math.ceil(tens.length / 6) === 0);
  return tens.length > 2 ? tens : powers.flatMap((power) => [power, 2 * power, 5 * power]).filter(inside);
}

/** From 0 to a round end in steps that are round too: in thirds up to 1.5, 3 or 6, in quarters up to any other. */
export function evenTicks(end: number): number[] {
  const thirds = [1.5, 3, 6].some((round) => Math.abs(round - end / 10 ** Math.floor(Math.log10(end))) < 1e-6);
  const steps = thirds ? 3 : 4;
  return Array.from({ length: steps + 1 }, (_, step) => (step * end) / steps);
}

interface Point {
  readonly x: number;
  /** Null where nothing is drawn. */
  readonly y: number | null;
}

/** How high a line that is drawn stands above x: where a mark on it belongs. */
export function heightAt(points: readonly Point[], x: number): number {
  const after = points.findIndex((point) => point.x >= x);
  const high = points[after] ?? points.at(-1);
  const [low, end] = [points[after - 1]?.y ?? null, high?.y ?? 0];
  const from = points[after - 1]?.x ?? x;
  if (low === null || after < 0 || high === undefined || high.x === from) return end;
  return low + ((end - low) * (x - from)) / (high.x - from);
}
