import type { TimeCurve } from '../../../model/report.ts';
import { useCurve } from '../../../store/answers.ts';
import { useBoard } from '../../../store/board.ts';
import type { FieldOwner } from '../../../store/fields.ts';

/** What a component's time or a call's network looks like; null until the engine has said it, or where it isn't asked. */
export function useTimeCurve(owner: FieldOwner | null): TimeCurve | null {
  const design = useBoard((state) => state.design);
  const id = owner?.ids[0];
  const of = id === undefined ? null : owner?.part === 'calls' ? { call: id } : { component: id };
  const answer = useCurve(of === null ? null : { question: 'time', design, of });
  return answer?.question === 'time' ? answer : null;
}
