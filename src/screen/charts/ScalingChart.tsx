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
import { scalingShown } from '../../store/chart-subjects.ts';
import { shownDesign } from '../../store/selectors.ts';
import type { ScalingCurve } from '../../model/report.ts';
import { scalingTitle } from '../../words/chart-titles.ts';
import { componentName } from '../../words/names.ts';
import { countText } from '../../words/numbers.ts';
import { ChartFrame, type CopyPicture } from './ChartFrame.tsx';
import { look } from './look.ts';
import { AxisText, PointText, TICK } from './plot-text.tsx';
import { highestShown, scalingTable } from './to-series.ts';
import { roundEnd } from '../ui/round-end.ts';
import { useRoom } from './useRoom.ts';
import { useSteady } from '../ui/useSteady.ts';

/** What more replicas are worth: the Universal Scalability Law beside Amdahl's and a straight line. */
export function ScalingChart({ copyPicture }: { readonly copyPicture: CopyPicture }) {
  const component = useCalm(scalingShown);
  const index = useCalm((state) => state.design);
  const design = useCalm(shownDesign);
  const answer = useCurve(component === null ? null : { question: 'scaling', design: index, component });
  const curve = answer?.question === 'scaling' && answer.points.length > 0 ? answer : null;
  const endX = useSteady(roundEnd(curve?.points.at(-1)?.replicas ?? 1), String(component));
  const endY = useSteady(roundEnd(curve === null ? 1 : highestShown(curve)), String(component));
  if (curve === null || component === null || design === null) return null;
  return (
    <ChartFrame
      title={scalingTitle(curve, componentName(design, component))}
      name="scaling"
      table={scalingTable(curve)}
      copyPicture={copyPicture}
    >
      <ScalingPlot curve={curve} endX={endX} endY={endY} />
    </ChartFrame>
  );
}

interface PlotProps {
  readonly curve: ScalingCurve;
  readonly endX: number;
  readonly endY: number;
}

function ScalingPlot({ curve, endX, endY }: PlotProps) {
  const { rem, narrow, onResize } = useRoom();
  const { points, today, peak } = curve;
  const last = points.at(-1);
  const top = points.findLast((point) => point.linear <= endY);
  const room = (narrow ? 5 : 9) * rem;
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
          dataKey="replicas"
          domain={[0, endX]}
          tickCount={6}
          tickFormatter={countText}
          height={1.5 * rem}
          {...TICK}
          label={<AxisText lines={['replicas']} side={narrow ? 'bottom' : 'right'} rem={rem} />}
        />
        <YAxis
          type="number"
          domain={[0, endY]}
          allowDataOverflow
          tickCount={5}
          tickFormatter={countText}
          width={3.25 * rem}
          {...TICK}
          label={<AxisText lines={['work done, in replicas']} side="top" rem={rem} />}
        />
        <Line dataKey="linear" className={look('linear')} dot={false} isAnimationActive={false} />
        <Line dataKey="amdahl" className={look('amdahl')} dot={false} isAnimationActive={false} />
        <Line dataKey="usl" className={look('line')} dot={false} isAnimationActive={false} />
        {peak !== null && (
          <ReferenceLine
            segment={[
              { x: peak.replicas, y: 0 },
              { x: peak.replicas, y: peak.usl },
            ]}
            className={look('half')}
          />
        )}
        {top !== undefined && <Mark x={top.replicas} y={top.linear} text="linear" side="right" rem={rem} />}
        {last !== undefined && <Mark x={last.replicas} y={last.amdahl} text="Amdahl" side="right" rem={rem} />}
        {last !== undefined && <Mark x={last.replicas} y={last.usl} text="this group" side="right" rem={rem} />}
        {peak !== null && (
          <ReferenceDot
            x={peak.replicas}
            y={peak.usl}
            r={0.25 * rem}
            className={look('halfDot')}
            label={<PointText text={`most at ${countText(peak.replicas)}`} side="above" rem={rem} />}
          />
        )}
        <ReferenceDot
          x={today.replicas}
          y={today.usl}
          r={0.3125 * rem}
          className={look('today')}
          label={
            <PointText
              text={`today ${countText(today.replicas)}: ${countText(today.usl)}`}
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

interface MarkProps {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly side: 'right';
  readonly rem: number;
}

/** The name of a line, at its end. */
const Mark = ({ x, y, text, side, rem }: MarkProps) => (
  <ReferenceDot x={x} y={y} r={0} label={<PointText text={text} side={side} rem={rem} />} />
);
