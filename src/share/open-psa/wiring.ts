import { findRings } from '../../model/rings.ts';
import type { Gate, Input } from './formulas.ts';
import { circleText, type Problem } from './problem.ts';
import type { Definition } from './scope.ts';

/** What an input stands for: a gate, an event of another kind, or a constant. */
export type Source = Gate | Definition | boolean;

/** How the gates of a model hang together. */
export interface Wiring {
  /** Every gate before those that are its inputs. */
  readonly order: readonly Gate[];
  /** Those that are nobody's input. */
  readonly tops: readonly Gate[];
  readonly sourceOf: (input: Input) => Source;
}

export const isGate = (source: Source): source is Gate => typeof source === 'object' && 'least' in source;

/** The gates that a file defines, then the formulas inside them. */
export function everyGate(defined: Iterable<Gate>): Gate[] {
  const gates = [...defined];
  for (const { inputs } of gates) for (const input of inputs) if (input.of === 'formula') gates.push(input.gate);
  return gates;
}

/** Says which gates refer to each other in a circle; the order means nothing then. */
export function wiringOf(gates: readonly Gate[], defined: ReadonlyMap<Definition, Gate>, problems: Problem[]): Wiring {
  const sourceOf = (input: Input): Source => {
    if (input.of === 'constant') return input.occurs;
    return input.of === 'formula' ? input.gate : (defined.get(input.definition) ?? input.definition);
  };
  const places = new Map<Source, number>(gates.map((gate, place) => [gate, place]));
  const arrows = gates.flatMap(({ inputs }, from) =>
    inputs.flatMap((input) => {
      const to = places.get(sourceOf(input));
      return to === undefined ? [] : [{ from, to, line: input.of === 'event' ? input.line : 1 }];
    }),
  );
  const { closing, order } = findRings(gates.length, arrows);
  for (const [arrow, { members, size }] of closing) {
    const named = members.filter((place) => gates[place]?.nested === null);
    const ring = { members: named, size: size - members.length + named.length };
    const message = `${circleText(ring, (place) => gates[place]?.definition.name ?? '')}. Take one of these references out`;
    problems.push({ line: arrows[arrow]?.line ?? 1, code: 'cycle', message });
  }
  const called = new Set(arrows.map(({ to }) => to));
  const tops = gates.filter(({ nested }, place) => nested === null && !called.has(place));
  return { order: order.map((place) => gates[place]!), tops, sourceOf };
}
