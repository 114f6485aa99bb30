import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import { useCurve } from '../../store/answers.ts';
import { useCalm } from '../../store/calm.ts';
import { fanOutShown } from '../../store/chart-subjects.ts';
import type { FanOutCurve } from '../../model/report.ts';
import { fanOutTitle } from '../../words/chart-titles.ts';
import { countText, percentText } from '../../words/numbers.ts';
import { ChartFrame, type CopyPicture } from './ChartFrame.tsx';
import { look } from './look.ts';
import { AxisText, PointText, TICK } from './plot-text.tsx';
import { decades, fanOutTable } from './to-series.ts';
import { roundEnd } from '../ui/round-end.ts';
import { useRoom } from './useRoom.ts';
import { useSteady } from '../ui/useSteady.ts';

/** How many requests meet at least one slow call, by the number of calls that each of them makes. */
export function FanOutChart({ copyPicture }: { readonly copyPicture: CopyPicture }) {
  const callees = useCalm((state) => fanOutShown(state)?.callees ?? 1);
  const slowProbability = useCalm((state) => state.fanOut.slowProbability);
  const answer = useCurve({ question: 'fan-out', slowProbability, callees });
  const curve = answer?.question === 'fan-out' ? answer : null;
  const end = useSteady(roundEnd(curve?.points.at(-1)?.callees ?? 1), String(callees));
  if (curve === null) return null;
  return (
    <ChartFrame title={fanOutTitle(curve)} name="fan-out" table={fanOutTable(curve)} copyPicture={copyPicture}>
      <FanOutPlot curve={curve} end={end} />
    </ChartFrame>
  );
}

function FanOutPlot({ curve, end }: { readonly curve: FanOutCurve; readonly end: number }) {
  const { rem, narrow, onResize } = useRoom();
  const { today, half, points } = curve;
  const room = (narrow ? 1.25 : 9) * rem;
  return (
    <ResponsiveContainer
      width="100%"
      height={(narrow ? 12 : 10.25) * rem}
      initialDimension={{ width: 700, height: 164 }}
      onResize={onResize}
    >
      <LineChart
        data={[...points]}
        margin={{ top: 1.25 * rem, right: room, bottom: narrow ? 1.4 * rem : 0, left: 0.25 * rem }}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} className={look('grid')} />
        <XAxis
          type="number"
          dataKey="callees"
          scale="log"
          domain={[1, end]}
          ticks={decades(end)}
          tickFormatter={countText}
          height={1.5 * rem}
          {...TICK}
          label={
            <AxisText
              lines={narrow ? ['calls for one request, log scale'] : ['calls for one', 'request, log scale']}
              side={narrow ? 'bottom' : 'right'}
              rem={rem}
            />
          }
        />
        <YAxis
          type="number"
          domain={[0, 1]}
          ticks={[0, 0.25, 0.5, 0.75, 1]}
          tickFormatter={percentText}
          width={3.25 * rem}
          {...TICK}
          label={<AxisText lines={['requests that meet a slow call']} side="top" rem={rem} />}
        />
        <Line type="linear" dataKey="slow" className={look('line')} dot={false} isAnimationActive={false} />
        {half !== null && (
          <ReferenceLine
            segment={[
              { x: half, y: 0 },
              { x: half, y: 0.5 },
            ]}
            className={look('half')}
          />
        )}
        {half !== null && (
          <ReferenceDot
            x={half}
            y={0.5}
            r={0.25 * rem}
            className={look('halfDot')}
            label={<PointText text={`half at ${countText(half)}`} side="left" rem={rem} />}
          />
        )}
        <ReferenceDot
          x={today.callees}
          y={today.slow}
          r={0.3125 * rem}
          className={look('today')}
          label={
            <PointText
              text={`today ${countText(today.callees)}: ${percentText(today.slow)}`}
              side="below"
              strong
              rem={rem}
              room={room}
            />
          }
        />
      </LineChart>
    </ResponsiveContainer>
  );
}
