import type { ReactNode } from 'react';

/** The charts and tables that the dock has places for; whoever puts the rooms together fills them. */
export interface Charts {
  readonly downtime: ReactNode;
  readonly causes: ReactNode;
  readonly naive: ReactNode;
  readonly importance: ReactNode;
  readonly cutSets: ReactNode;
  readonly claims: ReactNode;
  readonly nines: ReactNode;
  readonly replicas: ReactNode;
  readonly fanOut: ReactNode;
  readonly scaling: ReactNode;
}
