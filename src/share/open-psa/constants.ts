import type { Gate } from './formulas.ts';
import type { Definition } from './scope.ts';
import { isGate, type Source, type Wiring } from './wiring.ts';

/** A gate without its constants: it occurs when at least so many of what is left do, or is itself certain either way. */
export type Folded = boolean | { readonly least: number; readonly inputs: readonly (Definition | Gate)[] };

/** Takes house events and constants out of all gates: one that occurs counts as an input that has, another as none. */
export function withoutConstants(
  { order, sourceOf }: Wiring,
  houses: ReadonlyMap<Definition, boolean>,
): ReadonlyMap<Gate, Folded> {
  const folded = new Map<Gate, Folded>();
  const known = (source: Source): Source => {
    if (typeof source === 'boolean') return source;
    const value = isGate(source) ? folded.get(source) : houses.get(source);
    return typeof value === 'boolean' ? value : source;
  };
  for (const gate of order.toReversed()) {
    const sources = gate.inputs.map((input) => known(sourceOf(input)));
    const least = gate.least - sources.filter((source) => source === true).length;
    const inputs = sources.filter((source) => typeof source !== 'boolean');
    folded.set(gate, least <= 0 || (least <= inputs.length && distinct(least, inputs)));
  }
  return folded;
}

/** What an "and" or an "or" names twice counts once; for "at least 2" it counts twice. */
function distinct(least: number, inputs: readonly (Definition | Gate)[]): Folded {
  const different = [...new Set(inputs)];
  if (least === 1) return { least, inputs: different };
  return least === inputs.length ? { least: different.length, inputs: different } : { least, inputs };
}
