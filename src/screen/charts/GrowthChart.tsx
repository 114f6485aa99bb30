import { useCalm } from '../../store/calm.ts';
import { shownDesign } from '../../store/selectors.ts';
import { PLAN_MONTHS, useCapacityPlan } from '../../store/useCapacityPlan.ts';
import { growthTitle } from '../../words/load-titles.ts';
import { componentName } from '../../words/names.ts';
import { countText, percentText } from '../../words/numbers.ts';
import { useSteady } from '../ui/useSteady.ts';
import { ChartFrame, type CopyPicture } from './ChartFrame.tsx';
import type { CurveDot } from './curve.ts';
import { CurvePlot } from './CurvePlot.tsx';
import { evenAxis, growthEnd, growthLegend, growthLines, growthTable } from './load-series.ts';

/** How busy the workers of the components that are full first will be, month by month. */
export function GrowthChart({ copyPicture }: { readonly copyPicture: CopyPicture }) {
  const plan = useCapacityPlan();
  const design = useCalm(shownDesign);
  const lines = plan === null ? [] : growthLines(plan);
  const high = useSteady(growthEnd(lines), design?.name ?? '');
  if (plan === null || design === null || lines.length === 0) return null;
  const dots = plan.components.slice(0, lines.length).flatMap(({ component, target, monthsToTarget }): CurveDot[] => {
    const shown = monthsToTarget !== null && monthsToTarget > 0 && monthsToTarget <= PLAN_MONTHS;
    const text = `${componentName(design, component)} at ${percentText(target)}`;
    return shown ? [{ x: monthsToTarget, y: target, text }] : [];
  });
  return (
    <ChartFrame
      title={growthTitle(plan, design)}
      name="growth"
      table={growthTable(plan, design)}
      copyPicture={copyPicture}
    >
      <CurvePlot
        x={evenAxis(PLAN_MONTHS, 'months from now', countText)}
        y={evenAxis(high, growthLegend(lines.map(({ key }) => componentName(design, key))), percentText)}
        lines={lines}
        dots={dots}
      />
    </ChartFrame>
  );
}
