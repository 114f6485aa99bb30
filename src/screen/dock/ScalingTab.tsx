import type { ReactNode } from 'react';
import { board } from '../../store/board.ts';
import { useCalm } from '../../store/calm.ts';
import { scalingShown } from '../../store/chart-subjects.ts';
import { componentReport, shownDesign } from '../../store/selectors.ts';
import type { ScalingReport } from '../../model/report.ts';
import { atStart, componentName, inSentence } from '../../words/names.ts';
import { countText } from '../../words/numbers.ts';
import { Button } from '../ui/Button.tsx';
import styles from './dock.module.css';

/** What more replicas are worth. */
export function ScalingTab({ chart }: { readonly chart: ReactNode }) {
  const id = useCalm(scalingShown);
  const scaling = useCalm((state) => (id === null ? null : (componentReport(state, id)?.scaling ?? null)));
  const design = useCalm(shownDesign);
  return (
    <div className={styles['columns']} data-one-chart>
      <div className={styles['text']}>
        {id === null || scaling === null || design === null ? (
          <p>
            No group has scaling coefficients yet: select one and set contention σ and coordination κ under Scaling, or
            fit them to a load test.
          </p>
        ) : (
          <Sentences name={componentName(design, id)} scaling={scaling} />
        )}
        <Button onClick={() => board.getState().openDialog('load-test')}>Fit a load test</Button>
      </div>
      <div className={styles['chart']}>{chart}</div>
    </div>
  );
}

function Sentences({ name, scaling }: { readonly name: string; readonly scaling: ScalingReport }) {
  const { linear, speedup, peakReplicas, gainOfOneMore } = scaling;
  return (
    <>
      <p>
        {atStart(inSentence(name))} has {countText(linear)} {linear === 1 ? 'replica' : 'replicas'} that do the work of{' '}
        <b>{countText(speedup)}</b>.
      </p>
      <p>
        {gainOfOneMore > 0 ? 'One more would add ' : 'One more would take away '}
        <b>{countText(Math.abs(gainOfOneMore))}</b> of a replica’s work.
      </p>
      {peakReplicas !== null && <p>Beyond {countText(peakReplicas)} replicas it only gets slower.</p>}
    </>
  );
}
