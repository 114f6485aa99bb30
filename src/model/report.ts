import type { Finding, Issue, Path } from './issue.ts';
import type { ComponentLoad, DesignLoad, LoadCurve, LoadQuestion } from './report-load.ts';

/** What the engine says of a scenario. Every number is in SI units; null is infinite or unknown, always with a finding. */
export interface Report {
  readonly designs: readonly DesignReport[];
}

export interface DesignReport {
  readonly name: string;
  /** By client id. */
  readonly journeys: Readonly<Record<string, JourneyReport>>;
  /** By component id, clients left out. */
  readonly components: Readonly<Record<string, ComponentReport>>;
  /** By domain id. */
  readonly domains: Readonly<Record<string, DomainReport>>;
  /** Calls that are made more than once for one request, the widest first. */
  readonly fanOuts: readonly FanOut[];
  /** With everything up; null where it was not asked for or is not known yet. */
  readonly load: DesignLoad | null;
  readonly findings: readonly Finding[];
}

export interface FanOut {
  /** Id of the call. */
  readonly call: string;
  readonly callees: number;
}

/** Unavailability and everything that follows from it. */
export interface AvailabilityFigures {
  readonly unavailability: number;
  readonly availability: number;
  /** -log10 of the unavailability; null when it is 0. */
  readonly nines: number | null;
  readonly downtimeSecondsPerYear: number;
  readonly downtimeSecondsPer30Days: number;
  readonly downtimeSecondsPer7Days: number;
}

type Unknown<T> = { readonly [K in keyof T]: T[K] | null };

/** All figures are null when the exact answer was out of reach: then `bracket` holds it between two, and a finding says why. */
export interface JourneyReport extends Unknown<AvailabilityFigures>, JourneyTimes {
  /** Null where the figures are exact. */
  readonly bracket: Bracket | null;
  readonly outages: OutageFigures;
  /** Share of the downtime by what causes it; the shares add up to 1. */
  readonly causes: Readonly<Record<Cause, number>>;
  readonly objective: ObjectiveVerdict | null;
  /** The product of availabilities, every callee taken as independent: wrong where a component is shared. */
  readonly naive: NaiveProduct | null;
  /** What the number becomes if this share of each group's failures were shared. */
  readonly audit: { readonly beta: number; readonly figures: AvailabilityFigures } | null;
  /** What the number takes as independent, and what it becomes where that is false. */
  readonly claims: ClaimList | null;
  /** By component id; only those that the journey reaches. */
  readonly parts: Readonly<Record<string, JourneyPart>>;
  /** By domain id; only those that a part of the journey stands in. */
  readonly domains: Readonly<Record<string, DomainPart>>;
  /** The component or domain with the largest share of the downtime; null when nothing ever fails. */
  readonly binding: Binding | null;
  /** What would help most, best first; at most three. */
  readonly remedies: readonly Remedy[];
}

/** How long a journey's requests take, and whether they are answered well. */
export interface JourneyTimes {
  /** How long good answers take (rule 11); null where times were not asked for or are not known yet. */
  readonly latencySeconds: LatencySeconds | null;
  /** Of the requests that meet no outage, the share that is answered well; null as `latencySeconds`. */
  readonly success: number | null;
  /** The share of all requests, outages included, that is answered well within a limit; shortest limit first. */
  readonly goodWithin: readonly GoodWithin[];
  readonly latency: JourneyLatency | null;
}

export const QUANTILES = { p50: 0.5, p90: 0.9, p95: 0.95, p99: 0.99, p999: 0.999, p9999: 0.9999 } as const;
export type QuantileName = keyof typeof QUANTILES;

/** A quantile is the smallest t that at least this share of the good answers stays within; null where nothing ever answers. */
export interface LatencySeconds extends Readonly<Record<QuantileName, number | null>> {
  /** Null where it is infinite too. */
  readonly mean: number | null;
  /** How far each may be off by the numerical method: an estimate in seconds, 0 where it is exact. */
  readonly numericalError: Readonly<Record<QuantileName | 'mean', number | null>>;
}

export interface GoodWithin {
  readonly seconds: number;
  readonly probability: number;
}

