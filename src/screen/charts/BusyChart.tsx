import { useCalm } from '../../store/calm.ts';
import { currentReport, shownDesign } from '../../store/selectors.ts';
import { busyTitle } from '../../words/load-titles.ts';
import { BarPlot } from './BarPlot.tsx';
import { ChartFrame, type CopyPicture } from './ChartFrame.tsx';
import { busyBars, busyTable, loadEnd } from './load-series.ts';
import { useSteady } from '../ui/useSteady.ts';

/** How busy the workers of each component are, against how busy they may be. A bar leads to its component. */
export function BusyChart({ copyPicture }: { readonly copyPicture: CopyPicture }) {
  const report = useCalm(currentReport);
  const design = useCalm(shownDesign);
  const rows = report === null || design === null ? [] : busyBars(report, design);
  const end = useSteady(loadEnd(rows.map(({ value }) => value)), design?.name ?? '');
  if (report === null || design === null || rows.length === 0) return null;
  return (
    <ChartFrame
      title={busyTitle(report, design)}
      name="load"
      table={busyTable(report, design)}
      copyPicture={copyPicture}
    >
      <BarPlot rows={rows} axis="load and target" domain={[0, end]} nameWidth={8.5} labels="behind" leads />
    </ChartFrame>
  );
}
