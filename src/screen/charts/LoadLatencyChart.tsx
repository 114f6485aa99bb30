import { useLoad } from '../../store/answers.ts';
import { useCalm } from '../../store/calm.ts';
import { currentJourney } from '../../store/selectors.ts';
import { latencyText } from '../../words/latency.ts';
import { foundRateText } from '../../words/load-sentences.ts';
import { LOAD_LATENCY_LEGEND, loadLatencyTitle } from '../../words/load-titles.ts';
import { countText, percentText, timeText } from '../../words/numbers.ts';
import { roundEnd } from '../ui/round-end.ts';
import { useSteady } from '../ui/useSteady.ts';
import { ChartFrame, type CopyPicture } from './ChartFrame.tsx';
import type { CurveDot, CurveLine } from './curve.ts';
import { CurvePlot } from './CurvePlot.tsx';
import { SHARES, timeAxis } from './latency-series.ts';
import { evenAxis, journeyHeight, journeyTable } from './load-series.ts';

/** What the clients of a journey see as they send more, up to where it saturates. */
export function LoadLatencyChart({ copyPicture }: { readonly copyPicture: CopyPicture }) {
  const journey = useCalm((state) => currentJourney(state)?.id ?? null);
  const limit = useCalm((state) => currentJourney(state)?.journey.latency?.objective?.limitSeconds ?? null);
  const index = useCalm((state) => state.design);
  const curve = useLoad(journey === null ? null : { question: 'load-latency', design: index, journey });
  const high = useSteady(curve === null ? 1 : journeyHeight(curve, limit), `${index} ${journey}`);
  const most = useSteady(roundEnd(curve?.points.at(-1)?.ratePerSecond ?? 1), `${index} ${journey}`);
  if (curve === null || curve.points.length === 0) return null;
  const { points, today, saturatesAtRatePerSecond } = curve;
  const of = (key: 'p50' | 'p99' | 'success') => points.map((point) => ({ x: point.ratePerSecond, y: point[key] }));
  const promise: CurveLine[] =
    limit === null ? [] : [{ key: 'limit', look: 'promise', points: [0, most].map((x) => ({ x, y: limit })) }];
  const dots: CurveDot[] = limit === null ? [] : [{ x: 0, y: limit, text: `limit ${timeText(limit)}` }];
  if (today?.p99 != null) {
    dots.push({ x: today.ratePerSecond, y: today.p99, text: `today ${latencyText(today.p99)}`, today: true });
  }
  return (
    <ChartFrame
      title={loadLatencyTitle(curve, limit)}
      name="load-latency"
      table={journeyTable(curve)}
      copyPicture={copyPicture}
    >
      <CurvePlot
        x={evenAxis(most, 'req/s of this client', countText)}
        y={timeAxis('linear', 0, high, LOAD_LATENCY_LEGEND)}
        right={{ ...SHARES, text: percentText, name: 'dotted: success' }}
        lines={[
          { key: 'success', look: 'amdahl', axis: 'right', points: of('success') },
          ...promise,
          { key: 'p50', look: 'linear', points: of('p50') },
          { key: 'p99', look: 'line', points: of('p99') },
        ]}
        dots={dots}
        mark={
          saturatesAtRatePerSecond === null
            ? undefined
            : { x: saturatesAtRatePerSecond, text: `saturates ${foundRateText(saturatesAtRatePerSecond)}` }
        }
      />
    </ChartFrame>
  );
}
