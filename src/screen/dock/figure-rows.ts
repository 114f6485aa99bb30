import type { ReactNode } from 'react';

export interface Column {
  readonly key: string;
  readonly label: string;
  /** What the figures below it are, in a sentence. */
  readonly help?: string;
  /** Left out on a phone, whose width is for the others. */
  readonly aside?: boolean;
}

export interface Row {
  readonly key: string;
  /** What the row is about; pressing it leads there. */
  readonly name: string;
  /** A few words beside the name. */
  readonly tag?: { readonly text: string; readonly help: string };
  /** Behind the name, one a column. */
  readonly cells: readonly ReactNode[];
  /** What each column is sorted by, the name's first; the rows stay as they are given where there is none. */
  readonly sizes?: readonly (number | string)[];
  /** Ids of components and domains that light up on the board. */
  readonly lit: readonly string[];
  readonly onChoose: () => void;
}

/** The column that rows are sorted by. */
export interface Order {
  readonly column: number;
  readonly down: boolean;
}

function compared(a: number | string, b: number | string): number {
  return typeof a === 'string' || typeof b === 'string' ? String(a).localeCompare(String(b)) : a - b;
}

export function inOrder(rows: readonly Row[], order: Order | null): readonly Row[] {
  if (order === null) return rows;
  const { column, down } = order;
  const size = (row: Row): number | string => row.sizes?.[column] ?? 0;
  return rows.toSorted((a, b) => (down ? compared(size(b), size(a)) : compared(size(a), size(b))));
}
