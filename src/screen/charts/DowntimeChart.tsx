import { useCalm } from '../../store/calm.ts';
import { currentJourney, shownDesign } from '../../store/selectors.ts';
import { downtimeChartTitle } from '../../words/chart-titles.ts';
import { downtimeAxis } from '../../words/known.ts';
import { BarPlot } from './BarPlot.tsx';
import { ChartFrame, type CopyPicture } from './ChartFrame.tsx';
import { downtimeBars, downtimeTable } from './to-series.ts';
import { roundEnd } from '../ui/round-end.ts';
import { useSteady } from '../ui/useSteady.ts';

/** Which component costs how much downtime. A bar leads to its component. */
export function DowntimeChart({ copyPicture }: { readonly copyPicture: CopyPicture }) {
  const named = useCalm(currentJourney);
  const design = useCalm(shownDesign);
  const rows = named === null || design === null ? [] : downtimeBars(named.journey, design);
  const end = useSteady(roundEnd(rows[0]?.value ?? 0), named?.id ?? '');
  if (named === null || design === null || rows.length === 0) return null;
  return (
    <ChartFrame
      title={downtimeChartTitle(named.journey)}
      name="downtime"
      table={downtimeTable(named.journey, design)}
      copyPicture={copyPicture}
    >
      <BarPlot rows={rows} axis={downtimeAxis(named.journey)} domain={[0, end]} nameWidth={8.5} labels="behind" leads />
    </ChartFrame>
  );
}
