import type { Time } from '../../model/scenario.ts';
import { refused, shownAt, type MeasurementsOutcome, type MeasurementsReading } from './measurements.ts';
import { MOST_POINTS, ranksKept } from './thin.ts';
import { timeAt } from './time-at.ts';

/** Up to so many are kept as they are, and so many different ones as a mixture of them. */
const MOST_SAMPLES = 200;
const MOST_VALUES = 100;

/** After so many a reader may show how far it is. */
const STEP = 50_000;

const BETWEEN = /(?:[\s,;|[\]"']+|#[^\n]*)*/y;

/** Reads single times from a place on: numbers with or without a unit, between whatever parts them. */
export function* readSamples(text: string, start: number, unit: string): MeasurementsReading {
  const skip = (at: number): number => {
    BETWEEN.lastIndex = at;
    BETWEEN.test(text);
    return BETWEEN.lastIndex;
  };
  let times = new Float64Array(1024);
  let count = 0;
  for (let at = skip(start); at < text.length;) {
    const time = timeAt(text, at, unit);
    if (time === null)
      return refused(
        'no-time',
        text,
        at,
        `${shownAt(text, at)} is no time. Write numbers, with a unit such as 12 ms or without`,
      );
    if ('problem' in time) return refused('wrong-time', text, time.at, time.problem);
    if (count === times.length) times = grown(times);
    times[count++] = time.seconds;
    at = skip(time.end);
    if (count % STEP === 0) yield at / text.length;
  }
  if (count === 0)
    return refused('empty', text, 0, 'There is no number here. Paste times, with a unit such as 12 ms or without');
  return measured(times.subarray(0, count).sort());
}

function grown(times: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(2 * times.length);
  larger.set(times);
  return larger;
}

function measured(sorted: Float64Array): MeasurementsOutcome {
  const count = sorted.length;
  const counts = countsOf(sorted);
  const [time, kept] = timeOf(sorted, counts);
  return {
    ok: true,
    value: {
      time,
      from: 'samples',
      count,
      kept,
      thinned: count >= MOST_POINTS && counts === null,
      shortestSeconds: sorted[0]!,
      longestSeconds: sorted[count - 1]!,
    },
  };
}

/** How often each time was measured; null where there are too many different ones. */
function countsOf(sorted: Float64Array): ReadonlyMap<number, number> | null {
  const counts = new Map<number, number>();
  for (const seconds of sorted) {
    counts.set(seconds, (counts.get(seconds) ?? 0) + 1);
    if (counts.size > MOST_VALUES) return null;
  }
  return counts;
}

function timeOf(sorted: Float64Array, counts: ReadonlyMap<number, number> | null): [Time, kept: number] {
  const n = sorted.length;
  if (n <= MOST_SAMPLES) return [{ samples: [...sorted] }, n];
  if (counts !== null)
    return [{ mixture: Array.from(counts, ([time, times]) => ({ weight: times / n, time })) }, counts.size];
  const ranks = ranksKept(n, MOST_POINTS - 1);
  const digits = Math.ceil(Math.log10(n)) + 2;
  const shares = ranks.map((rank): [string, number] => [`${Number((rank / n).toFixed(digits))}`, sorted[rank - 1]!]);
  return [{ quantiles: Object.fromEntries([['0', sorted[0]!], ...shares]) }, ranks.length + 1];
}
