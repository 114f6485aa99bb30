import { useCurve } from '../../store/answers.ts';
import { useCalm } from '../../store/calm.ts';
import { replicasShown } from '../../store/chart-subjects.ts';
import { currentJourney, shownDesign } from '../../store/selectors.ts';
import { replicasTitle } from '../../words/chart-titles.ts';
import { componentName } from '../../words/names.ts';
import { BarPlot } from './BarPlot.tsx';
import { ChartFrame, type CopyPicture } from './ChartFrame.tsx';
import { replicasBars, replicasTable } from './to-series.ts';
import { roundEnd } from '../ui/round-end.ts';
import { useSteady } from '../ui/useSteady.ts';

/** What one replica more or fewer does to the downtime. */
export function ReplicasChart({ copyPicture }: { readonly copyPicture: CopyPicture }) {
  const component = useCalm(replicasShown);
  const journey = useCalm((state) => currentJourney(state)?.id ?? null);
  const index = useCalm((state) => state.design);
  const design = useCalm(shownDesign);
  const asks = component !== null && journey !== null;
  const curve = useCurve(asks ? { question: 'replicas', design: index, journey, component } : null);
  const rows = curve?.question === 'replicas' ? replicasBars(curve) : [];
  const end = useSteady(roundEnd(Math.max(0, ...rows.map((row) => row.value))), `${component} ${journey}`);
  if (component === null || design === null) return null;
  if (curve?.question !== 'replicas' || rows.length === 0) return null;
  return (
    <ChartFrame
      title={replicasTitle(curve, componentName(design, component))}
      name="replicas"
      table={replicasTable(curve)}
      copyPicture={copyPicture}
    >
      <BarPlot rows={rows} axis="downtime a year" domain={[0, end]} nameWidth={8.5} labels="behind" names="replicas" />
    </ChartFrame>
  );
}