export interface JourneyLatency {
  /** 1 − `success`, with all its digits. */
  readonly failure: number;
  /** Of all requests, outages included, the share that is never answered well: 1 − goodWithin(∞). */
  readonly unavailability: number;
  /** Null where no latency was promised. */
  readonly objective: LatencyVerdict | null;
  /** The p99 of every part added up along its calls, the slowest of those made together: what people do by hand; null where that is beyond a timeout. */
  readonly addedP99Seconds: number | null;
  /** How many states of what is down were counted, and the chance of those that were not: what any probability here may be off by. */
  readonly states: { readonly counted: number; readonly remainder: number; readonly narrowing: boolean };
  /** By call id: requests that one request of this journey sends along it, with everything up; retries and hedges counted. */
  readonly attempts: Readonly<Record<string, number>>;
}

export interface LatencyVerdict {
  readonly quantile: number;
  readonly limitSeconds: number;
  /** The quantile itself; null where nothing ever answers. */
  readonly seconds: number | null;
  readonly met: boolean;
}

export interface ObjectiveVerdict {
  readonly unavailability: number;
  readonly availability: number;
  readonly windowSeconds: number;
  readonly allowedSecondsPerYear: number;
  readonly allowedSecondsPerWindow: number;
  /** Null where the truth is known only between two figures, one on either side of what is promised. */
  readonly met: boolean | null;
  /** Set where a component has a chance of errors: the verdict then counts outages only. */
  readonly outagesOnly: boolean;
}

export interface NaiveProduct {
  readonly unavailability: number;
  /** Naive minus exact: positive when the product is too pessimistic. */
  readonly errorSecondsPerYear: number;
}

/** The truth lies between the two, whatever was left out. */
export interface Bracket {
  readonly low: AvailabilityFigures;
  readonly high: AvailabilityFigures;
  /** Combinations of up to so many failures at once are all counted; of more, only some. */
  readonly failures: number;
  /** Whether it may still narrow: false once there is no more room, or when it was stopped. */
  readonly narrowing: boolean;
}

/** How often and how long. Null where something that can cause an outage has no time to repair. */
export interface OutageFigures {
  readonly perYear: number | null;
  /** Mean length of one. */
  readonly meanSeconds: number | null;
  /** Ids of the components and domains whose time to repair is not given. */
  readonly unknown: readonly string[];
}

export const CAUSES = ['replicas', 'common', 'failover', 'planned', 'domain'] as const;
/**
 * What makes something fail: replicas one by one, the common cause that takes a whole group (beta), a takeover that takes
 * time, planned downtime, or a failure domain.
 */
export type Cause = (typeof CAUSES)[number];

/** What one component or one domain does to a journey by its own failures (model: docs/availability-maths.md, "Parts"). */
export interface DomainPart {
  /** Share of the journey's downtime, in [0, 1]; the shares of a journey add up to 1. */
  readonly share: number;
  readonly downtimeSecondsPerYear: number;
  /** u(down) - u(perfect). */
  readonly birnbaum: number;
  readonly unavailabilityIfPerfect: number;
  readonly unavailabilityIfDown: number;
  /** 1 - u(perfect)/u. */
  readonly fussellVesely: number;
  /** u(down)/u. */
  readonly riskAchievement: number;
  /** u/u(perfect); null where that is infinite: nothing else ever fails. */
  readonly riskReduction: number | null;
  /** Whether one replica, or the one domain, fails requests all by itself. */
  readonly singlePoint: boolean;
  /** Outages a year that end with its repair or began with its failure; null where no time to repair is given. */
  readonly outagesPerYear: number | null;
}

/** What a component's own group (its replicas, their common cause, takeovers, planned downtime) does to a journey; its domains stand apart. */
export interface JourneyPart extends DomainPart {
  /** Its share by cause; they add up to `share`. */
  readonly causes: Readonly<Record<Exclude<Cause, 'domain'>, number>>;
  /** The journey with one replica fewer (null when that leaves fewer than are needed) and one more (null for clients, gates and externals). */
  readonly oneFewer: ReplicaChange | null;
  readonly oneMore: ReplicaChange | null;
}

export interface ReplicaChange {
  readonly replicas: number;
  readonly unavailability: number;
  /** Against today: negative is better. */
  readonly changeSecondsPerYear: number;
}

export interface Binding {
  /** Id of a component, or of a domain where `of` says so. */
  readonly component: string;
  readonly of: 'component' | 'domain';
  readonly share: number;
  /** What the journey could not get below if everything else were perfect. */
  readonly ceiling: AvailabilityFigures;
}

