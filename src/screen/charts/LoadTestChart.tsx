import type { LoadTest } from '../../store/load-test.ts';
import { countText } from '../../words/numbers.ts';
import { CURVE_COLUMNS, curveRows, loadTestTitle } from '../../words/usl-fit.ts';
import { roundEnd } from '../ui/round-end.ts';
import { ChartFrame, type CopyPicture } from './ChartFrame.tsx';
import type { Axis, CurveDot } from './curve.ts';
import { CurvePlot } from './CurvePlot.tsx';
import { evenTicks } from './time-axis.ts';

interface LoadTestChartProps {
  readonly test: LoadTest;
  readonly copyPicture: CopyPicture;
}

const axis = (end: number, name: string): Axis => ({
  scale: 'linear',
  domain: [0, end],
  ticks: evenTicks(end),
  text: countText,
  name,
});

/** A load test with the law that was fitted to it, and what the law would be with less of σ and κ. */
export function LoadTestChart({ test: { points, fitted }, copyPicture }: LoadTestChartProps) {
  const { curve } = fitted;
  const most = Math.max(...points.map(({ throughput }) => throughput), ...curve.points.map(({ usl }) => usl));
  const line = (key: 'usl' | 'amdahl' | 'linear') => curve.points.map((point) => ({ x: point.load, y: point[key] }));
  const end = curve.points.at(-1)?.load ?? 1;
  const peak: CurveDot[] =
    curve.peak === null || curve.peak.load > end
      ? []
      : [{ x: curve.peak.load, y: curve.peak.throughput, text: `most at ${countText(curve.peak.load)}` }];
  return (
    <ChartFrame
      title={loadTestTitle(fitted, points)}
      name="load-test"
      table={{ columns: CURVE_COLUMNS, rows: curveRows(curve) }}
      copyPicture={copyPicture}
    >
      <CurvePlot
        height={13}
        x={axis(roundEnd(end), 'N, replicas')}
        y={axis(roundEnd(1.15 * most), 'throughput; dotted Amdahl, dashed linear')}
        data={{
          measured: points.map(({ load, throughput }) => ({ x: load, y: throughput })),
          band: curve.points.flatMap(({ load, low, high }) =>
            low === null || high === null ? [] : [{ x: load, low, high }],
          ),
        }}
        lines={[
          { key: 'linear', look: 'linear', points: line('linear') },
          { key: 'amdahl', look: 'amdahl', points: line('amdahl') },
          { key: 'usl', look: 'line', points: line('usl') },
        ]}
        dots={peak}
      />
    </ChartFrame>
  );
}
