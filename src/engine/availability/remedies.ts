import type { ResolvedComponent } from '../../model/resolved.ts';
import { groupUnavailability } from './group.ts';
import { withOtherGroup, type Part } from './journey.ts';

/** Kinds that have replicas to add. */
const GROWS: ReadonlySet<string> = new Set(['balancer', 'service', 'function', 'cache', 'database', 'queue']);

/**
 * The group with other replicas and as many needed; null for what has no replicas to change, or fewer than needed.
 *
 * Model: replicas of a group are equal; clients, gates and externals have none to change. Units: whole numbers.
 * Errors: null. Accuracy: that of `groupUnavailability`. Cost: a binomial tail. Source: docs/availability-maths.md, "Groups".
 *
 * @example withReplicas({ kind: 'service', replicas: 1, needed: 1, unavailability: 0.01, beta: 0 }, 2) // => 0.0001
 */
export function withReplicas(
  component: Pick<ResolvedComponent, 'kind' | 'replicas' | 'needed' | 'unavailability' | 'beta'>,
  replicas: number,
): number | null {
  if (!GROWS.has(component.kind) || replicas < component.needed || replicas < 1) return null;
  return groupUnavailability({ ...component, replicas });
}

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
 * Accuracy: as `withOtherGroup`. Cost: a binomial tail a part. Source: docs/availability-maths.md, "What would help".
 *
 * @example remedies([], [], () => true, 0.1) // => []
 */
export function remedies(
  components: readonly ResolvedComponent[],
  parts: readonly Part[],
  callsNothing: (component: number) => boolean,
  today: number,
): Change[] {
  const changes: Change[] = [];
  for (const part of parts) {
    const component = components[part.component]!;
    const external = component.kind === 'external';
    const down = external ? groupUnavailability(component) ** 2 : withReplicas(component, component.replicas + 1);
    if (down === null || (external && !callsNothing(part.component))) continue;
    const unavailability = withOtherGroup(part, down);
    if (unavailability < today * (1 - 1e-12)) {
      changes.push({ kind: external ? 'second-provider' : 'add-replica', component: part.component, unavailability });
    }
  }
  return changes.sort((a, b) => a.unavailability - b.unavailability || a.component - b.component).slice(0, 3);
}
