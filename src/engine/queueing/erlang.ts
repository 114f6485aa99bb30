/** Σ over j of the product of the first j ratios; stopped where they have fallen below 1 and nothing more is added. */
function sumOfProducts(most: number, ratio: (j: number) => number): number {
  let [term, sum] = [1, 1];
  for (let j = 0; j < most; j++) {
    const next = ratio(j);
    term *= next;
    sum += term;
    if (next < 1 && term < 1e-18 * sum) break;
  }
  return sum;
}

/**
 * Erlang's loss formula B(c, a): the share of requests that find all servers busy and are turned away.
 *
 * Model: Poisson arrivals, c servers, no queue; any distribution of service. Units: a is the offered load, arrivals times
 * mean service; c whole, a ≥ 0. Errors: none; 0 below 1e-308. Accuracy: relative error below 1e-12 for c up to 1e5: a sum of positive
 * terms. Cost: at most c terms. Source: A. K. Erlang (1917); 1/B = Σ c!/((c − j)! aʲ) as by D. L. Jagerman (1974).
 *
 * @example erlangB(5, 4) // => 0.19906687402799377
 */
export function erlangB(servers: number, offered: number): number {
  return 1 / sumOfProducts(servers, (j) => (servers - j) / offered);
}

/**
 * Erlang's delay formula C(c, a): the probability that a request has to wait.
 *
 * Model: M/M/c with an unbounded queue. Units: as `erlangB`. Errors: none; 1 for a ≥ c, where the queue grows without end.
 * Accuracy: relative error below 1e-12 for c up to 1e5. Cost: that of `erlangB`. Source: A. K. Erlang (1917).
 *
 * @example erlangC(5, 4) // => 0.5541125541125541
 */
export function erlangC(servers: number, offered: number): number {
  if (offered >= servers) return 1;
  const lost = erlangB(servers, offered);
  return (servers * lost) / (servers - offered + offered * lost);
}

/**
 * Engset's formula: the share of requests of a few sources that find all servers busy and are turned away.
 *
 * Model: n sources of which each is quiet for an exponential time, asks, and is served or turned away; c servers, no
 * queue. Units: `each` is what a quiet source asks for times mean service; c, n whole. Errors: none; 0 for n ≤ c.
 * Accuracy: relative error below 1e-12. Cost: at most c terms. Source: T. O. Engset (1918), call congestion.
 *
 * @example engset(2, 5, 0.1) // => 0.0410958904109589
 */
export function engset(servers: number, sources: number, each: number): number {
  if (sources <= servers) return 0;
  return 1 / sumOfProducts(servers, (j) => (servers - j) / ((sources - servers + j) * each));
}
