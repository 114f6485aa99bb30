import { mmc } from './mmc.ts';

/** A queue that a request comes to so many times on average. */
export interface Station {
  readonly serviceSeconds: number;
  readonly visits: number;
  readonly servers: number;
}

/** The means of an open network. */
export interface OpenNetwork {
  /** Response is per visit; `inside` is how many requests wait or are served. */
  readonly stations: readonly {
    readonly utilisation: number;
    readonly responseSeconds: number;
    readonly inside: number;
  }[];
  readonly responseSeconds: number;
}

/**
 * The mean times and lengths of an open network of queues.
 *
 * Model: Poisson arrivals from outside, exponential service, random routes: each station is as an M/M/c queue by itself.
 * Units: seconds. Errors: null where a station is at or above saturation. Accuracy: that of `mmc`. Cost: that of `mmc` for each.
 * Source: J. R. Jackson, "Networks of waiting lines" (1957).
 *
 * @example openNetwork(5, [{ serviceSeconds: 0.02, visits: 0.8, servers: 1 }]).responseSeconds // => 0.017391304347826087
 */
export function openNetwork(arrivalsPerSecond: number, stations: readonly Station[]): OpenNetwork | null {
  const each = stations.map(({ visits, ...station }) => {
    const own = mmc({ ...station, arrivalsPerSecond: arrivalsPerSecond * visits });
    if (own === null) return null;
    const { utilisation, meanResponseSeconds: responseSeconds } = own;
    return { utilisation, responseSeconds, inside: arrivalsPerSecond * visits * responseSeconds };
  });
  const known = each.filter((station) => station !== null);
  if (known.length < each.length) return null;
  const responseSeconds = known.reduce((sum, station, i) => sum + stations[i]!.visits * station.responseSeconds, 0);
  return { stations: known, responseSeconds };
}
