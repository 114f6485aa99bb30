import { useCurve } from '../../store/answers.ts';
import { useCalm } from '../../store/calm.ts';
import { scalingShown } from '../../store/chart-subjects.ts';
import { shownDesign } from '../../store/selectors.ts';
import { scalingTitle } from '../../words/chart-titles.ts';
import { componentName } from '../../words/names.ts';
import { countText } from '../../words/numbers.ts';
import { ChartFrame, type CopyPicture } from './ChartFrame.tsx';
import type { Axis } from './curve.ts';
import { CurvePlot } from './CurvePlot.tsx';
import { highestShown, scalingTable } from './to-series.ts';
import { roundEnd } from '../ui/round-end.ts';
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
  const { points, today, peak } = curve;
  const of = (key: 'linear' | 'amdahl' | 'usl') => points.map((point) => ({ x: point.replicas, y: point[key] }));
  return (
    <ChartFrame
      title={scalingTitle(curve, componentName(design, component))}
      name="scaling"
      table={scalingTable(curve)}
      copyPicture={copyPicture}
    >
      <CurvePlot
        x={counts(endX, 5, 'replicas')}
        y={counts(endY, 4, 'work: solid USL, dashed linear, dotted Amdahl')}
        lines={[
          { key: 'linear', look: 'linear', points: of('linear') },
          { key: 'amdahl', look: 'amdahl', points: of('amdahl') },
          { key: 'usl', look: 'line', points: of('usl') },
        ]}
        dots={[
          ...(peak === null ? [] : [{ x: peak.replicas, y: peak.usl, text: `most at ${countText(peak.replicas)}` }]),
          {
            x: today.replicas,
            y: today.usl,
            text: `today ${countText(today.replicas)}: ${countText(today.usl)}`,
            today: true,
          },
        ]}
      />
    </ChartFrame>
  );
}

/** An axis from 0 on, in so many steps. */
const counts = (end: number, steps: number, name: string): Axis => ({
  scale: 'linear',
  domain: [0, end],
  ticks: Array.from({ length: steps + 1 }, (_, step) => (step * end) / steps),
  text: countText,
  name,
});
