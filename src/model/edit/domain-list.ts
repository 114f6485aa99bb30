import { domainOf, parentsOf, withAncestors, type Domains } from '../domains.ts';
import type { Domain } from '../scenario.ts';

type Ids = readonly string[];

/** A list with others in the place of what has gone from it, at its end where nothing has. */
function inPlace(listed: Ids, kept: Ids, added: Ids): Ids {
  const gap = listed.findIndex((id) => !kept.includes(id));
  return kept.toSpliced(gap === -1 ? kept.length : gap, 0, ...added);
}

export const kindOf = (domains: Domains, id: string): Domain['kind'] | undefined => domainOf(domains, id)?.kind;

/**
 * A list of domains with these in it. They replace what cannot be true beside them: another domain of their kind, what
 * contains them (they say that already), and what stands in another domain of a kind that contains them.
 */
export function withThese(listed: Ids, these: Ids, domains: Domains): Ids {
  const around = new Set(these.flatMap((id) => [...withAncestors(domains, id)]));
  const kinds = new Set([...around].map((id) => kindOf(domains, id)));
  const own = new Set(these.map((id) => kindOf(domains, id)));
  const stays = (id: string): boolean =>
    !around.has(id) &&
    !own.has(kindOf(domains, id)) &&
    [...withAncestors(domains, id)].every((each) => around.has(each) || !kinds.has(kindOf(domains, each)));
  const kept = listed.filter((id) => these.includes(id) || domainOf(domains, id) === undefined || stays(id));
  const added = these.filter((id) => !kept.includes(id));
  return inPlace(listed, kept, added);
}

/** What a domain stands in, as far as that exists and does not stand in it. */
export const outerOf = (id: string, domains: Domains): Ids =>
  parentsOf(domainOf(domains, id) ?? {}).filter((each) => {
    const around = withAncestors(domains, each);
    return around.size > 0 && !around.has(id);
  });

/** A list without some of its domains, and with others in their place. */
export function without(listed: Ids, gone: (id: string) => boolean, instead: Ids): Ids {
  const kept = listed.filter((id) => !gone(id));
  const added = instead.filter((id) => !kept.includes(id));
  return kept.length === listed.length ? listed : inPlace(listed, kept, added);
}

/** Whether a domain is another one, or stands in it. */
export const inside =
  (id: string, domains: Domains) =>
  (each: string): boolean =>
    each === id || withAncestors(domains, each).has(id);

/**
 * The list of a component without those that are gone. What contained them, as `of` does, stays true where no domain of
 * its kind is left and nothing that is left speaks of the kind of what contains it.
 */
export function withoutThose(listed: Ids, gone: (id: string) => boolean, of: string, domains: Domains): Ids {
  const kept = listed.filter((id) => !gone(id));
  const said = new Set(kept.flatMap((id) => [...withAncestors(domains, id)].map((each) => kindOf(domains, each))));
  const alone = kept.every((id) => kindOf(domains, id) !== kindOf(domains, of));
  const outer = alone ? outerOf(of, domains).filter((id) => !said.has(kindOf(domains, id))) : [];
  return without(listed, gone, outer);
}
