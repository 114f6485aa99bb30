import { useCurve } from '../../store/answers.ts';
import { useCalm } from '../../store/calm.ts';
import { currentJourney } from '../../store/selectors.ts';
import { ninesChartTitle } from '../../words/chart-titles.ts';
import { knownDowntime, worstKnown } from '../../words/known.ts';
import { BarPlot } from './BarPlot.tsx';
import { ChartFrame, type CopyPicture } from './ChartFrame.tsx';
import { ninesBars, ninesTable } from './to-series.ts';

/** Where the scale begins and ends: the bar of 99.999 % has room for its number, a whole year is in it. */
const SECONDS: readonly [number, number] = [10, 1e6];

/** What each of the usual promises allows, and where this design stands. */
export function NinesChart({ copyPicture }: { readonly copyPicture: CopyPicture }) {
  const curve = useCurve({ question: 'nines' });
  const journey = useCalm((state) => currentJourney(state)?.journey ?? null);
  if (curve?.question !== 'nines') return null;
  const down = journey === null ? 0 : (worstKnown(journey).downtimeSecondsPerYear ?? 0);
  return (
    <ChartFrame
      title={ninesChartTitle(journey)}
      name="nines"
      table={ninesTable(curve, journey)}
      copyPicture={copyPicture}
    >
      <BarPlot
        rows={ninesBars(curve)}
        axis="a year, log"
        domain={SECONDS}
        scale="log"
        nameWidth={4.5}
        labels="inside"
        mark={journey !== null && down > 0 ? { value: down, text: `you: ${knownDowntime(journey)}` } : undefined}
      />
    </ChartFrame>
  );
}