/** A change worth trying; `model/edit/remedy` makes the edit of the same name. */
export interface Remedy {
  readonly kind: 'second-provider' | 'add-replica';
  readonly component: string;
  readonly figures: AvailabilityFigures;
  readonly savedSecondsPerYear: number;
  readonly meetsObjective: boolean | null;
}

/** What a journey's number takes for granted, one claim after the other, and what it becomes where that is false. */
export interface ClaimList {
  /** The share of failures that is taken to be common where a claim is false. */
  readonly beta: number;
  /** The one that costs most first. */
  readonly claims: readonly Claim[];
  /** With all of them false at once. */
  readonly together: AvailabilityFigures;
}

export interface Claim {
  /** replicas of one group fail one by one; the callees of a gate do; the domains that a group is spread over do. */
  readonly of: 'replicas' | 'callees' | 'domains';
  /** The group or gate; of domains, the first component that is spread over them. */
  readonly component: string;
  /** What is said to fail independently: ids of callees or of domains; empty for replicas. */
  readonly members: readonly string[];
  readonly figures: AvailabilityFigures;
  /** Against today. */
  readonly changeSecondsPerYear: number;
}

export interface DomainReport {
  /** Itself and what it stands in. */
  readonly own: AvailabilityFigures;
  readonly outages: OutageFigures;
}

export interface ComponentReport {
  /** The group alone, with the domains that it stands in. */
  readonly own: AvailabilityFigures;
  readonly outages: OutageFigures;
  /** The group and everything that one visit to it needs. */
  readonly withDependencies: AvailabilityFigures | null;
  readonly replicas: number;
  readonly needed: number;
  /** What the group alone becomes if 5 % of its failures were shared; null for a group of one. */
  readonly ownIfShared: AvailabilityFigures | null;
  readonly scaling: ScalingReport | null;
  /** With everything up; null where times were not asked for, are not known yet, or nothing takes any. */
  readonly latency: ComponentLatency | null;
  /** With everything up; null where it was not asked for or is not known yet. */
  readonly load: ComponentLoad | null;
}

export interface ComponentLatency {
  /** Its own work. */
  readonly own: LatencySeconds;
  /** One visit, with all that it calls. */
  readonly response: LatencySeconds;
  /** That one visit is not answered well, by errors and timeouts. */
  readonly failure: number;
}

export interface ScalingReport {
  readonly sigma: number;
  readonly kappa: number;
  /** The number of replicas at which throughput peaks; null when it never does (kappa = 0). */
  readonly peakReplicas: number | null;
  /** Capacity of today's replicas in units of one replica's. */
  readonly speedup: number;
  readonly linear: number;
  readonly amdahl: number;
  /** Speed-up of one replica more minus today's. */
  readonly gainOfOneMore: number;
}

// ---------------------------------------------------------------- curves

/** A question that an open chart asks. `design` is an index. */
export type CurveQuestion =
  | { readonly question: 'fan-out'; readonly slowProbability: number; readonly callees: number }
  | { readonly question: 'scaling'; readonly design: number; readonly component: string }
  | { readonly question: 'replicas'; readonly design: number; readonly journey: string; readonly component: string }
  | { readonly question: 'nines' }
  /** Minimal cut sets, the likeliest first, at most `most` of them. */
  | { readonly question: 'cut-sets'; readonly design: number; readonly journey: string; readonly most: number }
  /** Which sets of components suffice for the journey, given what is certainly down. */
  | { readonly question: 'paths'; readonly design: number; readonly journey: string; readonly most: number }
  | LatencyQuestion
  | LoadQuestion;

export type Curve =
  FanOutCurve | ScalingCurve | ReplicasCurve | NinesCurve | CutSets | Paths | LatencyCurve | LoadCurve;

