import type { CapacityPlan } from '../model/report-load.ts';
import { useLoad } from './answers.ts';
import { useCalm } from './calm.ts';

/** How far ahead is planned. */
export const PLAN_MONTHS = 36;

/** What is full first, second, third, and when; null until it is known. */
export function useCapacityPlan(): CapacityPlan | null {
  const design = useCalm((state) => state.design);
  return useLoad({ question: 'capacity-plan', design, months: PLAN_MONTHS });
}
