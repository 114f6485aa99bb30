import { useLoad } from '../../store/answers.ts';
import { useCalm } from '../../store/calm.ts';
import { cacheShown } from '../../store/load-subjects.ts';
import { currentReport, shownDesign } from '../../store/selectors.ts';
import { cacheTitle } from '../../words/load-titles.ts';
import { useSteady } from '../ui/useSteady.ts';
import { BarPlot } from './BarPlot.tsx';
import { ChartFrame, type CopyPicture } from './ChartFrame.tsx';
import { cacheBars, cacheTable, loadEnd } from './load-series.ts';

/** How busy what a cache calls becomes while it is empty or down. A bar leads to its component. */
export function CacheChart({ copyPicture }: { readonly copyPicture: CopyPicture }) {
  const component = useCalm(cacheShown);
  const index = useCalm((state) => state.design);
  const design = useCalm(shownDesign);
  const report = useCalm(currentReport);
  const loss = useLoad(component === null ? null : { question: 'cache-loss', design: index, component });
  const rows = loss === null || report === null || design === null ? [] : cacheBars(loss, report, design);
  const end = useSteady(loadEnd(rows.map(({ value }) => value)), `${index} ${component}`);
  if (loss === null || design === null || rows.length === 0) return null;
  return (
    <ChartFrame
      title={cacheTitle(loss, design)}
      name="empty-cache"
      table={cacheTable(loss, design)}
      copyPicture={copyPicture}
    >
      <BarPlot rows={rows} axis="load and target" domain={[0, end]} nameWidth={12} labels="behind" leads />
    </ChartFrame>
  );
}
