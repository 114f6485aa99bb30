/**
 * The document, as people write it and as it is kept: every quantity is still a text or a number with a meaning by its
 * field ("99.95 %", "2 * peak", 3). `formula/resolve` turns it into SI numbers. All keys but the few without a question
 * mark may be absent; what absence means is rule 1 of docs/scenario-format.md.
 */
export interface Scenario {
  readonly format: 'nineboard/1';
  readonly title?: string;
  readonly notes?: string;
  readonly variables?: Readonly<Record<string, Value>>;
  readonly designs: readonly Design[];
  readonly objectives?: ScenarioObjectives;
  /** Where components and domains stand on the board, for all designs: the upper left corner, by id. A component's comes first. */
  readonly at?: Readonly<Record<string, Point>>;
  readonly texts?: Readonly<Record<string, BoardText>>;
}

/** A quantity as written: a plain number in the unit of its field, or a text with a unit, a variable or a formula. */
export type Value = number | string;
export type Point = readonly [x: number, y: number];

export interface BoardText {
  readonly text: string;
  readonly at: Point;
}

export interface ScenarioObjectives {
  readonly cost?: Value;
  readonly durability?: Value;
  readonly consistency?: Value;
}

export interface Design {
  readonly id?: string;
  readonly name: string;
  readonly notes?: string;
  readonly components: Readonly<Record<string, Component>>;
  readonly calls?: readonly Call[];
  readonly domains?: Readonly<Record<string, Domain>>;
  readonly regions?: Readonly<Record<string, Region>>;
}

export const KINDS = [
  'client',
  'balancer',
  'service',
  'function',
  'cache',
  'database',
  'queue',
  'external',
  'gate',
] as const;
export type Kind = (typeof KINDS)[number];

/** One component. Which keys a kind knows is said by its file in `kinds/`, and held by the schema. */
export interface Component {
  readonly kind: Kind;
  readonly name?: string;
  readonly notes?: string;
  readonly team?: string;
  readonly region?: string;
  readonly domains?: readonly string[];
  readonly replicas?: Value;
  readonly needed?: Value;
  readonly up?: Value | UpTimes | UpProbability;
  readonly beta?: Value;
  readonly errors?: Value;
  readonly time?: Time;
  readonly workers?: Value;
  readonly holds?: 'own' | 'response';
  readonly pooled?: boolean;
  readonly queue?: Value;
  readonly target?: Value;
  readonly leadTime?: Value;
  readonly scaling?: { readonly sigma?: Value; readonly kappa?: Value };
  readonly price?: Readonly<Record<string, Value>>;
  readonly whenDown?: 'refuse' | 'hang' | 'bypass';
  readonly planned?: Value;
  readonly failover?: { readonly time?: Value; readonly coverage?: Value };
  readonly standby?: { readonly time?: Value };
  // client
  readonly rate?: Value;
  readonly average?: Value;
  readonly growth?: Value;
  readonly objectives?: JourneyObjectives;
  // cache
  readonly hitRatio?: Value;
  // external
  readonly contract?: { readonly sla?: Value; readonly credits?: unknown };
  // queue
  readonly consumerRate?: Value;
  readonly retention?: Value;
  // gate
  readonly mode?: 'failover' | 'race' | 'balance';
  readonly switch?: Value;
  // database
  readonly copies?: Value;
  readonly writeQuorum?: Value;
  readonly readQuorum?: Value;
  readonly replication?: 'sync' | 'async';
  readonly lag?: Value;
  readonly consistency?: string;
  readonly size?: Value;
  readonly afr?: Value;
  readonly rebuild?: Value;
}

export interface UpTimes {
  readonly mtbf: Value;
  readonly mttr: Value;
}
export interface UpProbability {
  readonly probability: Value;
  readonly mttr?: Value;
}

export interface JourneyObjectives {
  readonly availability?: Value;
  readonly window?: Value;
  readonly latency?: { readonly quantile?: Value; readonly limit?: Value };
}

export type Time =
  | Value
  | { readonly p50: Value; readonly p99: Value }
  | { readonly distribution: 'exponential'; readonly mean: Value }
  | { readonly distribution: 'erlang'; readonly mean: Value; readonly stages: Value }
  | { readonly distribution: 'gamma'; readonly mean: Value; readonly shape: Value }
  | { readonly distribution: 'weibull'; readonly scale: Value; readonly shape: Value }
  | { readonly distribution: 'lognormal'; readonly median: Value; readonly sigma: Value }
  | { readonly distribution: 'pareto'; readonly scale: Value; readonly alpha: Value }
  | { readonly mixture: readonly { readonly weight: Value; readonly time: Time }[] }
  | { readonly quantiles: Readonly<Record<string, Value>> }
  | { readonly samples: readonly Value[] };

/** An arrow "from calls to". Without an `id` it is called `from->to`, see `callIds`. */
export interface Call {
  readonly id?: string;
  readonly from: string;
  readonly to: string;
  readonly step?: Value;
  readonly times?: Value;
  readonly probability?: Value;
  readonly optional?: boolean;
  readonly async?: boolean;
  readonly sequential?: boolean;
  readonly weight?: Value;
  readonly network?: Time;
  readonly timeout?: Value;
  readonly deadline?: Value;
  readonly retries?: Value;
  readonly backoff?:
    | Value
    | { readonly first?: Value; readonly factor?: Value; readonly max?: Value; readonly jitter?: 'full' | 'none' };
  readonly jitter?: 'full' | 'none';
  readonly hedge?: Value;
  readonly tied?: boolean;
  readonly cancel?: boolean;
  readonly retryBudget?: Value;
  readonly breaker?: Value;
  readonly pool?: Value;
}

export interface Domain {
  readonly kind: 'zone' | 'region' | 'power' | 'network' | 'deploy' | 'configuration';
  readonly name?: string;
  readonly notes?: string;
  readonly up?: Value | UpTimes | UpProbability;
  readonly in?: string | readonly string[];
}

export interface Region {
  readonly name?: string;
  readonly notes?: string;
}

/**
 * The ids of a design's calls, in their order: the written one, or `from->to`, numbered from the second of the same
 * pair on (`app->db`, `app->db#2`).
 */
export function callIds(calls: readonly Call[]): string[] {
  const written = new Set(calls.flatMap((call) => (call.id === undefined ? [] : [call.id])));
  const used = new Set<string>();
  const numbers = new Map<string, number>();
  return calls.map((call) => {
    if (call.id !== undefined) return call.id;
    const pair = `${call.from}->${call.to}`;
    let id = pair;
    let number = numbers.get(pair) ?? 1;
    while (used.has(id) || written.has(id)) id = `${pair}#${++number}`;
    numbers.set(pair, number);
    used.add(id);
    return id;
  });
}
