import type { PerformabilityState } from '../../model/report-load.ts';
import type { Design } from '../../model/scenario.ts';
import { useLoad } from '../../store/answers.ts';
import { board } from '../../store/board.ts';
import { useCalm } from '../../store/calm.ts';
import { currentJourney, currentReport, shownDesign } from '../../store/selectors.ts';
import { latencyText, shareText } from '../../words/latency.ts';
import { loadText } from '../../words/load.ts';
import { downText, performabilitySentence } from '../../words/load-sentences.ts';
import { componentName } from '../../words/names.ts';
import { percentText } from '../../words/numbers.ts';
import styles from './dock.module.css';
import type { Column, Row } from './figure-rows.ts';
import { FigureTable } from './FigureTable.tsx';
import { Said } from './Said.tsx';

const COLUMNS: readonly Column[] = [
  { key: 'down', label: 'What is down' },
  { key: 'chance', label: 'Chance' },
  {
    key: 'busiest',
    label: 'Busiest',
    aside: true,
    help: 'Of the components whose workers are limited, the one with most to do for those that still run, whether or not they are enough for an answer.',
  },
  { key: 'load', label: 'Load' },
  { key: 'p99', label: 'p99', help: 'Of the good answers in this state.' },
  { key: 'success', label: 'Success', help: 'Of all requests in this state, the share that is answered well.' },
];

const WITHIN: Column = {
  key: 'within',
  label: 'In time',
  help: 'The share that is answered well within the limit promised.',
};

/** What is left while replicas or domains are down, each state by its chance, and all of them together. */
export function FailuresView() {
  const journey = useCalm((state) => currentJourney(state)?.id ?? null);
  const index = useCalm((state) => state.design);
  const design = useCalm(shownDesign);
  const report = useCalm(currentReport);
  const answer = useLoad(journey === null ? null : { question: 'performability', design: index, journey });
  if (design === null || report === null) return null;
  if (answer === null) return <p className={styles['text']}>Going through what may be down …</p>;
  const promised = answer.total.goodWithin !== null;
  const targetOf = (id: string): number => report.components[id]?.load?.target ?? 1;
  const { success, p99, goodWithin } = answer.total;
  return (
    <div className={styles['whole']}>
      <p>
        <Said sentence={performabilitySentence(answer)} />
      </p>
      <FigureTable
        label="What is left while something is down"
        columns={promised ? [...COLUMNS, WITHIN] : COLUMNS}
        rows={answer.states.map((state) => rowOf(state, design, targetOf, promised))}
        foot={[
          'Over all states',
          '',
          '',
          '',
          latencyText(p99),
          shareText(success),
          ...(goodWithin === null ? [] : [shareText(goodWithin)]),
        ]}
      />
    </div>
  );
}

function rowOf(
  { down, probability, busiest, p99, success, goodWithin }: PerformabilityState,
  design: Design,
  targetOf: (id: string) => number,
  promised: boolean,
): Row {
  const name = downText(down, design);
  const components = down.flatMap((part) => ('component' in part ? [part.component] : []));
  const domains = down.flatMap((part) => ('domain' in part ? [part.domain] : []));
  const load = busiest === null ? null : { utilisation: busiest.utilisation, target: targetOf(busiest.component) };
  return {
    key: name,
    name,
    cells: [
      percentText(probability),
      busiest === null ? '' : componentName(design, busiest.component),
      load === null ? '' : loadText(load),
      success === 0 ? 'no answer' : latencyText(p99),
      shareText(success),
      ...(promised ? [goodWithin === null ? '' : shareText(goodWithin)] : []),
    ],
    sizes: [name, probability, '', load?.utilisation ?? 0, p99 ?? Infinity, success, goodWithin ?? 0],
    lit: [...components, ...domains],
    onChoose: () => board.getState().select({ components, domains }),
  };
}
