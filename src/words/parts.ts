import type { DomainPart, JourneyPart, JourneyReport } from '../model/report.ts';
import type { Named } from './names.ts';

/** A component or domain with what it does to a journey. */
export interface JourneyMember extends Named {
  /** Differs from every other, also where a component and a domain have the same id. */
  readonly key: string;
  readonly part: DomainPart | JourneyPart;
}

/** Every component and domain of a journey, the one that causes most of the downtime first. */
export function membersOf({ parts, domains }: Pick<JourneyReport, 'parts' | 'domains'>): JourneyMember[] {
  const listed = (of: Named['of'], all: Readonly<Record<string, DomainPart>>): JourneyMember[] =>
    Object.entries(all).map(([id, part]) => ({ key: `${of} ${id}`, of, id, part }));
  return [...listed('component', parts), ...listed('domain', domains)].sort((a, b) => b.part.share - a.part.share);
}

/** Only those that cause any downtime. */
export const causersOf = (journey: Pick<JourneyReport, 'parts' | 'domains'>): JourneyMember[] =>
  membersOf(journey).filter(({ part }) => part.share > 0);

/** Whether the member is what binds the journey. */
export const binds = ({ binding }: Pick<JourneyReport, 'binding'>, { of, id }: Named): boolean =>
  binding !== null && binding.of === of && binding.component === id;

/** At most so many of them, and how many others there are: two or more, where there are any. */
export function firstOf<T>(all: readonly T[], most: number): { readonly shown: readonly T[]; readonly others: number } {
  const shown = all.length > most ? all.slice(0, most - 1) : all;
  return { shown, others: all.length - shown.length };
}

/** "A, B and C"; of more than `most` the rest is counted: "A, B and 3 others". */
export function listed(names: readonly string[], most = 3): string {
  const { shown, others } = firstOf(names, most);
  const all = others > 0 ? [...shown, `${others} others`] : shown;
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}
