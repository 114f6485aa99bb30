import { useLatency } from '../../store/answers.ts';
import { useCalm } from '../../store/calm.ts';
import { callShown } from '../../store/chart-subjects.ts';
import { latencyText } from '../../words/latency.ts';
import { fanOutLatencyTitle } from '../../words/latency-titles.ts';
import { countText, percentText } from '../../words/numbers.ts';
import { ChartFrame, type CopyPicture } from './ChartFrame.tsx';
import type { CurveDot } from './curve.ts';
import { CurvePlot } from './CurvePlot.tsx';
import { fanOutLatencyTable, highest, SHARES, timeAxis } from './latency-series.ts';
import { CALL_CHART } from './look.ts';
import { decades } from './to-series.ts';
import { roundEnd } from '../ui/round-end.ts';
import { useSteady } from '../ui/useSteady.ts';

/** How long it takes until all of N answers are there, and how many requests wait for a slow one. */
export function FanOutLatencyChart({ copyPicture }: { readonly copyPicture: CopyPicture }) {
  const call = useCalm(callShown);
  const index = useCalm((state) => state.design);
  const curve = useLatency(call === null ? null : { question: 'fan-out-latency', design: index, call });
  const points = curve?.points ?? [];
  const most = useSteady(roundEnd(points.at(-1)?.callees ?? 1), `${index} ${call}`);
  const high = useSteady(1.15 * highest(points.map(({ p99 }) => p99)), `${index} ${call}`);
  if (curve === null || points.length === 0) return null;
  const of = (key: 'p50' | 'p99' | 'slow') => points.map((point) => ({ x: point.callees, y: point[key] }));
  const today = points.find(({ callees }) => callees === curve.today);
  const dots: CurveDot[] =
    today?.p99 == null
      ? []
      : [
          { x: today.callees, y: today.slow, text: percentText(today.slow), axis: 'right' },
          { x: today.callees, y: today.p99, text: `today ${latencyText(today.p99)}`, today: true },
        ];
  return (
    <ChartFrame
      title={fanOutLatencyTitle(curve)}
      name="fan-out-latency"
      table={fanOutLatencyTable(curve)}
      copyPicture={copyPicture}
    >
      <CurvePlot
        height={CALL_CHART}
        x={{
          scale: 'log',
          domain: [1, most],
          ticks: decades(most),
          text: countText,
          name: 'answers to wait for, log scale',
        }}
        y={timeAxis('linear', 0, high, 'solid p99, dashed p50')}
        right={{ ...SHARES, text: percentText, name: 'dotted: any slow' }}
        lines={[
          { key: 'slow', look: 'amdahl', axis: 'right', points: of('slow') },
          { key: 'p50', look: 'linear', points: of('p50') },
          { key: 'p99', look: 'line', points: of('p99') },
        ]}
        dots={dots}
      />
    </ChartFrame>
  );
}
