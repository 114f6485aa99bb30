import type { Design, Scenario, Value } from '../model/scenario.ts';

/** What a node's face takes from the design around it. */
export interface Surroundings {
  /** How many things it calls: what a gate has to choose from. */
  readonly callees: number;
  /** The most times that one request of a caller calls it, as far as that is written as a number; 0 where nothing calls it. */
  readonly called: number;
  readonly variables: Readonly<Record<string, Value>>;
}

const NO_VARIABLES: Surroundings['variables'] = {};
export const ALONE: Surroundings = { callees: 0, called: 0, variables: NO_VARIABLES };

type Counts = Map<string, { callees: number; called: number }>;
const counted = new WeakMap<Design, Counts>();

function countsOf(design: Design): Counts {
  const known = counted.get(design);
  if (known) return known;
  const counts: Counts = new Map(Object.keys(design.components).map((id) => [id, { callees: 0, called: 0 }]));
  for (const call of design.calls ?? []) {
    const from = counts.get(call.from);
    const to = counts.get(call.to);
    const times = Number(call.times ?? 1);
    if (from) from.callees++;
    if (to) to.called = Math.max(to.called, Number.isFinite(times) ? times : 1);
  }
  counted.set(design, counts);
  return counts;
}

/** Counted once a design: a node may ask at every edit. */
export function surroundingsOf(scenario: Scenario, designIndex: number, id: string): Surroundings {
  const design = scenario.designs[designIndex];
  const counts = design ? countsOf(design).get(id) : undefined;
  return { ...ALONE, ...counts, variables: scenario.variables ?? NO_VARIABLES };
}
