import type { ExplanationInput, FormulaId, LoadFigure } from '../model/report.ts';
import type { ComponentLoad } from '../model/report-load.ts';
import { countText, percentText, rateText, timeText } from './numbers.ts';
import {
  meaning,
  owner,
  part,
  withoutPath,
  words,
  WITH,
  type Inputs,
  type Naming,
  type Write,
} from './working-inputs.ts';
import { inputText, type WorkingPart } from './working-numbers.ts';

type LoadFormula = Extract<FormulaId, 'rate' | 'concurrency' | 'utilisation' | 'replicas-needed' | `wait-${string}`>;

const TIMES = words(' × ');

/** Each call to it: the caller's rate, and what each of its requests makes of that. */
function callsTo({ list }: Inputs): ExplanationInput[][] {
  const starts = list.flatMap(({ symbol }, place) => (symbol === 'λ' ? [place] : []));
  return starts.map((start, nth) => list.slice(start, starts[nth + 1]));
}

const written = (input: ExplanationInput): WorkingPart => part(input, inputText(input));

function rateLines(inputs: Inputs, name: Naming): WorkingPart[][] {
  const calls = callsTo(inputs);
  const sum = calls.flatMap(([rate, ...factors], nth) => [
    ...(nth === 0 ? [] : [words(' + ')]),
    ...[rate!, ...factors].flatMap((input, place) => [...(place === 0 ? [] : [TIMES]), written(input)]),
  ]);
  return [
    sum,
    ...calls.flatMap(([rate, ...factors]) => {
      const attempts = factors.find(({ symbol }) => symbol === 'a');
      return [
        meaning(
          withoutPath(written(rate!)),
          `${rate!.path === null ? 'what comes to' : 'sent by'} ${owner(rate!, name)}`,
        ),
        ...(attempts === undefined
          ? []
          : [
              meaning(
                written(attempts),
                'requests sent for each of them, retries and those that do not come so far counted',
              ),
            ]),
      ];
    }),
  ];
}

/** What a hold is made of, where that is more than the time as it is written. */
function holdLine(inputs: Inputs): WorkingPart[] {
  const { has, number } = inputs;
  const hold = withoutPath(number('S'));
  if (!has('own')) return meaning(hold, 'how long a request holds a worker');
  return [
    words(WITH),
    hold,
    words(' = '),
    number('own'),
    words(' of own work'),
    ...(has('stretch')
      ? [
          TIMES,
          number('stretch'),
          words(' as '),
          withoutPath(number('replicas')),
          words(' replicas contend and coordinate'),
        ]
      : []),
    ...(has('behind') ? [words(' + '), number('behind'), words(' until its calls have answered')] : []),
  ];
}

const erlang = ({ number }: Inputs): WorkingPart[] => [
  number('C'),
  TIMES,
  number('S'),
  words(' / ('),
  number('c'),
  words(' − '),
  number('a'),
  words(')'),
];

const erlangMeanings = ({ number }: Inputs): WorkingPart[][] => [
  meaning(withoutPath(number('C')), 'who waits at all, by Erlang’s C'),
  meaning(withoutPath(number('c')), 'workers that take from one queue'),
  meaning(withoutPath(number('a')), 'how many of them are busy on average'),
];

/** The workings of figures about load. */
export const LOAD_WRITE: Readonly<Record<LoadFormula, Write>> = {
  rate: rateLines,
  concurrency: ({ number }) => [
    [number('lambda'), TIMES, number('W')],
    meaning(withoutPath(number('W')), 'how long a request is in it, with its waits and all that it waits for'),
  ],
  utilisation: (inputs) => {
    const { number } = inputs;
    return [
      [number('lambda'), TIMES, number('S'), words(' / ('), number('c'), TIMES, number('N'), words(')')],
      holdLine(inputs),
      meaning(withoutPath(number('c')), 'workers of each replica'),
    ];
  },
  'replicas-needed': (inputs) => {
    const { number } = inputs;
    return [
      [number('lambda'), words(' / ('), number('c'), TIMES, number('rho'), words(' / '), number('S'), words(')')],
      [withoutPath(number('lambda')), words(' / '), number('each'), words(', what one replica carries')],
      [number('exact'), words(', rounded up')],
      holdLine(inputs),
    ];
  },
  'wait-mmc': (inputs) => [erlang(inputs), ...erlangMeanings(inputs)],
  'wait-mg1': ({ number }) => [
    [
      number('rho'),
      TIMES,
      number('S'),
      words(' / (1 − '),
      withoutPath(number('rho')),
      words(') × (1 + '),
      number('v'),
      words(') / 2'),
    ],
    meaning(withoutPath(number('rho')), 'how busy the worker is'),
    meaning(withoutPath(number('v')), 'how variable its work is: the variance over the squared mean'),
  ],
  'wait-mgc': (inputs) => {
    const { number } = inputs;
    return [
      [...erlang(inputs), TIMES, number('k')],
      ...erlangMeanings(inputs),
      meaning(withoutPath(number('k')), 'Kimura’s correction for work of another variability, an approximation'),
    ];
  },
  'wait-bounded': ({ number }) => [
    [number('Q'), words(' / ('), number('lambda'), words(' × (1 − '), number('B'), words('))')],
    meaning(withoutPath(number('Q')), 'how many wait on average'),
    meaning(withoutPath(number('B')), 'turned away because the queue is full'),
  ],
};

/** The figures of a component's load that there is anything to work out of, each with its finding. */
export function loadWorkings(load: ComponentLoad): { readonly figure: LoadFigure; readonly title: string }[] {
  const { ratePerSecond, concurrency, utilisation, holdSeconds, replicasNeeded, target, waitSeconds } = load;
  if (ratePerSecond === 0) return [];
  const busy = utilisation > 0 && holdSeconds !== null;
  const wait = waitSeconds.mean ?? 0;
  const needed = replicasNeeded === 1 ? '1 replica carries' : `${countText(replicasNeeded)} replicas carry`;
  const all: readonly (readonly [LoadFigure, boolean, string])[] = [
    ['rate', true, `${rateText(ratePerSecond)} come to it`],
    ['concurrency', concurrency !== null, `${countText(concurrency)} requests are in it at once`],
    ['utilisation', busy, `Its workers are ${percentText(utilisation)} busy`],
    ['replicas-needed', busy && replicasNeeded !== null, `${needed} that within ${percentText(target)}`],
    ['wait', wait > 0, `A request waits ${timeText(wait)} for a worker on average`],
  ];
  return all.flatMap(([figure, known, title]) => (known ? [{ figure, title }] : []));
}
