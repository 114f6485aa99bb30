import { useCalm } from '../../store/calm.ts';
import { currentJourney } from '../../store/selectors.ts';
import { naiveTitle } from '../../words/chart-titles.ts';
import { BarPlot } from './BarPlot.tsx';
import { naiveBars, naiveTable } from './cause-series.ts';
import { ChartFrame, type CopyPicture } from './ChartFrame.tsx';
import { roundEnd } from '../ui/round-end.ts';
import { useSteady } from '../ui/useSteady.ts';

/** The exact downtime beside what multiplying availabilities would say. */
export function NaiveChart({ copyPicture }: { readonly copyPicture: CopyPicture }) {
  const named = useCalm(currentJourney);
  const rows = named === null ? [] : naiveBars(named.journey);
  const end = useSteady(roundEnd(Math.max(0, ...rows.map(({ value }) => value))), named?.id ?? '');
  if (named === null || rows.length === 0) return null;
  return (
    <ChartFrame
      title={naiveTitle(named.journey)}
      name="exact-and-multiplied"
      table={naiveTable(named.journey)}
      copyPicture={copyPicture}
    >
      <BarPlot rows={rows} axis="" domain={[0, end]} nameWidth={5.25} labels="behind" behind={6.5} />
    </ChartFrame>
  );
}
