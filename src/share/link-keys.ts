/**
 * Keys that a link writes as one number. Part of the published format: links made with it must open for ever, so new
 * keys go to the end and none is ever moved or taken out. A key that is not here is written out.
 */
export const LINK_KEYS: readonly string[] = [
  'format title notes variables designs objectives at texts text id name components calls domains regions',
  'kind team region replicas needed up beta errors time workers holds pooled queue target scaling sigma',
  'kappa price perReplica whenDown planned failover coverage standby rate growth availability window',
  'latency quantile limit hitRatio contract sla credits consumerRate retention mode switch copies',
  'writeQuorum readQuorum replication lag consistency size afr rebuild mtbf mttr probability cost',
  'durability p50 p99 distribution mean stages shape scale median alpha mixture weight quantiles samples',
  'from to step times optional async sequential network timeout deadline retries backoff first factor max',
  'jitter hedge tied cancel in leadTime average retryBudget breaker pool',
].flatMap((row) => row.split(' '));
