import { useState } from 'react';
import { useLatency } from '../../store/answers.ts';
import { useCalm } from '../../store/calm.ts';
import { callShown, timedJourney } from '../../store/chart-subjects.ts';
import { oneInText } from '../../words/latency.ts';
import { linesText, timeoutTitle } from '../../words/latency-titles.ts';
import { timeText } from '../../words/numbers.ts';
import { Button } from '../ui/Button.tsx';
import { ChartFrame, type CopyPicture } from './ChartFrame.tsx';
import type { Axis } from './curve.ts';
import { CurvePlot } from './CurvePlot.tsx';
import { ends, highest, timeAxis, timeoutTable } from './latency-series.ts';
import { CALL_CHART } from './look.ts';
import { logTicks } from './time-axis.ts';
import { useSteady } from '../ui/useSteady.ts';

const LOOKS = ['line', 'linear', 'amdahl'] as const;
const LOOK_NAMES = { line: 'solid', linear: 'dashed', amdahl: 'dotted' } as const;
const lookOf = (place: number) => LOOKS[Math.min(place, LOOKS.length - 1)] ?? 'line';

/** What a timeout and retries of one call do to the journey's p99, or to how many of its requests fail. */
export function TimeoutChart({ copyPicture }: { readonly copyPicture: CopyPicture }) {
  const [failing, setFailing] = useState(false);
  const call = useCalm(callShown);
  const journey = useCalm((state) => timedJourney(state)?.id ?? null);
  const index = useCalm((state) => state.design);
  const asks = call !== null && journey !== null;
  const curve = useLatency(asks ? { question: 'timeout', design: index, journey, call } : null);
  const lines = (curve?.lines ?? []).map(({ retries, points }, place) => ({
    key: String(retries),
    look: lookOf(place),
    points: points.map(({ timeoutSeconds, p99, success }) => ({
      x: timeoutSeconds,
      y: failing ? Math.max(1 - success, LEAST) : p99,
    })),
  }));
  const all = lines.flatMap(({ points }) => points);
  const high = useSteady(1.1 * highest(all.map(({ y }) => y)), `${index} ${call} ${failing}`);
  if (curve === null || all.length === 0) return null;
  const [from, to] = ends(all.map(({ x }) => x));
  const { timeoutSeconds } = curve.today;
  const legend = linesText(curve.lines.map(({ retries }, place) => [LOOK_NAMES[lookOf(place)], retries]));
  return (
    <ChartFrame
      title={timeoutTitle(curve)}
      name="timeout"
      table={timeoutTable(curve)}
      copyPicture={copyPicture}
      choices={
        <Button aria-pressed={failing} onClick={() => setFailing(!failing)} title="Requests that fail">
          Failures
        </Button>
      }
    >
      <CurvePlot
        height={CALL_CHART}
        x={timeAxis('log', from, to, 'timeout')}
        y={failing ? failures(ends(all.map(({ y }) => y)), legend) : timeAxis('linear', 0, high, `p99: ${legend}`)}
        lines={lines}
        mark={timeoutSeconds === null ? undefined : { x: timeoutSeconds, text: `today ${timeText(timeoutSeconds)}` }}
      />
    </ChartFrame>
  );
}

/** What fails less often than this is drawn as if it failed so often. */
const LEAST = 1e-9;

function failures([low]: readonly [low: number, high: number], legend: string): Axis {
  const end = 10 ** Math.floor(Math.log10(low));
  return { scale: 'log', domain: [end, 1], ticks: logTicks(end, 1), text: oneInText, name: `fail: ${legend}` };
}
