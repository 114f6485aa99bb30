import type { Finding, Issue, Path } from './issue.ts';

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
  /** Calls that are made more than once for one request, the widest first. */
  readonly fanOuts: readonly FanOut[];
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

/** All figures are null when the exact answer was out of reach; a finding says why. */
export interface JourneyReport extends Unknown<AvailabilityFigures> {
  readonly objective: ObjectiveVerdict | null;
  /** The product of availabilities, every callee taken as independent: wrong where a component is shared. */
  readonly naive: NaiveProduct | null;
  /** What the number becomes if this share of each group's failures were shared. */
  readonly audit: { readonly beta: number; readonly figures: AvailabilityFigures } | null;
  /** By component id; only those that the journey reaches. */
  readonly parts: Readonly<Record<string, JourneyPart>>;
  /** The part with the largest share of the downtime; null when nothing ever fails. */
  readonly binding: Binding | null;
  /** What would help most, best first; at most three. */
  readonly remedies: readonly Remedy[];
}

export interface ObjectiveVerdict {
  readonly unavailability: number;
  readonly availability: number;
  readonly windowSeconds: number;
  readonly allowedSecondsPerYear: number;
  readonly allowedSecondsPerWindow: number;
  readonly met: boolean;
  /** Set where a component has a chance of errors: the verdict then counts outages only. */
  readonly outagesOnly: boolean;
}

export interface NaiveProduct {
  readonly unavailability: number;
  /** Naive minus exact: positive when the product is too pessimistic. */
  readonly errorSecondsPerYear: number;
}

/** What a component's own group (its replicas and their common cause) does to a journey. */
export interface JourneyPart {
  /** Share of the journey's downtime, in [0, 1]; the shares of a journey add up to 1. */
  readonly share: number;
  readonly downtimeSecondsPerYear: number;
  /** u(group down) - u(group perfect). */
  readonly birnbaum: number;
  readonly unavailabilityIfPerfect: number;
  readonly unavailabilityIfDown: number;
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
  readonly component: string;
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

export interface ComponentReport {
  /** The group alone. */
  readonly own: AvailabilityFigures;
  /** The group and everything that one visit to it needs. */
  readonly withDependencies: AvailabilityFigures | null;
  readonly replicas: number;
  readonly needed: number;
  /** What the group alone becomes if 5 % of its failures were shared; null for a group of one. */
  readonly ownIfShared: AvailabilityFigures | null;
  readonly scaling: ScalingReport | null;
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
  | { readonly question: 'nines' };

export type Curve = FanOutCurve | ScalingCurve | ReplicasCurve | NinesCurve;

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
  | { readonly figure: 'fan-out'; readonly slowProbability: number; readonly callees: number };

export type Unit = 'probability' | 'unavailability' | 'availability' | 'count' | 'seconds' | 'number';

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
  /** The field that the number came from; null when it was derived. */
  readonly path: Path | null;
  /** The component that it belongs to, for a list of factors. */
  readonly component?: string;
}

export const FORMULAS = [
  'one-of-n', // 1 - q^n
  'k-of-n', // sum of binomial terms
  'k-of-n-common-cause', // beta q + (1 - beta q) tail((1 - beta) q)
  'single', // 1 - q
  'series', // 1 - prod(1 - u_i): the parts share nothing
  'decision-diagram', // sum over failure states: parts are shared, or a gate stands between
  'downtime', // u x 365 x 24 h
  'nines', // -log10 u
  'share', // integral of Q' B over u
  'usl', // N / (1 + sigma (N - 1) + kappa N (N - 1))
  'fan-out', // 1 - (1 - p)^N
] as const;
export type FormulaId = (typeof FORMULAS)[number];

/** What the worker answers to `analyse`: the report and what is wrong with single fields. */
export interface Analysis {
  readonly report: Report;
  readonly issues: readonly Issue[];
}
