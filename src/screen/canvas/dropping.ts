import { containersOf, holdsPoint, probeOf, type Container } from '../../drawing/containers.ts';
import { nodeBox, overlaps } from '../../drawing/edge.ts';
import { canStand, domainsOf, withAncestors } from '../../model/domains.ts';
import { moveTo } from '../../model/edit/board.ts';
import { nestInto, nestOutOf } from '../../model/edit/domains.ts';
import { putInDomain, spreadInto, takeOut } from '../../model/edit/placement.ts';
import type { Design, Point, Scenario } from '../../model/scenario.ts';
import { domainName } from '../../words/names.ts';
import { dropText } from '../../words/placement.ts';

/** Something that is dragged by itself: where its upper left corner was, and where it is. */
export interface Dragged {
  readonly of: 'component' | 'domain';
  readonly id: string;
  readonly from: Point;
  readonly to: Point;
}

/** Domains that a dragged thing comes into and goes out of, outermost first. */
export interface Crossing extends Dragged {
  readonly enters: readonly string[];
  readonly leaves: readonly string[];
}

/**
 * Which borders are crossed. Containers stay where they are while one drags, but for those that are dragged; a thing that
 * only moves about within one stays what it was.
 */
export function crossingsOf(
  design: Design,
  containers: readonly Container[],
  dragged: readonly Dragged[],
  moving: ReadonlySet<string>,
): Crossing[] {
  const still = containers.filter(({ id }) => !moving.has(id));
  const domains = domainsOf(design);
  return dragged.flatMap((each) => {
    const { of, id, from, to } = each;
    if (of === 'component' && !canStand(design, id)) return [];
    const around = (corner: Point): readonly string[] =>
      still.filter((container) => holdsPoint(container, probeOf(corner, of))).map((container) => container.id);
    const [before, after] = [around(from), around(to)];
    const standsIn = (container: Container): boolean =>
      of === 'component' ? container.members.includes(id) : withAncestors(domains, id).has(container.id);
    const enters = after.filter((container) => !before.includes(container));
    const leaves = still.filter((one) => standsIn(one) && !after.includes(one.id)).map((one) => one.id);
    return enters.length + leaves.length === 0 ? [] : [{ ...each, enters, leaves }];
  });
}

/** What a drop here would do, in words; null where it only moves. */
export function dropHint(design: Design, crossings: readonly Crossing[], maySpread: boolean): string | null {
  const names = (of: 'enters' | 'leaves'): string[] =>
    [...new Set(crossings.flatMap((each) => each[of]))].map((id) => domainName(design, id));
  const spreads = maySpread && crossings.some(({ of, enters }) => of === 'component' && enters.length > 0);
  return crossings.length === 0 ? null : dropText(names('enters'), names('leaves'), spreads);
}

/** The scenario with everything standing where it was dropped. Spread: components stand there too, and leave nothing. */
export function withCrossings(
  scenario: Scenario,
  index: number,
  crossings: readonly Crossing[],
  spread: boolean,
): Scenario {
  return crossings.reduce((all, { of, id, enters, leaves }) => {
    if (of === 'domain') {
      const out = leaves.toReversed().reduce((each, domain) => nestOutOf(each, index, id, domain), all);
      return enters.reduce((each, domain) => nestInto(each, index, id, domain), out);
    }
    if (spread) return enters.reduce((each, domain) => spreadInto(each, index, [id], domain), all);
    const out = leaves.toReversed().reduce((each, domain) => takeOut(each, index, [id], domain), all);
    return enters.reduce((each, domain) => putInDomain(each, index, [id], domain), out);
  }, scenario);
}

/** A container that has just lost its last content stays where it was, unless something stands there. */
export function withEmptied(scenario: Scenario, index: number, before: readonly Container[]): Scenario {
  const design = scenario.designs[index];
  if (design === undefined) return scenario;
  const { at = {} } = scenario;
  const emptied = containersOf(design, at).filter(({ id, alone }) => alone && !Object.hasOwn(at, id));
  const nodes = Object.keys(design.components).flatMap((id) => (at[id] === undefined ? [] : [nodeBox(at[id])]));
  const places = emptied.flatMap(({ id, box }): [string, Point][] => {
    const was = before.find((each) => each.id === id)?.box;
    if (was === undefined) return [];
    const stays = { ...box, x: was.x, y: was.y };
    return nodes.some((node) => overlaps(node, stays)) ? [] : [[id, [was.x, was.y]]];
  });
  return moveTo(scenario, { domains: Object.fromEntries(places) });
}
