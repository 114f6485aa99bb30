/** What an edit applies to, by ids: components and calls of one design, texts of the board. */
export interface Selection {
  readonly components: readonly string[];
  readonly calls: readonly string[];
  readonly texts: readonly string[];
}
