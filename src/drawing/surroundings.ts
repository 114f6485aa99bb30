import { domainsOf, placementOf } from '../model/domains.ts';
import type { Component, Design, Scenario, Value } from '../model/scenario.ts';
import { domainName } from '../words/names.ts';

/** What a node's face takes from the design around it. */
export interface Surroundings {
  /** How many things it calls: what a gate has to choose from. */
  readonly callees: number;
  /** The most times that one request of a caller calls it, as far as that is written as a number; 0 where nothing calls it. */
  readonly called: number;
  /** Names of the domains of one kind that its replicas are dealt over, in turn; empty where all stand in one. */
  readonly over: readonly string[];
  /** Names of the domains that hold all of its replicas. */
  readonly in: readonly string[];
  readonly variables: Readonly<Record<string, Value>>;
}

const NO_VARIABLES: Surroundings['variables'] = {};
export const ALONE: Surroundings = { callees: 0, called: 0, over: [], in: [], variables: NO_VARIABLES };

type Around = Omit<Surroundings, 'variables'>;
type Counts = Map<string, { -readonly [K in keyof Around]: Around[K] }>;
const counted = new WeakMap<Design, Counts>();

/** Where replicas stand. A group that is spread over domains of several kinds shows the first of them. */
function standing(design: Design, component: Component): Pick<Surroundings, 'over' | 'in'> {
  if (component.domains === undefined) return ALONE;
  const lists = placementOf(component, domainsOf(design));
  const names = (ids: readonly string[] = []): string[] => ids.map((id) => domainName(design, id));
  return {
    over: names(lists.find((list) => list.length > 1)),
    in: lists.flatMap((list) => (list.length === 1 ? names(list) : [])),
  };
}

function countsOf(design: Design): Counts {
  const known = counted.get(design);
  if (known) return known;
  const counts: Counts = new Map(
    Object.entries(design.components).map(([id, component]) => [id, { ...ALONE, ...standing(design, component) }]),
  );
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
  return { ...(counts ?? ALONE), variables: scenario.variables ?? NO_VARIABLES };
}
