import { refused, shownAt, type MeasurementsOutcome, type Refused } from './measurements.ts';
import { thinned, type Point } from './thin.ts';
import { numberAt, timeAt } from './time-at.ts';

/** The head of a percentile distribution as HdrHistogram and the tools that use it print it, also as CSV. */
const HEAD = /^[ \t"]*Value[\s",]+Percentile[\s",]+Total_?Count.*$/im;
const CELLS = /[^\s,"]+/g;
/** "#[Max = 86.067, Total count = 100]": what stands below the table. */
const FOOT = /^\s*#\[/;
const COLUMNS = ['value', 'percentile', 'total count', '1/(1-percentile)'];

export const isHistogram = (text: string): boolean => HEAD.test(text);

interface Row {
  readonly seconds: number;
  readonly percentile: number;
  readonly count: number;
}

interface Rows {
  readonly rows: readonly Row[];
  readonly end: number;
}

/** Reads the table below the head, up to what stands below it. Its values are in the unit that was named. */
export function readHistogram(text: string, unit: string): MeasurementsOutcome {
  const read = rowsOf(text, unit);
  if ('ok' in read) return read;
  const { rows, end } = read;
  const last = rows.at(-1);
  if (last === undefined) return refused('empty', text, end, 'There are no rows below the head. Paste the whole table');
  const said = /Total count\s*=\s*(\d+)/i.exec(text.slice(end))?.[1];
  const total = last.percentile === 1 ? last.count : said === undefined ? null : Number(said);
  const points = pointsOf(rows, total);
  const kept = thinned(points);
  return {
    ok: true,
    value: {
      time: { quantiles: Object.fromEntries(kept.map(({ share, seconds }) => [`${share}`, seconds])) },
      from: 'histogram',
      count: total,
      kept: kept.length,
      thinned: kept.length < points.length,
      shortestSeconds: rows[0]!.seconds,
      longestSeconds: last.seconds,
    },
  };
}

/**
 * A row says that its percentile has its value, and that a share of its count over the total is no slower: two points.
 * A percentile that rounding has put at or below the share before it says nothing new.
 */
function pointsOf(rows: readonly Row[], total: number | null): Point[] {
  const points: Point[] = [];
  const add = (share: number, seconds: number): void => {
    if (share > (points.at(-1)?.share ?? -1)) points.push({ share, seconds });
  };
  for (const { percentile, count, seconds } of rows) {
    add(percentile, seconds);
    if (total !== null && total > 0) add(Math.min(count / total, 1), seconds);
  }
  return points;
}

function rowsOf(text: string, unit: string): Rows | Refused {
  const head = HEAD.exec(text)!;
  const rows: Row[] = [];
  let at = head.index + head[0].length + 1;
  for (const line of text.slice(at).split('\n')) {
    if (FOOT.test(line)) break;
    if (line.trim() !== '') {
      const row = rowOf(text, at, line, rows.at(-1), unit);
      if ('ok' in row) return row;
      rows.push(row);
    }
    at += line.length + 1;
  }
  return { rows, end: at };
}

function rowOf(text: string, start: number, line: string, before: Row | undefined, unit: string): Row | Refused {
  const cells = [...line.matchAll(CELLS)].map((match) => ({ text: match[0], at: start + match.index }));
  const wrong = (at: number, what: string): Refused => refused('histogram', text, at, what);
  if (cells.length < 3)
    return wrong(
      start + line.trimEnd().length,
      'A row has a value, a percentile and a total count. One is missing here',
    );
  if (cells.length > COLUMNS.length)
    return wrong(cells[COLUMNS.length]!.at, 'A row has four columns at most. Take this out');
  const time = timeAt(cells[0]!.text, 0, unit);
  const row: readonly number[] = [
    time !== null && 'seconds' in time ? time.seconds : Number.NaN,
    plainNumber(cells[1]!.text),
    plainNumber(cells[2]!.text),
  ];
  const [seconds, percentile, count] = row as [number, number, number];
  const unread = row.findIndex((number) => !(number >= 0));
  if (unread !== -1) {
    return wrong(
      cells[unread]!.at,
      `${shownAt(cells[unread]!.text, 0)} is no ${COLUMNS[unread]}. Write a number of 0 or more`,
    );
  }
  if (percentile > 1)
    return wrong(cells[1]!.at, `${cells[1]!.text} is more than 1. A percentile of such a table is a share`);
  if (!Number.isInteger(count)) return wrong(cells[2]!.at, `${cells[2]!.text} is no whole number of measurements`);
  const falls =
    before === undefined
      ? -1
      : [before.seconds, before.percentile, before.count].findIndex((number, column) => number > row[column]!);
  if (falls !== -1)
    return wrong(cells[falls]!.at, `The ${COLUMNS[falls]} is less than in the row before. It rises from row to row`);
  return { seconds, percentile, count };
}

function plainNumber(text: string): number {
  const number = numberAt(text, 0);
  return number?.end === text.length ? Number(number.digits) : Number.NaN;
}
