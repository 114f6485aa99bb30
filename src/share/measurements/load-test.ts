import type { LoadPoint } from '../../model/usl-fit.ts';
import { refused, shownAt, type Refused } from './measurements.ts';
import { numberAt } from './time-at.ts';

/** Two columns of a load test, row by row. */
type LoadTestOutcome = { readonly ok: true; readonly value: readonly LoadPoint[] } | Refused;

/** More rows than any load test has loads: what is longer is a log. */
const MOST_ROWS = 10_000;

/** What parts two numbers, and a remark up to the end of its line. */
const BETWEEN = /(?:[ \t\r,;|:"']|#[^\n]*)*/y;
const HEAD = /^\ufeff?\s*(?:#[^\n]*\n\s*)*[^\d\n]*\p{L}[^\n]*/u;
/** A number that is followed by more of a word. */
const GOES_ON = /[^\s,;|:"'#]/y;

/**
 * Reads a load test: on every line a load (users, processors, replicas) and the throughput under it, parted by whatever
 * it be. A first line of words is passed over, and so are empty lines. Never throws.
 */
export function readLoadTest(text: string): LoadTestOutcome {
  const points: LoadPoint[] = [];
  let at = HEAD.exec(text)?.[0].length ?? (text.startsWith('\ufeff') ? 1 : 0);
  for (const line of text.slice(at).split('\n')) {
    const row = rowOf(text, at, at + line.length);
    if ('ok' in row) return row;
    if (row.length > 0) points.push({ load: row[0]!, throughput: row[1]! });
    if (points.length > MOST_ROWS)
      return refused(
        'too-many',
        text,
        at,
        `There are more than ${MOST_ROWS} rows. Put the mean of each load in its place`,
      );
    at += line.length + 1;
  }
  if (points.length === 0)
    return refused('empty', text, 0, 'There is no number here. Write a load and its throughput on every line');
  return { ok: true, value: points };
}

/** The two numbers of a line, none of an empty one. */
function rowOf(text: string, start: number, end: number): readonly number[] | Refused {
  const numbers: number[] = [];
  for (let at = skipped(text, start); at < end;) {
    if (numbers.length === 2)
      return refused(
        'load-test',
        text,
        at,
        numberAt(text, at) === null
          ? `${shownAt(text, at)} stands behind the two numbers of a line. Leave units and words out`
          : 'A third number stands here; a line has two. Write 1000 without a comma, and 0.5 with a point',
      );
    const number = numberAt(text, at);
    if (number === null || continues(text, number.end))
      return refused('load-test', text, at, `${shownAt(text, at)} is no number`);
    const value = Number(number.digits);
    if (!(value > 0 && Number.isFinite(value)))
      return refused('load-test', text, at, `${number.digits} is no number above 0`);
    numbers.push(value);
    at = skipped(text, number.end);
  }
  if (numbers.length === 1)
    return refused(
      'load-test',
      text,
      start + text.slice(start, end).trimEnd().length,
      'One of the two columns ends here: a line has a load and a throughput',
    );
  return numbers;
}

const skipped = (text: string, at: number): number => {
  BETWEEN.lastIndex = at;
  BETWEEN.test(text);
  return BETWEEN.lastIndex;
};

const continues = (text: string, at: number): boolean => {
  GOES_ON.lastIndex = at;
  return GOES_ON.test(text);
};
