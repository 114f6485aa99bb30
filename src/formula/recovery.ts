import { decimalComplement } from '../model/quantity/complement.ts';
import type { ResolvedComponent } from '../model/resolved.ts';
import type { Value } from '../model/scenario.ts';
import type { ComponentDraft } from './draft.ts';
import { inside, type Place, type Reader } from './reader.ts';

const TAKEOVER_TIMES = ['failover.time', 'standby.time'] as const;
const TAKEOVER = ['failover.time', 'failover.coverage', 'standby.time'] as const;

/** How long one planned window lasts where it is written as a time per time, "20 min/month"; null for anything else. */
export function windowSeconds(planned: Value | undefined, reader: Reader): number | null {
  const literal = planned === undefined ? null : reader.literal(planned);
  const isWindow = literal?.unit.share === true && literal.perSeconds !== null && literal.amount > 0;
  return isWindow ? literal.amount : null;
}

/**
 * Rule 8: how long a takeover lasts and which share of failures it covers. It begins with every failure of a serving
 * replica, so it needs the time to repair that tells how often one fails; without a spare there is nobody to take over.
 */
export function takeoverOf(
  { place, values }: ComponentDraft,
  component: ResolvedComponent,
  reader: Reader,
): Pick<ResolvedComponent, 'takeoverSeconds' | 'uncovered'> {
  const written = TAKEOVER.find((key) => values.numbers.has(key));
  const uncovered = decimalComplement(String(values.numbers.get('failover.coverage') ?? 1));
  const times = TAKEOVER_TIMES.filter((key) => (values.numbers.get(key) ?? 0) > 0);
  const spare = component.replicas > component.needed;
  if (!spare && written !== undefined) {
    reader.finding(
      'takeover-without-spare',
      at(place, written),
      `${place.where}: it needs all its replicas, so none is left to take over, and this changes nothing.`,
    );
  }
  const takeoverSeconds = times.reduce((sum, key) => sum + (values.numbers.get(key) ?? 0), 0);
  const wrong = spare ? problemOf(component, takeoverSeconds) : null;
  if (wrong !== null) for (const key of times) reader.issue(wrong.code, at(place, key), wrong.message);
  const known = component.mttrSeconds !== null || neverOrAlways(component);
  return { takeoverSeconds: known && wrong === null ? takeoverSeconds : 0, uncovered };
}

/** What is never down, or never up, does not fail. */
const neverOrAlways = ({ unavailability }: ResolvedComponent): boolean => unavailability === 0 || unavailability === 1;

/** Why a takeover of that length cannot be; null where it can. */
function problemOf(component: ResolvedComponent, takeoverSeconds: number): { code: string; message: string } | null {
  const { needed, unavailability, mttrSeconds } = component;
  if (neverOrAlways(component)) return null;
  if (mttrSeconds === null) {
    return {
      code: 'takeover/without-mttr',
      message:
        'How often a spare takes over is not known without a time to repair. Write how long a repair takes, beside how often one is up',
    };
  }
  return needed * unavailability * takeoverSeconds > mttrSeconds
    ? {
        code: 'takeover/too-long',
        message: 'Replicas that fail and are repaired so often would take over all the time. Write a shorter time',
      }
    : null;
}

const at = (place: Place, key: string): Place => inside(place, ...key.split('.'));
