import { useCalm } from '../../store/calm.ts';
import { currentJourney, shownDesign } from '../../store/selectors.ts';
import { causesTitle } from '../../words/causes.ts';
import { downtimeAxis } from '../../words/known.ts';
import { BarPlot } from './BarPlot.tsx';
import { legendLines } from './cause-look.tsx';
import { causeBars, causesOf, causeTable } from './cause-series.ts';
import { ChartFrame, type CopyPicture } from './ChartFrame.tsx';
import { roundEnd } from '../ui/round-end.ts';
import { useRoom } from './useRoom.ts';
import { useSteady } from '../ui/useSteady.ts';

/** Which component and domain costs how much downtime, and by what it fails. A bar leads to what it is about. */
export function CauseChart({ copyPicture }: { readonly copyPicture: CopyPicture }) {
  const named = useCalm(currentJourney);
  const design = useCalm(shownDesign);
  const { rem, width, onResize } = useRoom();
  const causes = named === null ? [] : causesOf(named.journey);
  // A single cause stands in the title.
  const legend = causes.length < 2 ? [] : legendLines(causes, width, rem);
  const all = named === null || design === null ? [] : causeBars(named.journey, design);
  // A second line of the legend takes the place of a bar.
  const rows = all.slice(0, legend.length > 1 ? 4 : 5);
  const end = useSteady(roundEnd(rows[0]?.value ?? 0), named?.id ?? '');
  if (named === null || design === null || rows.length === 0) return null;
  const { journey } = named;
  return (
    <ChartFrame
      title={causesTitle(journey)}
      name="downtime-by-cause"
      table={causeTable(journey, design)}
      copyPicture={copyPicture}
    >
      <BarPlot
        rows={rows}
        axis={downtimeAxis(journey)}
        domain={[0, end]}
        nameWidth={8.5}
        labels="behind"
        legend={legend}
        leads
        onResize={onResize}
      />
    </ChartFrame>
  );
}
