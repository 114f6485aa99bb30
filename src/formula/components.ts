import { KIND_SPECS } from '../model/kinds/kinds.ts';
import { NO_LIMITS } from '../model/resolved-load.ts';
import { NO_TIME } from '../model/resolved-time.ts';
import type { ResolvedComponent, ResolvedObjective } from '../model/resolved.ts';
import type { Component, Design } from '../model/scenario.ts';
import type { ComponentDraft } from './draft.ts';
import { placements } from './domains.ts';
import { fieldsAt, readFields, type FieldValues } from './fields.ts';
import { inside, type Place, type Reader } from './reader.ts';
import { windowSeconds } from './recovery.ts';

const FIELDS = new Map(Object.values(KIND_SPECS).map((spec) => [spec.kind, fieldsAt(spec.fields)]));

/** What an objective's window is where nothing is written. */
const DEFAULT_WINDOW_SECONDS = 30 * 86_400;

/** Reads every component of a design, but for its times. `needed: capacity`, what gates need and who takes over wait for the calls. */
export function draftComponents(design: Design, at: Place, reader: Reader): ComponentDraft[] {
  const placementOf = placements(design, reader);
  return Object.entries(design.components).map(([id, component]) => {
    const place = { path: [...at.path, 'components', id], where: component.name ?? id };
    const values = readFields(component, FIELDS.get(component.kind) ?? [], place, reader);
    const unavailability = ownUnavailability(component, values, place, reader);
    const replicas = values.numbers.get('replicas') ?? 1;
    const resolved: ResolvedComponent = {
      id,
      name: component.name ?? id,
      kind: component.kind,
      replicas,
      needed: neededReplicas(component, values, replicas, place, reader),
      unavailability,
      beta: values.numbers.get('beta') ?? 0,
      mttrSeconds: values.numbers.get('up.mttr') ?? null,
      plannedUnavailability: values.numbers.get('planned') ?? 0,
      plannedSeconds: values.numbers.has('planned') ? windowSeconds(component.planned, reader) : null,
      takeoverSeconds: 0,
      uncovered: 0,
      placement: placementOf(component, place),
      errors: values.numbers.get('errors') ?? 0,
      time: NO_TIME,
      switchSeconds: 0,
      hitRatio: values.numbers.get('hitRatio') ?? 0,
      whenDown: component.whenDown ?? (component.kind === 'cache' ? 'bypass' : 'refuse'),
      mode: component.mode ?? 'failover',
      sigma: values.numbers.get('scaling.sigma') ?? 0,
      kappa: values.numbers.get('scaling.kappa') ?? 0,
      scales: component.scaling?.sigma !== undefined || component.scaling?.kappa !== undefined,
      ratePerSecond: values.numbers.get('rate') ?? null,
      objective: objectiveOf(values),
      latencyObjective: null,
      ...NO_LIMITS,
    };
    return { component, place, values, resolved };
  });
}

function objectiveOf({ numbers }: FieldValues): ResolvedObjective | null {
  const unavailability = numbers.get('objectives.availability');
  if (unavailability === undefined) return null;
  return { unavailability, windowSeconds: numbers.get('objectives.window') ?? DEFAULT_WINDOW_SECONDS };
}

/** An external without a figure of its own takes its contract's, and says so. */
function ownUnavailability(component: Component, { numbers }: FieldValues, place: Place, reader: Reader): number {
  const promised = numbers.get('contract.sla');
  const at = inside(place, 'contract', 'sla');
  if (component.up === undefined) {
    if (promised !== undefined) {
      reader.finding(
        'sla-taken',
        at,
        `${place.where}: nothing says how often it is up, so its contract's figure is taken.`,
      );
    }
    return promised ?? 0;
  }
  if (promised !== undefined) {
    reader.finding('not-computed-yet', at, `${place.where}: its contract is kept, but its own figure is the one used.`);
  }
  return numbers.get('up') ?? 0;
}

/** Replicas needed, `capacity` and gates left at 1 for now. */
function neededReplicas(
  component: Component,
  { numbers, words }: FieldValues,
  replicas: number,
  place: Place,
  reader: Reader,
): number {
  if (component.kind === 'gate') return 1;
  if (words.get('needed') === 'majority') return Math.floor(replicas / 2) + 1;
  const needed = numbers.get('needed') ?? 1;
  if (needed <= replicas) return needed;
  const have = replicas === 1 ? 'is only 1 replica' : `are only ${replicas} replicas`;
  reader.issue(
    'component/needed-exceeds-replicas',
    inside(place, 'needed'),
    `${needed} are needed, but there ${have}. Add replicas, or need fewer`,
  );
  return 1;
}
