/** Where something stands in a document: keys and indexes from the root, such as ["designs", 0, "components", "app", "up"]. */
export type Path = readonly (string | number)[];

/**
 * Something wrong in a document or a field. `code` is stable and made of `folder/what`, `path` leads to the field,
 * `message` says what is wrong and what to do.
 */
export interface Issue {
  readonly code: string;
  readonly path: Path;
  readonly message: string;
}

/** Something worth knowing in a report that is no error: `at` is the path joined by dots. */
export interface Finding {
  readonly code: string;
  readonly at: string;
  readonly message: string;
}

/** The result of an operation that is expected to fail on bad input: a value, or the issues that forbid one. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly issues: readonly Issue[] };

/** `designs.0.components.app.up` */
export const pathText = (path: Path): string => path.join('.');
