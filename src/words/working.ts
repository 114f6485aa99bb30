import type { Explanation, ExplanationInput, FormulaId } from '../model/report.ts';
import { FORMULA_TEMPLATES } from './formulas.ts';
import { LOAD_WRITE } from './load-working.ts';
import { UNKNOWN } from './numbers.ts';
import { raised } from './rounding.ts';
import {
  inputsOf,
  meaning,
  owner,
  part,
  power,
  WITH,
  withoutPath,
  words,
  type Inputs,
  type Naming,
  type Write,
} from './working-inputs.ts';
import { inputText, resultText, type WorkingPart } from './working-numbers.ts';

export type { WorkingPart } from './working-numbers.ts';

/** One line of a working, in pieces. */
export type WorkingLine = readonly WorkingPart[];

/** What takes a group down, as the formula's symbols say it. */
const CAUSE_MEANS: Readonly<Record<string, string>> = {
  replicas: 'too few of its replicas are up',
  common: 'all replicas fail together',
  takeover: 'a spare is taking over',
  planned: 'it is down as planned',
};

/** The line with the field's own writing first, then with the bare number, where the two differ. */
function twice(inputs: Inputs, symbol: string, line: (q: readonly WorkingPart[]) => WorkingPart[]): WorkingPart[][] {
  const written = inputs.asWritten(symbol);
  const lines = [line(written)];
  // The second line repeats numbers that lead to their fields already.
  if (written.length > 1) lines.push(line([inputs.number(symbol)]).map(withoutPath));
  return lines;
}

const tail = (inputs: Inputs, chance: readonly WorkingPart[]): WorkingPart[] => [
  words('Σ C('),
  inputs.number('n'),
  words(', j) · '),
  ...chance,
  power(words('j')),
  words(' · (1 − '),
  ...chance.map(withoutPath),
  words(')'),
  power(words(`${inputs.number('n').text}−j`)),
];

const from = ({ number }: Inputs): WorkingPart[] => [
  words('j from '),
  number('n'),
  words(' − '),
  number('k'),
  words(' + 1 to '),
  number('n'),
];

/** Those of a list that can be down at all; all of them where none can. */
function thatFail(list: readonly ExplanationInput[]): readonly ExplanationInput[] {
  const failing = list.filter((input) => input.value > 0);
  return failing.length > 0 ? failing : list;
}

const factors = ({ list }: Inputs): WorkingPart[] =>
  thatFail(list).flatMap((input, index) => [
    words(index === 0 ? '(1 − ' : ' × (1 − '),
    part(input, inputText(input)),
    words(')'),
  ]);

const SHARE_MEANS = [
  ['Q', 'the chance that it is down'],
  ['B', 'the chance that everything then hangs on it'],
  ['u', 'the chance that a request fails'],
] as const;

/** What keeps a request from being answered well and in time, as the formula's symbols say it. */
const LATE_MEANS: Readonly<Record<string, string>> = {
  u: 'requests that meet an outage',
  f: 'of the others, those that end with an error or a timeout',
  l: 'of the good answers, those that come later',
};

