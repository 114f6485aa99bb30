import type { ReactNode } from 'react';

/** The charts and the views that the dock has places for; whoever puts the rooms together fills them. */
export interface Charts {
  readonly downtime: ReactNode;
  readonly nines: ReactNode;
  /** How long answers take, and what is too busy, in sentences. */
  readonly others: ReactNode;
  /** What the open tab has to choose from. */
  readonly views: ReactNode;
  /** Every tab but the first. */
  readonly tab: ReactNode;
}
