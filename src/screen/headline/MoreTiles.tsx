import { HeadroomTile } from './HeadroomTile.tsx';
import { LatencyTile } from './LatencyTile.tsx';

/** What stands beside the first number where it is computed: times, and how much more would be borne. */
export const MoreTiles = ({ phone }: { readonly phone: boolean }) => (
  <>
    <LatencyTile tail={phone} />
    <HeadroomTile />
  </>
);
