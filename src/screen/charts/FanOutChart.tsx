import { useCurve } from '../../store/answers.ts';
import { useCalm } from '../../store/calm.ts';
import { fanOutShown } from '../../store/chart-subjects.ts';
import { fanOutTitle } from '../../words/chart-titles.ts';
import { countText, percentText } from '../../words/numbers.ts';
import { ChartFrame, type CopyPicture } from './ChartFrame.tsx';
import { CurvePlot } from './CurvePlot.tsx';
import { SHARES } from './latency-series.ts';
import { decades, fanOutTable } from './to-series.ts';
import { roundEnd } from '../ui/round-end.ts';
import { useSteady } from '../ui/useSteady.ts';

/** How many requests meet at least one slow call, by the number of calls that each of them makes. */
export function FanOutChart({ copyPicture }: { readonly copyPicture: CopyPicture }) {
  const callees = useCalm((state) => fanOutShown(state)?.callees ?? 1);
  const slowProbability = useCalm((state) => state.fanOut.slowProbability);
  const answer = useCurve({ question: 'fan-out', slowProbability, callees });
  const curve = answer?.question === 'fan-out' ? answer : null;
  const end = useSteady(roundEnd(curve?.points.at(-1)?.callees ?? 1), String(callees));
  if (curve === null) return null;
  const { today, half, points } = curve;
  return (
    <ChartFrame title={fanOutTitle(curve)} name="fan-out" table={fanOutTable(curve)} copyPicture={copyPicture}>
      <CurvePlot
        x={{
          scale: 'log',
          domain: [1, end],
          ticks: decades(end),
          text: countText,
          name: 'calls for one request, log scale',
        }}
        y={{ ...SHARES, text: percentText, name: 'requests that meet a slow call' }}
        lines={[{ key: 'slow', look: 'line', points: points.map((point) => ({ x: point.callees, y: point.slow })) }]}
        dots={[
          ...(half === null ? [] : [{ x: half, y: 0.5, text: `half at ${countText(half)}` }]),
          {
            x: today.callees,
            y: today.slow,
            text: `today ${countText(today.callees)}: ${percentText(today.slow)}`,
            today: true,
          },
        ]}
      />
    </ChartFrame>
  );
}
