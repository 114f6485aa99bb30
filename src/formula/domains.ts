import { domainsOf, parentsOf, placementOf } from '../model/domains.ts';
import { DOMAIN_FIELDS } from '../model/kinds/domain.ts';
import type { ResolvedDomain } from '../model/resolved.ts';
import { findRings, ringNames } from '../model/rings.ts';
import type { Component, Design } from '../model/scenario.ts';
import { fieldsAt, readFields } from './fields.ts';
import { inside, type Place, type Reader } from './reader.ts';

const FIELDS = fieldsAt(DOMAIN_FIELDS);

/** A domain that stands in another, and where that is written. */
interface Nesting {
  readonly from: number;
  readonly to: number;
  readonly place: Place;
}

/** The failure domains of a design in the order of the document. One that closes a ring is not stood in. */
export function resolvedDomains(design: Design, at: Place, reader: Reader): ResolvedDomain[] {
  const written = Object.entries(domainsOf(design));
  const indexes = indexesOf(written.map(([id]) => id));
  const nestings: Nesting[] = [];
  const read = written.map(([id, domain], from) => {
    const place = { path: [...at.path, 'domains', id], where: domain.name ?? id };
    const { numbers } = readFields(domain, FIELDS, place, reader);
    const listed = inside(place, 'in');
    const placeOf = (index: number): Place => (typeof domain.in === 'string' ? listed : inside(listed, index));
    for (const parent of knownDomains(parentsOf(domain), indexes, placeOf, reader))
      nestings.push({ from, to: parent.domain, place: parent.place });
    return {
      id,
      name: place.where,
      kind: domain.kind,
      unavailability: numbers.get('up') ?? 0,
      mttrSeconds: numbers.get('up.mttr') ?? null,
      parents: [] as number[],
    };
  });
  const { closing } = findRings(read.length, nestings);
  nestings.forEach(({ from, to, place }, index) => {
    const ring = closing.get(index);
    if (ring === undefined) {
      read[from]?.parents.push(to);
      return;
    }
    const names = ringNames(ring, (member) => read[member]?.name ?? '');
    const message = ring.size === 1 ? `${names} stands in itself` : `${names} stand in each other in a circle`;
    reader.issue('domain/cycle', place, `${message}. Leave one of them out`);
  });
  return read;
}

const indexesOf = (ids: readonly string[]): ReadonlyMap<string, number> => new Map(ids.map((id, index) => [id, index]));

/** Rule 9: where each component of a design stands, as indexes of its domains. */
export function placements(design: Design, reader: Reader): (component: Component, place: Place) => number[][] {
  const domains = domainsOf(design);
  const indexes = indexesOf(Object.keys(domains));
  return (component, place) => {
    const listed = inside(place, 'domains');
    knownDomains(component.domains ?? [], indexes, (index) => inside(listed, index), reader);
    return placementOf(component, domains).map((list) => list.map((id) => indexes.get(id)!));
  };
}

/** Those of a list that exist, each once, with the place where it is written. */
function knownDomains(
  ids: readonly string[],
  indexes: ReadonlyMap<string, number>,
  placeOf: (index: number) => Place,
  reader: Reader,
): { domain: number; place: Place }[] {
  const seen = new Set<string>();
  return ids.flatMap((id, index) => {
    const place = placeOf(index);
    const domain = indexes.get(id);
    if (domain === undefined) {
      reader.issue('domain/unknown', place, `There is no domain ${id}. Add it, or leave it out`);
      return [];
    }
    if (seen.has(id)) {
      reader.issue('domain/twice', place, `${id} is listed twice. Leave it out once`);
      return [];
    }
    seen.add(id);
    return [{ domain, place }];
  });
}
