import type { StormRemedyEdit } from '../report-load.ts';
import type { Scenario } from '../scenario.ts';
import { setCallField } from './calls.ts';
import { setField } from './components.ts';

/** Three digits, as people write a share into a field: "12.5 %". */
const shareWritten = (share: number): string => `${Number((100 * share).toPrecision(3))} %`;

/** Makes the change against a retry storm that an answer proposes. */
export function applyStormRemedy(scenario: Scenario, design: number, edit: StormRemedyEdit): Scenario {
  switch (edit.kind) {
    case 'queue-limit':
      return setField(scenario, design, edit.component, 'queue', edit.places);
    case 'retry-budget':
      return setCallField(scenario, design, edit.call, 'retryBudget', shareWritten(edit.share));
    case 'breaker':
      return setCallField(scenario, design, edit.call, 'breaker', shareWritten(edit.share));
    case 'cancel':
      return setCallField(scenario, design, edit.call, 'cancel', true);
    case 'no-retries':
      return setCallField(scenario, design, edit.call, 'retries', undefined);
  }
}
