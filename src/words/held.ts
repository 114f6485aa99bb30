import { canBeHeld, isDown, type Held } from '../model/edit/what-if.ts';
import type { Design } from '../model/scenario.ts';
import { atStart, isPlural, partName } from './names.ts';
import { listed } from './parts.ts';

/** "down", "up 99 %". */
export const heldAtText = (held: Pick<Held, 'up'>): string => (isDown(held) ? 'down' : `up ${held.up}`);

/** What is held alike, with the names of what is in the design. */
function alike(design: Design | null, held: readonly Held[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const part of held) {
    if (design === null || !canBeHeld(design, part)) continue;
    const text = heldAtText(part);
    groups.set(text, [...(groups.get(text) ?? []), partName(design, part)]);
  }
  return groups;
}

/** "Payment gateway is down", "Zone a and App are down, Orders is up 99 %". */
export function heldText(design: Design | null, held: readonly Held[]): string {
  const clauses = [...alike(design, held)].map(([text, names]) => {
    const are = names.length > 1 || isPlural(names[0] ?? '');
    return `${listed(names)} ${are ? 'are' : 'is'} ${text}`;
  });
  return clauses.length === 0 ? 'nothing of this design is down' : clauses.join(', ');
}

/** What is tried out and what is held, in one line. */
export const whatIfText = (tried: string | null, design: Design | null, held: readonly Held[]): string =>
  [...(tried === null ? [] : [tried]), ...(held.length === 0 ? [] : [heldText(design, held)])].join(', ');

/** What writing it into the document is called: "Take down Payment gateway", "Let App be up 99 %". */
export function heldStep(design: Design | null, held: readonly Held[]): string {
  const clauses = [...alike(design, held)].map(([text, names]) =>
    text === 'down' ? `take down ${listed(names)}` : `let ${listed(names)} be ${text}`,
  );
  return clauses.length === 0 ? 'What if' : atStart(clauses.join(', '));
}
