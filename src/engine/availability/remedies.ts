import type { ResolvedComponent } from '../../model/resolved.ts';
import { standingOf, type OwnChance } from './evaluate.ts';
import { groupOf, groupUnavailability } from './group.ts';
import type { Part } from './part.ts';
import { cellsStanding, domainsAbove, placementOf, type Placement } from './placement.ts';
import type { Structure } from './structure.ts';

/** Kinds that have replicas to add. */
const GROWS: ReadonlySet<string> = new Set(['balancer', 'service', 'function', 'cache', 'database', 'queue']);

/**
 * Whether a component may have so many replicas.
 *
 * Model: clients, gates and externals have none to change; the others no fewer than are needed. Units: whole numbers.
 * Errors: none. Accuracy: exact. Cost: constant. Source: rule 8 of the scenario format.
 *
 * @example mayHave({ kind: 'external', needed: 1 }, 2) // => false
 */
export function mayHave({ kind, needed }: Pick<ResolvedComponent, 'kind' | 'needed'>, replicas: number): boolean {
  return GROWS.has(kind) && replicas >= needed && replicas >= 1;
}

/**
 * The unavailability when the failures of one part have other chances: the function is linear in them, since only one of
 * the part's variables is asked in any state.
 *
 * Model: independent failures. Units: chances. Errors: none. Accuracy: all terms are positive, about 2e-16.
 * Cost: constant. Source: Z. W. Birnbaum (1969).
 *
 * @example withOtherChances({ base: 0.001, states: [{ variable: { component: 0 }, birnbaum: 0.5 }] }, () => 0.01) // => 0.006
 */
export function withOtherChances({ base, states }: Pick<Part, 'base' | 'states'>, own: OwnChance): number {
  return states.reduce((sum, { variable, birnbaum }) => sum + own(variable) * birnbaum, base);
}

/**
 * The unavailability with other replicas of one group and as many needed; null for what has no replicas to change, for
 * fewer than needed, and where the change deals replicas to domains that held none.
 *
 * Model: replicas of a group are equal, and dealt over its domains in turn; clients, gates and externals have none to
 * change. Units: whole numbers. Errors: null. Accuracy: that of `groupUnavailability`. Cost: a binomial tail a state.
 * Source: docs/availability-maths.md, "Groups".
 *
 * @example withReplicas(structureOf(samples.checkout.designs[0]), sampleJourney(samples.checkout).parts[1], 2) // => 0.0006019487991
 */
export function withReplicas(structure: Structure, part: Part, replicas: number): number | null {
  if ('domain' in part.owner) return null;
  const { component: place } = part.owner;
  const component = { ...structure.components[place]!, replicas };
  if (!mayHave(component, replicas)) return null;
  const today = structure.placements[place]!;
  const dealt = component.placement.length === 0 ? today : placementOf(component, domainsAbove(structure.domains));
  if (dealtTo(dealt) !== dealtTo(today)) return null;
  if (part.states.some(({ variable }) => 'standing' in variable)) return null;
  return withOtherChances(part, (variable) =>
    groupUnavailability(
      component,
      'cells' in variable ? cellsStanding(dealt, variable.cells ?? 0) : component.replicas,
    ),
  );
}

const dealtTo = ({ cells }: Placement): string => cells.map(({ domains }) => domains.join()).join(';');

/** A change of one group, and what the journey becomes. */
export interface Change {
  readonly kind: 'second-provider' | 'add-replica';
  readonly component: number;
  readonly unavailability: number;
}

/**
 * The changes that help a journey most: one replica more, or an independent second provider beside an external.
 *
 * Model: a replica more keeps what is needed; a second provider is an independent twin behind an "any of" gate, Q → Q²,
 * for an external that calls nothing itself. Units: unavailabilities. Errors: none; what saves nothing is left out.
 * Accuracy: as `withOtherChances`. Cost: a binomial tail a part. Source: docs/availability-maths.md, "What would help".
 *
 * @example remedies(structureOf(samples.checkout.designs[0]), [], () => true, 0.1) // => []
 */
export function remedies(
  structure: Structure,
  parts: readonly Part[],
  callsNothing: (component: number) => boolean,
  today: number,
): Change[] {
  const changes: Change[] = [];
  for (const part of parts) {
    if ('domain' in part.owner) continue;
    const { component: place } = part.owner;
    const component = structure.components[place]!;
    const external = component.kind === 'external';
    if (external && !callsNothing(place)) continue;
    const unavailability = external
      ? withOtherChances(part, (variable) =>
          'component' in variable ? groupUnavailability(groupOf(component), standingOf(structure, variable)) ** 2 : 0,
        )
      : withReplicas(structure, part, component.replicas + 1);
    if (unavailability === null || !(unavailability < today * (1 - 1e-12))) continue;
    changes.push({ kind: external ? 'second-provider' : 'add-replica', component: place, unavailability });
  }
  return changes.sort((a, b) => a.unavailability - b.unavailability || a.component - b.component).slice(0, 3);
}
