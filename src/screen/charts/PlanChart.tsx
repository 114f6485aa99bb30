import { useCapacityPlan } from '../../store/useCapacityPlan.ts';
import { useCalm } from '../../store/calm.ts';
import { shownDesign } from '../../store/selectors.ts';
import { planTitle } from '../../words/load-titles.ts';
import { PLAN_MONTHS } from '../../store/useCapacityPlan.ts';
import { BarPlot } from './BarPlot.tsx';
import { ChartFrame, type CopyPicture } from './ChartFrame.tsx';
import { planBars, planTable } from './load-series.ts';

/** When each component is full, and when more of it has to be ordered. A bar leads to its component. */
export function PlanChart({ copyPicture }: { readonly copyPicture: CopyPicture }) {
  const plan = useCapacityPlan();
  const design = useCalm(shownDesign);
  if (plan === null || design === null || plan.components.length === 0) return null;
  const rows = planBars(plan, design, PLAN_MONTHS);
  return (
    <ChartFrame
      title={planTitle(plan, design)}
      name="capacity-plan"
      table={planTable(plan, design)}
      copyPicture={copyPicture}
    >
      <BarPlot
        rows={rows}
        axis={rows.some(({ limit }) => limit !== undefined) ? 'months; line: order by' : 'months'}
        domain={[0, PLAN_MONTHS]}
        nameWidth={6.5}
        labels="behind"
        behind={11}
        leads
      />
    </ChartFrame>
  );
}