/** What is asked about times. */
export type LatencyQuestion =
  /** The share of requests within t, of a journey or of one visit to a component; and within each of the limits. */
  | { readonly question: 'within'; readonly design: number; readonly of: string; readonly limits: readonly number[] }
  /** The same figures with the two ends that the truth certainly lies between. */
  | { readonly question: 'latency-bracket'; readonly design: number; readonly journey: string }
  /** A call's `times` against the quantiles of all that must answer. */
  | { readonly question: 'fan-out-latency'; readonly design: number; readonly call: string }
  /** A call's hedge delay against the journey's p99 and the load that it adds. */
  | { readonly question: 'hedge'; readonly design: number; readonly journey: string; readonly call: string }
  /** A call's timeout and retries against the journey's success and p99. */
  | { readonly question: 'timeout'; readonly design: number; readonly journey: string; readonly call: string }
  /** Where the time of the slowest 1 % and of all requests comes from. */
  | { readonly question: 'tail'; readonly design: number; readonly journey: string }
  /** One typical and one slow request, drawn at random. */
  | { readonly question: 'waterfall'; readonly design: number; readonly journey: string }
  /** What is worth trying against the tail, with what it does. */
  | { readonly question: 'mitigations'; readonly design: number; readonly journey: string }
  /** The density and the quantiles of one time, as it is written in a component or of a call's network. */
  | { readonly question: 'time'; readonly design: number; readonly of: TimeField };

export type LatencyCurve =
  | WithinCurve
  | LatencyBracket
  | FanOutLatencyCurve
  | HedgeCurve
  | TimeoutCurve
  | TailShares
  | Waterfall
  | Mitigations
  | TimeCurve;

export type TimeField = { readonly component: string } | { readonly call: string };

export interface WithinCurve {
  readonly question: 'within';
  /** Rising in both, on an axis that suits a logarithm; `beyond` is 1 − `within` with all its digits. Of all requests, outages included. */
  readonly points: readonly { readonly seconds: number; readonly within: number; readonly beyond: number }[];
  /** Exactly at the limits that were asked for, in their order. */
  readonly goodWithin: readonly GoodWithin[];
  readonly seconds: LatencySeconds | null;
}

export interface LatencyBracket {
  readonly question: 'latency-bracket';
  /** Of each quantile the two ends; null where nothing ever answers, or where the upper one is beyond all bounds. */
  readonly seconds: Readonly<Record<QuantileName, { readonly low: number | null; readonly high: number | null }>>;
  readonly goodWithin: readonly { readonly seconds: number; readonly low: number; readonly high: number }[];
}

export interface FanOutLatencyCurve {
  readonly question: 'fan-out-latency';
  /** Of one call alone. `slow` is the share of requests that wait for at least one answer beyond the p99 of one: 1 − (1 − p)ᴺ. */
  readonly points: readonly {
    readonly callees: number;
    readonly p50: number | null;
    readonly p99: number | null;
    readonly slow: number;
  }[];
  readonly today: number;
}

export interface HedgeCurve {
  readonly question: 'hedge';
  /** `extraLoad` is the requests along this call that are added, as a share of those without a hedge. */
  readonly points: readonly {
    readonly delaySeconds: number;
    readonly p99: number | null;
    readonly extraLoad: number;
  }[];
  /** Null where the call has no hedge. */
  readonly todaySeconds: number | null;
  readonly without: number | null;
}

export interface TimeoutCurve {
  readonly question: 'timeout';
  /** One line for each number of retries. */
  readonly lines: readonly {
    readonly retries: number;
    readonly points: readonly {
      readonly timeoutSeconds: number;
      readonly success: number;
      readonly p99: number | null;
    }[];
  }[];
  readonly today: { readonly timeoutSeconds: number | null; readonly retries: number };
}

/** Where time goes: what each part adds to the mean, and to the mean of the slowest 1 %; either column adds up to 1. */
export interface TailShares {
  readonly question: 'tail';
  readonly parts: readonly {
    readonly of:
      | TimeField
      | { readonly timeout: string }
      | { readonly hedge: string }
      | { readonly backoff: string }
      | { readonly switch: string }
      | { readonly wait: string };
    readonly mean: number;
    readonly slowest: number;
  }[];
  /** Means of all and of the slowest 1 %. */
  readonly meanSeconds: number | null;
  readonly slowestSeconds: number | null;
}

export interface Waterfall {
  readonly question: 'waterfall';
  /** The request whose length is nearest to p50 of those drawn, and that nearest to p99; null where none is answered well. */
  readonly typical: DrawnRequest | null;
  readonly slow: DrawnRequest | null;
  readonly drawn: number;
}

export interface DrawnRequest {
  readonly seconds: number;
  /** In the order in which they begin; `depth` is how deep the caller stands. */
  readonly spans: readonly Span[];
}

