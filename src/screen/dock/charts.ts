import type { ReactNode } from 'react';

/** The charts that the dock has places for; whoever puts the rooms together fills them. */
export interface Charts {
  readonly downtime: ReactNode;
  readonly nines: ReactNode;
  readonly replicas: ReactNode;
  readonly fanOut: ReactNode;
  readonly scaling: ReactNode;
}
