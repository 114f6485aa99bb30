import type { ResolvedCall, ResolvedComponent } from '../model/resolved.ts';
import type { ComponentDraft } from './draft.ts';
import { inside, type Reader } from './reader.ts';

/**
 * Rule 7: how many callees a gate needs and how it asks them. Under a race a call with `times` N counts as N callees.
 * What is wrong falls back to the nearest thing that works: one callee, or as many as there are.
 */
export function gateNeeds(
  draft: ComponentDraft,
  calls: readonly ResolvedCall[],
  reader: Reader,
): Pick<ResolvedComponent, 'needed' | 'mode'> {
  const { component, place, values } = draft;
  const written = values.numbers.get('needed');
  const majority = values.words.get('needed') === 'majority';
  const copies = calls.reduce((sum, call) => sum + call.times, 0);
  const asked = written ?? (majority ? Math.floor(copies / 2) + 1 : 1);
  const mode = component.mode ?? (asked > 1 ? 'race' : 'failover');
  const callees = mode === 'race' ? copies : calls.length;
  const needed = majority ? Math.floor(callees / 2) + 1 : asked;
  if (callees === 0) {
    reader.issue('gate/no-callees', place, 'It calls nothing yet. Connect what it chooses from');
    return { needed: 0, mode };
  }
  if (needed > callees) {
    const have = callees === 1 ? 'calls only 1' : `calls only ${callees}`;
    reader.issue(
      'gate/needed-exceeds-callees',
      inside(place, 'needed'),
      `${needed} are needed, but it ${have}. Connect more, or need fewer`,
    );
    return { needed: 1, mode: component.mode ?? 'failover' };
  }
  if (mode === 'failover' && needed > 1) {
    reader.issue(
      'gate/mode',
      inside(place, 'mode'),
      `One after the other works for 1 needed, not for ${needed}. Take all at once instead`,
    );
    return { needed, mode: 'race' };
  }
  return { needed, mode };
}
