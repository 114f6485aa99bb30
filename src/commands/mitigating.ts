import { applyMitigation } from '../model/edit/mitigation.ts';
import type { MitigationEdit } from '../model/report.ts';
import { board } from '../store/board.ts';

/** Shows what a change against the tail would do, as a what-if. */
export function tryMitigation(edit: MitigationEdit, label: string): void {
  board.getState().tryOut(label, (scenario, design) => applyMitigation(scenario, design, edit));
}
