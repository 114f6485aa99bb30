import type { CapacityPlan } from '../model/report-load.ts';
import { useIsCurrent, useLoad } from './answers.ts';
import { useCalm } from './calm.ts';

/** How far ahead is planned. */
export const PLAN_MONTHS = 36;

const asked = (design: number) => ({ question: 'capacity-plan', design, months: PLAN_MONTHS }) as const;

/** What is full first, second, third, and when; null until it is known. */
export function useCapacityPlan(): CapacityPlan | null {
  const design = useCalm((state) => state.design);
  return useLoad(asked(design));
}

/** Whether that is of the design as it is now. */
export function usePlanIsCurrent(): boolean {
  const design = useCalm((state) => state.design);
  return useIsCurrent(asked(design));
}
