/** What measurements were read, and what a document keeps of them. */
export interface Measured {
  /** Single times, a percentile distribution as HdrHistogram prints it, or a table of percentiles. */
  readonly from: 'samples' | 'histogram' | 'table';
  /** How many measurements there were; null where a table does not say. */
  readonly count: number | null;
  /** How many of its numbers the time keeps: all samples, or the points of a table. */
  readonly kept: number;
  /** Whether less was kept than was read. */
  readonly thinned: boolean;
  readonly shortestSeconds: number;
  readonly longestSeconds: number;
}
