import { useLoad } from '../../store/answers.ts';
import { useCalm } from '../../store/calm.ts';
import { kneeShown } from '../../store/load-subjects.ts';
import { shownDesign } from '../../store/selectors.ts';
import { KNEE_LEGEND, kneeTitle, singleBeside } from '../../words/load-titles.ts';
import { componentName } from '../../words/names.ts';
import { percentText, timeText } from '../../words/numbers.ts';
import { ChartFrame, type CopyPicture } from './ChartFrame.tsx';
import type { CurveDot } from './curve.ts';
import { CurvePlot } from './CurvePlot.tsx';
import { timeAxis } from './latency-series.ts';
import { kneeHeight, kneeLines, kneeTable, LOAD_AXIS } from './load-series.ts';
import { useSteady } from '../ui/useSteady.ts';

/** Response against load: where waiting begins to rule, today and at the target. */
export function KneeChart({ copyPicture }: { readonly copyPicture: CopyPicture }) {
  const component = useCalm(kneeShown);
  const index = useCalm((state) => state.design);
  const design = useCalm(shownDesign);
  const curve = useLoad(component === null ? null : { question: 'knee', design: index, component });
  const high = useSteady(curve === null ? 1 : kneeHeight(curve), `${index} ${component}`);
  if (curve === null || component === null || design === null || curve.points.length === 0) return null;
  const { today, target } = curve;
  const dots: CurveDot[] = [];
  if (today !== null && today.p99Seconds !== null) {
    const text = `today ${percentText(today.utilisation)}: ${timeText(today.p99Seconds)}`;
    dots.push({ x: today.utilisation, y: today.p99Seconds, text, today: true });
  }
  const single = today === null ? null : singleBeside(today);
  if (today !== null && single !== null) {
    dots.push({ x: today.utilisation, y: single, text: `M/M/1 ${timeText(single)}` });
  }
  return (
    <ChartFrame
      title={kneeTitle(curve, componentName(design, component))}
      name="knee"
      table={kneeTable(curve)}
      copyPicture={copyPicture}
    >
      <CurvePlot
        x={LOAD_AXIS}
        y={timeAxis('linear', 0, high, KNEE_LEGEND)}
        lines={kneeLines(curve)}
        dots={dots}
        mark={{ x: target, text: `target ${percentText(target)}` }}
      />
    </ChartFrame>
  );
}