const WRITE: Readonly<Record<FormulaId, Write>> = {
  ...LOAD_WRITE,
  single: (inputs) => twice(inputs, 'q', (q) => [words('1 − '), ...q]),
  'one-of-n': (inputs) => twice(inputs, 'q', (q) => [words('1 − '), ...q, power(inputs.number('n'))]),
  'k-of-n': (inputs) => [
    ...twice(inputs, 'q', (q) => [words('1 − '), ...tail(inputs, q)]),
    [words(WITH), ...from(inputs)],
  ],
  'k-of-n-common-cause': (inputs) => [
    [words('1 − β · q − (1 − β · q) · '), ...tail(inputs, [words('p')])],
    [
      words(WITH),
      ...from(inputs),
      words(', β = '),
      inputs.number('beta'),
      words(', q = '),
      ...inputs.asWritten('q'),
      words(', p = (1 − β) · q'),
    ],
  ],
  causes: (inputs, name) => [
    factors(inputs),
    ...thatFail(inputs.list).map((input) =>
      meaning(part(input, inputText(input)), CAUSE_MEANS[input.symbol] ?? `${owner(input, name)} is down`),
    ),
  ],
  dealt: (inputs, name) => [
    [words('Every state of its domains is counted by its chance.')],
    ...inputs.list.map((input) => [
      words(`With ${input.symbol === 'up' ? 'all of them up' : `${owner(input, name)} down`} it is down `),
      part(input, input.value === 1 ? 'always' : inputText(input)),
      words(input.value === 1 ? '' : ' of the time'),
    ]),
  ],
  series: (inputs) => [factors(inputs)],
  'decision-diagram': (inputs, name) => [
    [
      words(
        'Some parts are shared or stand in for each other, so every state that fails is counted once, by its chance.',
      ),
    ],
    ...thatFail(inputs.list).map((input) => [
      words(`${owner(input, name)} is down `),
      part(input, inputText(input)),
      words(' of the time'),
    ]),
  ],
  downtime: (inputs) => [[inputs.number('u'), words(' × '), inputs.number('year')]],
  nines: (inputs) => [[words('−log₁₀ '), inputs.number('u')]],
  share: (inputs) =>
    SHARE_MEANS.map(([symbol, meaning]) => [words(`${symbol} = `), inputs.number(symbol), words(`, ${meaning}`)]),
  usl: (inputs) => {
    const n = inputs.number('N');
    return [
      [
        n,
        words(' / (1 + '),
        inputs.number('sigma'),
        words(' · ('),
        n,
        words(' − 1) + '),
        inputs.number('kappa'),
        words(' · '),
        n,
        words(' · ('),
        n,
        words(' − 1))'),
      ],
    ];
  },
  'fan-out': (inputs) => [[words('1 − (1 − '), inputs.number('p'), words(')'), power(inputs.number('N'))]],
  'latency-quantile': ({ number }) => [
    [words('the smallest t with Σ P(state) · F(t) ≥ '), number('q'), words(' × (1 − '), number('U'), words(')')],
    meaning(withoutPath(number('U')), 'requests that are not answered well, outages included'),
  ],
  'good-within': (inputs) => [
    factors(inputs),
    ...thatFail(inputs.list).map((input) =>
      meaning(part(input, inputText(input)), LATE_MEANS[input.symbol] ?? input.symbol),
    ),
  ],
  success: ({ number }) => [
    [words('(1 − '), number('U'), words(') / (1 − '), number('u'), words(')')],
    meaning(withoutPath(number('U')), 'requests that are not answered well, outages included'),
    meaning(withoutPath(number('u')), 'requests that meet an outage'),
  ],
};

/** The working line by line, from the numbers as their fields say them to what comes out. */
export function workingParts(explanation: Explanation, name: Naming = ({ id }) => id): WorkingLine[] {
  if (Number.isNaN(explanation.result.value)) return [[words(UNKNOWN)]];
  const lines = WRITE[explanation.formula](inputsOf(explanation), name);
  const result: WorkingPart = { text: resultText(explanation), path: null, strong: true };
  const calculation = lines.map((line, index) => (index === 0 || !goesOn(explanation, line) ? line : after(line)));
  const end = after([result]);
  // One replica's working says its result already.
  const isSaid = calculation.length > 1 && workingText(calculation.at(-1) ?? []) === workingText(end);
  return [...(isSaid ? calculation.slice(0, -1) : calculation), end];
}

const after = (line: WorkingLine): WorkingLine => [words('= '), ...line];

/** Formulas whose lines say what is put in, one sentence each. */
const IN_SENTENCES: ReadonlySet<FormulaId> = new Set(['decision-diagram', 'dealt', 'share']);

/** Whether a line goes on with the calculation above it, rather than saying what something stands for. */
const goesOn = ({ formula }: Explanation, line: WorkingLine): boolean =>
  !IN_SENTENCES.has(formula) && line[0]?.text !== WITH;

/** One line as plain text, exponents raised: "1 − (1 − 99 %)³". */
export const workingText = (line: WorkingLine): string =>
  line.map((each) => (each.raised ? (raised(each.text) ?? `^(${each.text})`) : each.text)).join('');

/** The working in three texts: the formula, the numbers put in, what comes out. */
export function workingLines(
  explanation: Explanation,
  name?: Naming,
): { readonly formula: string; readonly substituted: string; readonly result: string } {
  const lines = workingParts(explanation, name).map(workingText);
  return {
    formula: FORMULA_TEMPLATES[explanation.formula].text,
    substituted: lines.slice(0, -1).join(' '),
    result: (lines.at(-1) ?? '').replace(/^= /, ''),
  };
}
