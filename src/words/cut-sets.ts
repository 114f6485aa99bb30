import type { CutMember, CutSet, CutSets, DesignReport } from '../model/report.ts';
import type { Design } from '../model/scenario.ts';
import { atStart, componentName, domainName, possessive, type Named } from './names.ts';
import { countText } from './numbers.ts';
import { listed } from './parts.ts';

type Counted = Pick<DesignReport, 'components'>;

/** "Payment gateway", "3 of App’s 10 replicas", "App’s common cause", "Zone a". */
function memberText(member: CutMember, design: Design, { components }: Counted): string {
  if (member.of === 'domain') return domainName(design, member.domain);
  const name = componentName(design, member.component);
  switch (member.of) {
    case 'common':
      return `${possessive(name)} common cause`;
    case 'failover':
      return `a takeover of ${name}`;
    case 'planned':
      return `planned downtime of ${name}`;
    case 'replicas': {
      const { failures, replicas } = member;
      const all = components[member.component]?.replicas ?? replicas;
      // The others stand in a domain that is a member too.
      const elsewhere = replicas < all ? ' elsewhere' : '';
      if (replicas === 1) return all === 1 ? name : `${possessive(name)} one replica${elsewhere}`;
      const group = `${possessive(name)} ${countText(replicas)} replicas${elsewhere}`;
      return failures === replicas ? group : `${countText(failures)} of ${group}`;
    }
  }
}

/** The sentence that reads a cut set: "Payment gateway alone", "Zone a and Orders primary". */
export function cutSetText({ members, order }: CutSet, design: Design, report: Counted): string {
  const texts = members.map((member) => memberText(member, design, report));
  const [only] = members;
  const alone = members.length === 1 && order === 1 && (only?.of === 'domain' || only?.of === 'replicas');
  return atStart(`${listed(texts, Infinity)}${alone ? ' alone' : ''}`);
}

/** The components and domains that are members. */
export const cutSetParts = ({ members }: CutSet): readonly Named[] =>
  members.map((member) =>
    member.of === 'domain' ? { of: 'domain', id: member.domain } : { of: 'component', id: member.component },
  );

const ORDERS = ['one failure', 'two', 'three', 'four'];

/** "46,188 in all: 1 of one failure, 3 of two, 46,184 of three". */
export function cutSetCount({ count, byOrder }: CutSets): string {
  const more = byOrder.slice(ORDERS.length).reduce((sum, sets) => sum + sets, 0);
  const orders = [...ORDERS.map((order, place) => [byOrder[place] ?? 0, order] as const), [more, 'more'] as const]
    .filter(([sets]) => sets > 0)
    .map(([sets, order], place) =>
      place > 0 || order === ORDERS[0] ? `${countText(sets)} of ${order}` : `${countText(sets)} of ${order} failures`,
    );
  const counted = listed(orders, Infinity);
  if (count === null) return `Counting was stopped${counted === '' ? '' : `; so far ${counted}`}`;
  if (count === 0) return 'No combination of failures fails requests';
  return count === 1 ? `One in all, ${counted.replace(/^1 /, '')}` : `${countText(count)} in all: ${counted}`;
}

/** "The 100 likeliest of them"; empty where all are listed. */
export function cutSetsShown({ count, sets }: CutSets): string {
  const all = count !== null && sets.length >= count;
  return all || sets.length === 0 ? '' : `These are the ${countText(sets.length)} likeliest`;
}
