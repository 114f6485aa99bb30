import type { MitigationEdit } from '../report.ts';
import type { Scenario } from '../scenario.ts';
import { setCallField } from './calls.ts';
import type { FieldValue } from './record.ts';

/** Three digits, as people write a time into a field: "95 ms". */
function secondsWritten(seconds: number): string {
  const [size, unit] = seconds >= 1 ? [1, 's'] : seconds >= 1e-3 ? [1e-3, 'ms'] : [1e-6, 'us'];
  return `${Number((seconds / size).toPrecision(3))} ${unit}`;
}

function fieldsOf(edit: MitigationEdit): Readonly<Record<string, FieldValue | undefined>> {
  switch (edit.kind) {
    case 'hedge':
      return { hedge: secondsWritten(edit.delaySeconds), tied: undefined };
    case 'tied':
      return { hedge: secondsWritten(edit.delaySeconds), tied: true };
    case 'retry':
      return { timeout: secondsWritten(edit.timeoutSeconds), retries: edit.retries };
    case 'smaller-fan-out':
      return { times: edit.times };
  }
}

/** Makes the change against the tail that an answer proposes. */
export function applyMitigation(scenario: Scenario, design: number, edit: MitigationEdit): Scenario {
  return Object.entries(fieldsOf(edit)).reduce(
    (changed, [key, value]) => setCallField(changed, design, edit.call, key, value),
    scenario,
  );
}
