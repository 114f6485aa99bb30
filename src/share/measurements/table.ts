import { refused, shownAt, type MeasurementsOutcome } from './measurements.ts';
import { thinned, type Point } from './thin.ts';
import { numberAt, timeAt } from './time-at.ts';

/** "p99.9", "p(95)", "99.9 %", "99th", "median", "max", and figures that are no quantile. */
const NAMED =
  /(?:p\(?(?<p>\d+(?:\.\d+)?)\)?(?![\w%])|(?<percent>\d+(?:\.\d+)?)\s*(?:%|(?:st|nd|rd|th)\b)(?:[-\s]*percentile)?|(?<word>min(?:imum)?|med(?:ian)?|max(?:imum)?|avg|average|mean|st(?:d|andard)?\s*dev(?:iation)?)\b)/iy;
const WORDS: ReadonlyMap<string, number> = new Map([
  ['min', 0],
  ['med', 0.5],
  ['max', 1],
]);
const BETWEEN = /(?:[\s,;|:="']+|#[^\n]*)*/y;

interface Share {
  /** null for what is no quantile, such as a mean. */
  readonly share: number | null;
  /** Whether it is a plain number, which may count in percent. */
  readonly bare: boolean;
  readonly end: number;
}

interface Read extends Point {
  readonly bare: boolean;
  readonly written: string;
  readonly at: number;
}

const skip = (text: string, at: number): number => {
  BETWEEN.lastIndex = at;
  BETWEEN.test(text);
  return BETWEEN.lastIndex;
};

/** Whether a text, from a place on, is a table of percentiles: it begins with one, or says so above, or its shares rise. */
export function isTable(text: string, start: number): boolean {
  const first = shareAt(text, skip(text, start));
  if (first !== null && !first.bare) return true;
  if (/percentile|quantile/i.test(text.slice(0, start))) return true;
  const lines = text
    .slice(start, start + 50_000)
    .trim()
    .split(/\s*\n\s*/);
  const pairs = lines.map((line) => line.split(/[\s,;]+/).map(Number));
  return (
    lines.length > 1 &&
    pairs.every(
      ([share = -1, time = -1, ...rest], index) =>
        rest.length === 0 && share >= 0 && share <= 1 && time >= 0 && (index === 0 || share > pairs[index - 1]![0]!),
    )
  );
}

/** Reads pairs of a percentile and a time. Means and deviations beside them are passed over. */
export function readTable(text: string, start: number, unit: string): MeasurementsOutcome {
  const read: Read[] = [];
  for (let at = skip(text, start); at < text.length;) {
    const share = shareAt(text, at);
    if (share === null)
      return refused('table', text, at, `${shownAt(text, at)} is no percentile. Write one such as p99, 99 % or 0.99`);
    const timeStart = skip(text, share.end);
    const time = timeAt(text, timeStart, unit);
    if (time === null)
      return refused('table', text, timeStart, 'A time belongs here, with a unit such as 12 ms or without');
    if ('problem' in time) return refused('wrong-time', text, time.at, time.problem);
    if (share.share !== null)
      read.push({ share: share.share, bare: share.bare, seconds: time.seconds, written: time.written, at });
    at = skip(text, time.end);
  }
  return tableOf(text, inShares(read));
}

/** Plain numbers beyond 1 say that plain numbers count in percent. */
function inShares(read: readonly Read[]): readonly Read[] {
  const percent = read.some(({ bare, share }) => bare && share > 1);
  return percent ? read.map((each) => (each.bare ? { ...each, share: each.share / 100 } : each)) : read;
}

function tableOf(text: string, read: readonly Read[]): MeasurementsOutcome {
  const wrong = read.find(({ share }) => share > 1);
  if (wrong !== undefined) return refused('table', text, wrong.at, 'A percentile is 100 % at most');
  const sorted = read.toSorted((a, b) => a.share - b.share);
  const last = sorted.at(-1);
  if (last === undefined || last.share === 0)
    return refused('empty', text, 0, 'There is no percentile here. Write one such as p99 12 ms');
  for (const [index, point] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before === undefined) continue;
    if (point.share === before.share)
      return refused('table', text, Math.max(point.at, before.at), 'This percentile stands twice. Leave one out');
    if (point.seconds < before.seconds)
      return refused('table', text, point.at, 'A higher percentile has a shorter time. Their times rise together');
  }
  const kept = thinned(sorted);
  return {
    ok: true,
    value: {
      time: { quantiles: Object.fromEntries(kept.map(({ share, written }) => [`${share}`, written])) },
      from: 'table',
      count: null,
      kept: kept.length,
      thinned: kept.length < sorted.length,
      shortestSeconds: sorted[0]!.seconds,
      longestSeconds: last.seconds,
    },
  };
}

function shareAt(text: string, at: number): Share | null {
  NAMED.lastIndex = at;
  const named = NAMED.exec(text)?.groups;
  const end = NAMED.lastIndex;
  if (named === undefined) {
    const number = numberAt(text, at);
    return number === null || Number(number.digits) < 0
      ? null
      : { share: Number(number.digits), bare: true, end: number.end };
  }
  const { p, percent, word } = named;
  if (word !== undefined) return { share: WORDS.get(word.slice(0, 3).toLowerCase()) ?? null, bare: false, end };
  // "p999" is said for p99.9.
  const digits =
    p !== undefined && p.length > 2 && !p.includes('.') && p !== '100'
      ? `${p.slice(0, 2)}.${p.slice(2)}`
      : (p ?? percent);
  return { share: shareOf(digits ?? ''), bare: false, end };
}

/** "99.9" in percent as a share, on its digits. */
const shareOf = (percent: string): number => Number(`${percent}e-2`);
