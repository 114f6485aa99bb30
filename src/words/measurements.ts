import type { Measured } from '../model/measured.ts';
import { countText, timeText } from './numbers.ts';

/** What pasted measurements were, and what of them is kept. */
export function measurementsText(measured: Measured): string {
  const { from, count, kept, thinned, shortestSeconds, longestSeconds } = measured;
  const number =
    count === null
      ? `${countText(kept)} percentiles`
      : `${countText(count)} ${count === 1 ? 'measurement' : 'measurements'}`;
  const [shortest, longest] = [timeText(shortestSeconds), timeText(longestSeconds)];
  if (shortest === longest) return `${number}: ${shortest}.`;
  const read = `${number}, from ${shortest} to ${longest}`;
  if (!thinned)
    return from === 'samples' && kept < (count ?? 0) ? `${read}: ${countText(kept)} different times.` : `${read}.`;
  return `${read}. ${countText(kept)} quantiles of them are kept, closest together towards the slowest; what lies between two is drawn through.`;
}

/** A pasted text too long to be shown: "7.0 MB of text". */
export const heldText = (characters: number): string => `${(characters / 1e6).toFixed(1)} MB of text`;
