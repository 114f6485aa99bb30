/** A unit as written: its size is `factor` times ten to the `ten`, kept apart so that "120 ms" is exactly 0.12. */
export interface UnitWord {
  readonly of: 'time' | 'request' | 'money' | 'byte';
  readonly factor: number;
  readonly ten: number;
}

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;
const WEEK = 7 * DAY;
/** Rule 13: a month is 730 h and a year 8,760 h. */
export const MONTH = 730 * HOUR;
const YEAR = 8760 * HOUR;

const words = (text: string, of: UnitWord['of'], factor: number, ten = 0): [string, UnitWord][] =>
  text.split(' ').map((word) => [word, { of, factor, ten }]);

/** Every unit word, in lower case but for B: a small b may well be somebody's variable. */
const UNITS: ReadonlyMap<string, UnitWord> = new Map([
  ...words('ns nanosecond nanoseconds', 'time', 1, -9),
  ...words('us microsecond microseconds', 'time', 1, -6),
  ...words('ms msec millisecond milliseconds', 'time', 1, -3),
  ...words('s sec secs second seconds', 'time', 1),
  ...words('m min mins minute minutes', 'time', MINUTE),
  ...words('h hr hrs hour hours', 'time', HOUR),
  ...words('d day days', 'time', DAY),
  ...words('w wk week weeks', 'time', WEEK),
  ...words('mo month months', 'time', MONTH),
  ...words('y yr yrs year years', 'time', YEAR),
  ...words('req reqs request requests call calls msg msgs message messages op ops query queries', 'request', 1),
  ...words('usd dollar dollars', 'money', 1),
  ...words('B byte bytes', 'byte', 1),
  ...words('kb', 'byte', 1, 3),
  ...words('mb', 'byte', 1, 6),
  ...words('gb', 'byte', 1, 9),
  ...words('tb', 'byte', 1, 12),
  ...words('pb', 'byte', 1, 15),
  ...words('kib', 'byte', 2 ** 10),
  ...words('mib', 'byte', 2 ** 20),
  ...words('gib', 'byte', 2 ** 30),
  ...words('tib', 'byte', 2 ** 40),
  ...words('pib', 'byte', 2 ** 50),
]);

/** Words for requests per second in one. */
const RATE_WORDS: ReadonlySet<string> = new Set(['rps', 'qps', 'tps', 'hz']);

/** Powers of ten behind a number. The letters must touch it, and a small m is minutes except of dollars. */
const MULTIPLIERS: ReadonlyMap<string, number> = new Map([
  ['k', 3],
  ['K', 3],
  ['thousand', 3],
  ['M', 6],
  ['million', 6],
  ['G', 9],
  ['bn', 9],
  ['billion', 9],
]);

export const unitWord = (word: string): UnitWord | undefined => UNITS.get(word) ?? UNITS.get(word.toLowerCase());
export const isRateWord = (word: string): boolean => RATE_WORDS.has(word.toLowerCase());
export const multiplierTen = (word: string): number | undefined => MULTIPLIERS.get(word);

/** "Mb" is a megabit to those who know and a megabyte to those who hurry. */
export const mayBeBits = (word: string): boolean => /^[KMGTP]b$/.test(word) || /^[kmgtp]?bits?$/i.test(word);

/** Whether a name could be read as a unit, and so cannot be a variable's. */
export const isUnitName = (name: string): boolean =>
  unitWord(name) !== undefined || isRateWord(name) || name === 'nines';
