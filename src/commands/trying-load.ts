import { setField } from '../model/edit/components.ts';
import { multiplyRates } from '../model/edit/rates.ts';
import { applyStormRemedy } from '../model/edit/storm-remedy.ts';
import type { CapacityPlan, StormRemedyEdit } from '../model/report-load.ts';
import { board } from '../store/board.ts';

/** Shows what so many times today's load would do, as a what-if; with as many replicas as that needs, or with today's. */
export function tryMultiple({ times, components }: CapacityPlan['multiples'][number], scaled: boolean): void {
  const label = `${times} times the load${scaled ? ', with the replicas for it' : ''}`;
  board.getState().tryOut(label, (scenario, design) => {
    const busy = multiplyRates(scenario, design, times);
    if (!scaled) return busy;
    return components.reduce(
      (grown, { component, replicasNeeded }) =>
        replicasNeeded === null ? grown : setField(grown, design, component, 'replicas', replicasNeeded),
      busy,
    );
  });
}

/** Shows what a change against retry storms would do, as a what-if. */
export function tryStormRemedy(edit: StormRemedyEdit, label: string): void {
  board.getState().tryOut(label, (scenario, design) => applyStormRemedy(scenario, design, edit));
}
