import { useLatency } from '../../store/answers.ts';
import { useCalm } from '../../store/calm.ts';
import { callShown, timedJourney } from '../../store/chart-subjects.ts';
import { latencyText } from '../../words/latency.ts';
import { hedgeTitle } from '../../words/latency-titles.ts';
import { percentText, timeText } from '../../words/numbers.ts';
import { ChartFrame, type CopyPicture } from './ChartFrame.tsx';
import type { CurveDot } from './curve.ts';
import { CurvePlot } from './CurvePlot.tsx';
import { ends, hedgeTable, highest, SHARES, timeAxis } from './latency-series.ts';
import { CALL_CHART } from './look.ts';
import { heightAt } from './time-axis.ts';
import { useSteady } from '../ui/useSteady.ts';

/** What a hedge of one call does to the journey's p99, by its delay, and how many calls it adds. */
export function HedgeChart({ copyPicture }: { readonly copyPicture: CopyPicture }) {
  const call = useCalm(callShown);
  const journey = useCalm((state) => timedJourney(state)?.id ?? null);
  const index = useCalm((state) => state.design);
  const asks = call !== null && journey !== null;
  const curve = useLatency(asks ? { question: 'hedge', design: index, journey, call } : null);
  const points = curve?.points ?? [];
  const high = useSteady(1.1 * highest([...points.map(({ p99 }) => p99), curve?.without ?? null]), `${index} ${call}`);
  if (curve === null || points.length === 0) return null;
  const { todaySeconds, without } = curve;
  const [from, to] = ends(points.map(({ delaySeconds }) => delaySeconds));
  const line = points.map(({ delaySeconds, p99 }) => ({ x: delaySeconds, y: p99 }));
  const today: CurveDot[] =
    todaySeconds === null
      ? []
      : [
          {
            x: todaySeconds,
            y: heightAt(line, todaySeconds),
            text: `today ${timeText(todaySeconds)}`,
            today: true,
          },
        ];
  const never =
    without === null
      ? []
      : [{ key: 'never', look: 'linear' as const, points: [from, to].map((x) => ({ x, y: without })) }];
  return (
    <ChartFrame title={hedgeTitle(curve)} name="hedge" table={hedgeTable(curve)} copyPicture={copyPicture}>
      <CurvePlot
        height={CALL_CHART}
        x={timeAxis('log', from, to, 'hedge after')}
        y={timeAxis('linear', 0, high, without === null ? 'p99' : `p99, ${latencyText(without)} without`)}
        right={{ ...SHARES, text: percentText, name: 'dotted: more calls' }}
        lines={[
          {
            key: 'load',
            look: 'amdahl',
            axis: 'right',
            points: points.map((p) => ({ x: p.delaySeconds, y: p.extraLoad })),
          },
          ...never,
          { key: 'p99', look: 'line', points: line },
        ]}
        dots={today}
      />
    </ChartFrame>
  );
}
