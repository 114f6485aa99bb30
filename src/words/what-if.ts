import type { DesignReport, JourneyReport, Paths } from '../model/report.ts';
import type { Design } from '../model/scenario.ts';
import { knownAvailability, type Known } from './known.ts';
import { componentName } from './names.ts';
import { countText, signedDurationText } from './numbers.ts';

/** What a what-if does to one journey. */
export interface JourneyChange {
  readonly id: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** "+4.41 h a year"; empty where it is not known. */
  readonly change: string;
  readonly sort: 'worse' | 'better' | 'same';
  /** By how much more it may be down, as a share of the time. */
  readonly grown: number;
}

/** The most that may be missing. */
const worst = ({ unavailability, bracket }: Known): number => bracket?.high.unavailability ?? unavailability ?? 1;

function changeOf(id: string, before: JourneyReport, after: JourneyReport, design: Design): JourneyChange {
  const grown = worst(after) - worst(before);
  const isExact = before.bracket === null && after.bracket === null;
  const text = signedDurationText((after.downtimeSecondsPerYear ?? 0) - (before.downtimeSecondsPerYear ?? 0));
  const same = isExact ? text === 'no change' : grown === 0;
  return {
    id,
    name: componentName(design, id),
    before: knownAvailability(before),
    after: knownAvailability(after),
    change: isExact && !same ? `${text} a year` : '',
    sort: same ? 'same' : grown > 0 ? 'worse' : 'better',
    grown: same ? 0 : grown,
  };
}

/** What a what-if does to each journey, the one that is hurt most first. */
export const journeyChanges = (before: DesignReport, after: DesignReport, design: Design): readonly JourneyChange[] =>
  Object.entries(after.journeys)
    .flatMap(([id, journey]) => {
      const old = before.journeys[id];
      return old === undefined ? [] : [changeOf(id, old, journey, design)];
    })
    .sort((a, b) => b.grown - a.grown);

/** The title over what a what-if does to the journeys. */
export const changesTitle = (changes: readonly JourneyChange[]): string =>
  changes.some(({ sort }) => sort === 'worse')
    ? 'Who is hurt'
    : changes.some(({ sort }) => sort === 'better')
      ? 'Who is better off'
      : 'Nobody is affected';

/** So many of the ways that are left are listed. */
export const MOST_WAYS = 5;

/** "1 of 2 ways left"; empty where they were not counted. A way is one for all requests of a journey. */
export function waysLeft({ total, left }: Pick<Paths, 'total' | 'left'>, journey: Known): string {
  if (total === null || left === null) return '';
  if (left === 0) {
    const none = total === 1 ? 'No way left' : `None of ${countText(total)} ways left`;
    return worst(journey) < 1 ? `${none} for all requests` : none;
  }
  if (total === 1) return 'The only way is left';
  if (left === total) return `All ${countText(total)} ways left`;
  return `${countText(left)} of ${countText(total)} ways left`;
}

/**
 * One way that requests can go, callers first: "Load balancer → App → Orders, Second provider". An arrow stands between
 * what calls and what is called. What never fails is in no way, so it is passed over.
 */
export function wayText(design: Design, { components }: DesignReport, client: string, ids: readonly string[]): string {
  const way = new Set(ids);
  const isPassed = (id: string): boolean => way.has(id) || components[id]?.own.unavailability === 0;
  const seen = new Set<string>();
  let text = '';
  let last: string | undefined;
  const follow = (id: string, caller?: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    if (way.has(id)) {
      text += `${last === undefined ? '' : last === caller ? ' → ' : ', '}${componentName(design, id)}`;
      last = id;
    }
    const next = way.has(id) ? id : caller;
    for (const call of design.calls ?? []) if (call.from === id && isPassed(call.to)) follow(call.to, next);
  };
  follow(client);
  return text;
}