export interface Span {
  /** Own work, a network, the wait before a retry, a gate's change to the next callee, or the wait for a worker of a component. */
  readonly of: TimeField | { readonly backoff: string } | { readonly switch: string } | { readonly wait: string };
  readonly depth: number;
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** Which of several attempts or copies, from 1 on. */
  readonly attempt: number;
  readonly outcome: 'good' | 'error' | 'timeout' | 'abandoned';
  /** Whether the whole request would have been shorter without it. */
  readonly critical: boolean;
}

export interface Mitigations {
  readonly question: 'mitigations';
  readonly today: MitigationEffect;
  /** Best first: what lowers p99 most. */
  readonly tries: readonly Mitigation[];
}

/** `loadToday` is the load along the same call as it is. */
export type Mitigation = MitigationEffect & MitigationEdit & { readonly loadToday: number };

/** A change worth trying against the tail; `model/edit/mitigation` makes it. */
export type MitigationEdit = { readonly call: string } & (
  | { readonly kind: 'hedge' | 'tied'; readonly delaySeconds: number }
  | { readonly kind: 'retry'; readonly timeoutSeconds: number; readonly retries: number }
  | { readonly kind: 'smaller-fan-out'; readonly times: number }
);

export interface MitigationEffect {
  readonly p99: number | null;
  readonly success: number;
  /** Requests along this call for one of the journey; of `today` over all calls. */
  readonly load: number;
}

export interface TimeCurve {
  readonly question: 'time';
  /** The density by seconds, over the part of the axis where it shows. Empty of what has none. */
  readonly density: readonly { readonly seconds: number; readonly density: number }[];
  /** Times that come up with a chance of their own. */
  readonly atoms: readonly { readonly seconds: number; readonly probability: number }[];
  readonly seconds: LatencySeconds | null;
}

/** The smallest sets of failures that fail requests of a journey. */
export interface CutSets {
  readonly question: 'cut-sets';
  /** How many there are in all; null where counting was stopped. */
  readonly count: number | null;
  /** How many there are of each order, from 1 on; as far as they were counted. */
  readonly byOrder: readonly number[];
  /** Likeliest first. */
  readonly sets: readonly CutSet[];
}

export interface CutSet {
  readonly members: readonly CutMember[];
  /** Failures counted: replicas one by one, everything else as one. */
  readonly order: number;
  /** That all of them have failed. */
  readonly probability: number;
  /** The share of requests that fail then: below 1 behind calls that are made by chance. */
  readonly requests: number;
  /** `probability` times `requests` over the journey's unavailability: sets overlap, so that these may add up to more than 1. */
  readonly share: number;
}

export type CutMember =
  /** So many of its replicas, of those that stand outside the domains which are members too. */
  | { readonly of: 'replicas'; readonly component: string; readonly failures: number; readonly replicas: number }
  | { readonly of: 'common' | 'failover' | 'planned'; readonly component: string }
  | { readonly of: 'domain'; readonly domain: string };

/** The ways that a journey can go: smallest sets of components that suffice for it. */
export interface Paths {
  readonly question: 'paths';
  /** With everything up; null where counting was stopped. */
  readonly total: number | null;
  /** Those without anything that is certainly down (up 0 %). */
  readonly left: number | null;
  /** Some of those that are left, the shortest first, as component ids. */
  readonly sets: readonly (readonly string[])[];
}

export interface FanOutCurve {
  readonly question: 'fan-out';
  /** P(at least one of N is slow), N on a grid that holds 1, the design's N and the half point. */
  readonly points: readonly { readonly callees: number; readonly slow: number }[];
  readonly today: { readonly callees: number; readonly slow: number };
  /** The smallest N at which at least half of all requests are slow; null when the probability is 0. */
  readonly half: number | null;
}

export interface ScalingCurve {
  readonly question: 'scaling';
  readonly points: readonly {
    readonly replicas: number;
    readonly usl: number;
    readonly amdahl: number;
    readonly linear: number;
  }[];
  readonly today: { readonly replicas: number; readonly usl: number };
  readonly peak: { readonly replicas: number; readonly usl: number } | null;
}

export interface ReplicasCurve {
  readonly question: 'replicas';
  /** Today's number and the knee among them. */
  readonly points: readonly {
    readonly replicas: number;
    readonly unavailability: number;
    readonly downtimeSecondsPerYear: number;
  }[];
  readonly today: number;
  /** From here on one replica more saves less than a tenth of what remains. */
  readonly knee: number;
}

