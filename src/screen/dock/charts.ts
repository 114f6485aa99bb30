import type { ReactNode } from 'react';

/** The charts and the views that the dock has places for; whoever puts the rooms together fills them. */
export interface Charts {
  readonly downtime: ReactNode;
  readonly nines: ReactNode;
  readonly downtimeView: ReactNode;
  readonly importance: ReactNode;
  readonly cutSets: ReactNode;
  readonly claims: ReactNode;
  readonly fanOut: ReactNode;
  readonly scaling: ReactNode;
}
