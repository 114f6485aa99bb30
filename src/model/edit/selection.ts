/** What an edit applies to, by ids: components, calls and domains of one design, texts of the board. */
export interface Selection {
  readonly components: readonly string[];
  readonly calls: readonly string[];
  readonly texts: readonly string[];
  readonly domains: readonly string[];
}

/** Nothing selected: one shared value, so that who subscribes sees no change where there is none. */
export const NOTHING: Selection = { components: [], calls: [], texts: [], domains: [] };

export const only = (some: Partial<Selection>): Selection => ({ ...NOTHING, ...some });