/** What the usual promises allow, 99 % to 99.999 %; the same for every scenario. */
export interface NinesCurve {
  readonly question: 'nines';
  readonly points: readonly AvailabilityFigures[];
}

// ---------------------------------------------------------------- workings

/** A figure whose working can be shown. */
export type Figure =
  | { readonly figure: 'journey-availability'; readonly design: number; readonly journey: string }
  | { readonly figure: 'downtime'; readonly design: number; readonly journey: string }
  | { readonly figure: 'nines'; readonly design: number; readonly journey: string }
  | { readonly figure: 'share'; readonly design: number; readonly journey: string; readonly component: string }
  | { readonly figure: 'group-availability'; readonly design: number; readonly component: string }
  | { readonly figure: 'visit-availability'; readonly design: number; readonly component: string }
  | { readonly figure: 'scaling'; readonly design: number; readonly component: string }
  | { readonly figure: 'fan-out'; readonly slowProbability: number; readonly callees: number }
  | { readonly figure: 'success'; readonly design: number; readonly journey: string }
  | { readonly figure: 'good-within'; readonly design: number; readonly journey: string; readonly seconds: number }
  | {
      readonly figure: 'latency-quantile';
      readonly design: number;
      readonly journey: string;
      readonly quantile: number;
    }
  | { readonly figure: LoadFigure; readonly design: number; readonly component: string };

/** Of a component's load: its rate, utilisation, concurrency, the replicas that it needs, and the mean wait for a worker. */
export type LoadFigure = 'rate' | 'utilisation' | 'concurrency' | 'replicas-needed' | 'wait';

/** `seconds` are of an outage, `time` is that of a request, in seconds too; `rate` is requests per second. */
export type Unit = 'probability' | 'unavailability' | 'availability' | 'count' | 'seconds' | 'time' | 'rate' | 'number';

/**
 * How a figure came to be. `formula` names a template (one MathML formula with slots), `inputs` fill its slots, each
 * leading to its field where it has one.
 */
export interface Explanation {
  readonly formula: FormulaId;
  readonly inputs: readonly ExplanationInput[];
  readonly result: { readonly value: number; readonly unit: Unit };
}

export interface ExplanationInput {
  readonly symbol: string;
  readonly value: number;
  readonly unit: Unit;
  /** The field that the number came from, a call by its id; null when it was derived. */
  readonly path: Path | null;
  /** The component or the domain that it belongs to, for a list of factors. */
  readonly component?: string;
  readonly domain?: string;
}

export const FORMULAS = [
  'one-of-n', // 1 - q^n
  'k-of-n', // sum of binomial terms
  'k-of-n-common-cause', // beta q + (1 - beta q) tail((1 - beta) q)
  'single', // 1 - q
  'causes', // 1 - prod(1 - cause): what takes a group down, one factor each
  'dealt', // sum over the states of the domains that replicas are dealt over
  'series', // 1 - prod(1 - u_i): the parts share nothing
  'decision-diagram', // sum over failure states: parts are shared, or a gate stands between
  'downtime', // u x 365 x 24 h
  'nines', // -log10 u
  'share', // integral of Q' B over u
  'usl', // N / (1 + sigma (N - 1) + kappa N (N - 1))
  'fan-out', // 1 - (1 - p)^N
  'latency-quantile', // the smallest t with sum P(state) F(t) >= q (1 - U)
  'good-within', // (1 - u)(1 - f)(1 - l)
  'success', // (1 - U)/(1 - u)
  'rate', // sum of lambda n p a over the calls to it
  'concurrency', // lambda W
  'utilisation', // lambda S / (c N)
  'replicas-needed', // lambda / (c rho / S), rounded up
  'wait-mmc', // C S / (c - a)
  'wait-mg1', // rho S / (1 - rho) (1 + v) / 2
  'wait-mgc', // C S / (c - a) k
  'wait-bounded', // Q / (lambda (1 - B))
] as const;
export type FormulaId = (typeof FORMULAS)[number];

/** What the worker answers to `analyse`: the report and what is wrong with single fields. */
export interface Analysis {
  readonly report: Report;
  readonly issues: readonly Issue[];
}
