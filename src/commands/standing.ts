import { canStand, parentsOf } from '../model/domains.ts';
import type { Selection } from '../model/edit/selection.ts';
import type { Design } from '../model/scenario.ts';
import { shownDesign } from '../store/selectors.ts';
import type { BoardState } from '../store/state.ts';

/** Components and domains that can stand in a domain. */
export type Standing = Pick<Selection, 'components' | 'domains'>;

/** What of the selection can. */
export const standing = (state: BoardState): Standing => ({
  components: state.selection.components.filter((id) => canStand(shownDesign(state), id)),
  domains: state.selection.domains,
});

/** The domains that each of them stands in directly, be it with some of its replicas. */
export const placesOf = (design: Design | null, { components, domains }: Standing): (readonly string[])[] => [
  ...components.map((id) => design?.components[id]?.domains ?? []),
  ...domains.map((id) => parentsOf(design?.domains?.[id] ?? {})),
];
