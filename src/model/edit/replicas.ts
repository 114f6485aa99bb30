import { MOST_REPLICAS } from '../kinds/common.ts';
import { fieldOf } from '../kinds/kinds.ts';
import type { Component, Value } from '../scenario.ts';
import { withKey } from './record.ts';

/** A number of replicas that is written as a plain whole number; null for a variable or a formula. */
function plainCount(value: Value): number | null {
  const count = typeof value === 'number' ? value : /^\s*\d+\s*$/.test(value) ? Number(value) : null;
  return count !== null && Number.isInteger(count) ? count : null;
}

/**
 * The component with some replicas more or fewer. What follows from a variable stays, and so do kinds without replicas
 * and somebody else's service, whose figure is for all of it.
 */
export function steppedReplicas(component: Component, by: number): Component {
  const written = component.replicas;
  if (fieldOf(component.kind, 'replicas') === undefined) return component;
  if (component.kind === 'external' && written === undefined) return component;
  const count = plainCount(written ?? 1);
  if (count === null) return component;
  const stepped = Math.min(MOST_REPLICAS, Math.max(1, count + Math.trunc(by)));
  return stepped === count ? component : withKey(component, 'replicas', stepped);
}

/** One replica more, also where their number is a formula. */
export function oneMoreReplica(component: Component): Component {
  if (fieldOf(component.kind, 'replicas') === undefined) return component;
  const written = component.replicas ?? 1;
  const count = plainCount(written);
  return withKey(component, 'replicas', count === null ? `(${written}) + 1` : Math.min(MOST_REPLICAS, count + 1));
}
