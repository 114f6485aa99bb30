import { dealt } from '../model/domains.ts';
import { countText } from './numbers.ts';
import { listed } from './parts.ts';

/** Where replicas stand: "4, 3 and 3 over Zone a, Zone b and Zone c, in Configuration a"; empty where in no domain. */
export function placementText(replicas: number | null, over: readonly string[], inside: readonly string[]): string {
  const counts = replicas === null ? '' : `${listed(dealt(replicas, over.length).map(countText), Infinity)} `;
  const spread = over.length === 0 ? '' : `${counts}over ${listed(over, Infinity)}`;
  return [spread, inside.length === 0 ? '' : `in ${listed(inside, Infinity)}`].filter((part) => part !== '').join(', ');
}

/** How many of a group's replicas stand there: "4 of 10", "all 2", "the only one". */
export function countIn(count: number, replicas: number): string {
  if (count < replicas) return `${countText(count)} of ${countText(replicas)}`;
  return replicas === 1 ? 'the only one' : `all ${countText(replicas)}`;
}

/** A group that is spread, in the container of one of its domains: "App · 4 of 10". */
export function spreadText(name: string, replicas: number | null, place: number, places: number): string {
  const count = replicas === null ? null : (dealt(replicas, places)[place] ?? 0);
  return count === null || replicas === null ? name : `${name} · ${countIn(count, replicas)}`;
}

/** What letting go here does: "Drop: out of Zone a, into Zone b · Shift: also in Zone b". */
export function dropText(enters: readonly string[], leaves: readonly string[], spreads: boolean): string {
  const parts = [
    leaves.length === 0 ? '' : `out of ${listed(leaves)}`,
    enters.length === 0 ? '' : `into ${listed(enters)}`,
  ].filter((part) => part !== '');
  const drop = `Drop: ${parts.join(', ')}`;
  return spreads ? `${drop} · Shift: also in ${listed(enters)}` : drop;
}

export const NOTHING_IN_IT = 'Drop components here';
