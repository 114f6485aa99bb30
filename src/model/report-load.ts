/** The load of a design with everything up (rule 12). */
export interface DesignLoad {
  /** Requests per second along each call, retries and copies counted; by call id. */
  readonly calls: Readonly<Record<string, number>>;
  /** Of the components whose workers are limited, the one that is at its target first as the clients send more; null where none is. */
  readonly fullest: {
    readonly component: string;
    readonly utilisation: number;
    readonly target: number;
    /** How many times today's load brings it to its target, and to saturation; as if attempts stayed as they are. */
    readonly timesToTarget: number;
    readonly timesToSaturation: number;
    /** Requests that arrive at it when it is at its target. */
    readonly ratePerSecondAtTarget: number;
  } | null;
  /** Whether retries and waits have settled: where not, the figures are the last that were tried, and a finding says so. */
  readonly settled: boolean;
}

/** The load of a component with everything up. Null is infinite or unstable, always with a finding. */
export interface ComponentLoad {
  /** Requests that arrive, retries and copies counted. */
  readonly ratePerSecond: number;
  /** How busy its workers are: more than 1 where more comes than they can do; 0 where they are unlimited. */
  readonly utilisation: number;
  /** How busy they may be. */
  readonly target: number;
  /** Requests in it at the same time, those that wait among them: Little's law, rate times mean response. */
  readonly concurrency: number | null;
  /** The smallest number of replicas up at which utilisation stays within its target; null where no number does. */
  readonly replicasNeeded: number | null;
  /** For a worker, of those that are let in; both null where it is unstable. */
  readonly waitSeconds: { readonly mean: number | null; readonly p99: number | null };
  /** The rate at which today's replicas are saturated, if a request goes on to hold a worker as long as today; null where workers are unlimited. */
  readonly saturatesAtRatePerSecond: number | null;
  /** How long a request holds a worker, contention and coordination counted; null where that has no mean. */
  readonly holdSeconds: number | null;
  /** The share of requests that is turned away because the queue is full. */
  readonly shed: number;
  /** Which queue its figures are of; null where nobody waits. */
  readonly queue: QueueModel | null;
  /** How far the mean wait may be off by the approximation, over it: 0 where it is exact, null where nothing is known of that. */
  readonly band: number | null;
}

/** Kendall's names; with +G some are given up while they wait. */
export type QueueModel = 'M/M/c' | 'M/M/c/K' | 'M/G/1' | 'M/G/c' | 'M/G/c/K' | 'M/G/c+G' | 'M/G/c/K+G';

// ---------------------------------------------------------------- questions

/** What is asked about load. `design` is an index. */
export type LoadQuestion =
  /** Response against utilisation of one component. */
  | { readonly question: 'knee'; readonly design: number; readonly component: string }
  /** A journey's times against the rate of its requests, up to saturation. */
  | { readonly question: 'load-latency'; readonly design: number; readonly journey: string }
  /** What retries make of the load: every state that it can settle in, and the loads at which it tips over and comes back. */
  | { readonly question: 'storm'; readonly design: number; readonly journey: string }
  /** Which component is full first, second, third, and when. */
  | { readonly question: 'capacity-plan'; readonly design: number; readonly months: number }
  /** What is left of a journey while replicas or domains are down, and all of it together. */
  | { readonly question: 'performability'; readonly design: number; readonly journey: string }
  /** What the callees of a cache get while it is empty, and while it is down. */
  | { readonly question: 'cache-loss'; readonly design: number; readonly component: string };

const LOAD_QUESTIONS: ReadonlySet<string> = new Set<LoadQuestion['question']>([
  'knee',
  'load-latency',
  'storm',
  'capacity-plan',
  'performability',
  'cache-loss',
]);

export const isLoadQuestion = (asked: { readonly question: string }): asked is LoadQuestion =>
  LOAD_QUESTIONS.has(asked.question);

export type LoadCurve = KneeCurve | LoadLatencyCurve | StormCurve | CapacityPlan | Performability | CacheLoss;

export interface KneeCurve {
  readonly question: 'knee';
  /** Rising in utilisation. A whole visit's own part, wait and work: as it is, and as one M/M/1 queue of the same utilisation and work. */
  readonly points: readonly KneePoint[];
  /** Null where workers are unlimited or nothing comes. */
  readonly today: KneePoint | null;
  readonly target: number;
  readonly workSeconds: number | null;
  readonly queue: QueueModel | null;
  readonly band: number | null;
}

export interface KneePoint {
  readonly utilisation: number;
  /** Of the whole group. */
  readonly ratePerSecond: number;
  /** Null at and beyond saturation. */
  readonly meanSeconds: number | null;
  readonly p99Seconds: number | null;
  readonly single: { readonly meanSeconds: number | null; readonly p99Seconds: number | null };
}

export interface LoadLatencyCurve {
  readonly question: 'load-latency';
  /** Rising; the last is at saturation of what saturates first, or at ten times today's load where nothing does. */
  readonly points: readonly LoadLatencyPoint[];
  readonly today: LoadLatencyPoint | null;
  /** Where no stable state is left; null where there is none up to the last point. */
  readonly saturatesAtRatePerSecond: number | null;
  /** What saturates there. */
  readonly component: string | null;
}

export interface LoadLatencyPoint {
  /** Of this journey's client; others send in step with it. */
  readonly ratePerSecond: number;
  readonly p50: number | null;
  readonly p99: number | null;
  readonly success: number;
}

export interface StormCurve {
  readonly question: 'storm';
  /** Rising in rate. Where the two differ, it depends on what was before: `calm` is reached from below, `stormy` from above. */
  readonly points: readonly {
    readonly ratePerSecond: number;
    readonly calm: StormState;
    readonly stormy: StormState;
  }[];
  readonly today: { readonly ratePerSecond: number; readonly calm: StormState; readonly stormy: StormState } | null;
  /** Above this rate it tips over; below `recoversBelow` it comes back by itself. Null where it does neither. */
  readonly tipsAbove: number | null;
  readonly recoversBelow: number | null;
  /** What is overloaded then. */
  readonly component: string | null;
  readonly remedies: readonly StormRemedy[];
}

/** One of the states that load, timeouts and retries can settle in. */
export interface StormState {
  readonly success: number;
  /** Requests at the component that is overloaded first, for one of the journey without any retry. */
  readonly amplification: number;
  readonly utilisation: number;
  readonly p99: number | null;
}

/** A change against retry storms; `model/edit/storm-remedy` makes it. */
export type StormRemedyEdit =
  | { readonly kind: 'queue-limit'; readonly component: string; readonly places: number }
  | { readonly kind: 'retry-budget'; readonly call: string; readonly share: number }
  | { readonly kind: 'breaker'; readonly call: string; readonly share: number }
  | { readonly kind: 'cancel'; readonly call: string }
  | { readonly kind: 'no-retries'; readonly call: string };

export type StormRemedy = StormRemedyEdit & {
  readonly tipsAbove: number | null;
  readonly recoversBelow: number | null;
  /** Success at today's rate, in the worse of the states. */
  readonly success: number;
};

export interface CapacityPlan {
  readonly question: 'capacity-plan';
  /** Components whose workers are limited, the one that is full first at the head. */
  readonly components: readonly PlannedComponent[];
  /** What ten and a hundred times today's load need. */
  readonly multiples: readonly {
    readonly times: number;
    readonly components: readonly {
      readonly component: string;
      readonly utilisation: number;
      readonly replicasNeeded: number | null;
    }[];
  }[];
}

export interface PlannedComponent {
  readonly component: string;
  readonly target: number;
  /** By month from today (0) on: how busy its workers are then, with today's replicas. */
  readonly utilisation: readonly number[];
  /** On average instead of at peak; null where no client says. */
  readonly averageUtilisation: number | null;
  /** Months from now, with fractions; 0 where it is already, null where not within a hundred years. */
  readonly monthsToTarget: number | null;
  readonly monthsToSaturation: number | null;
  /** When more has to be ordered: `monthsToTarget` less its lead time, 0 where that is past; null as `monthsToTarget`. */
  readonly monthsToOrder: number | null;
  readonly replicas: number;
  /** At the end of the months that were asked for; null where no number is enough. */
  readonly replicasNeeded: number | null;
}

export interface Performability {
  readonly question: 'performability';
  /** Everything up first, then what is likeliest. */
  readonly states: readonly PerformabilityState[];
  /** Over all states, weighted by their chance; `remainder` is the chance of those that were not counted. */
  readonly total: { readonly success: number; readonly p99: number | null; readonly goodWithin: number | null };
  readonly remainder: number;
}

export interface PerformabilityState {
  /** What is down in it: so many replicas of a component, or a domain. Empty for everything up. */
  readonly down: readonly ({ readonly component: string; readonly replicas: number } | { readonly domain: string })[];
  readonly probability: number;
  /** The busiest component in it. */
  readonly busiest: { readonly component: string; readonly utilisation: number } | null;
  readonly p99: number | null;
  /** Of all requests in it, the share that is answered well; and within the limit, where one is promised. */
  readonly success: number;
  readonly goodWithin: number | null;
}

export interface CacheLoss {
  readonly question: 'cache-loss';
  readonly hitRatio: number;
  /** What it calls. */
  readonly callees: readonly {
    readonly component: string;
    readonly ratePerSecond: number;
    readonly utilisation: number;
    readonly emptyRatePerSecond: number;
    readonly emptyUtilisation: number;
    /** While the cache is down: nothing where it refuses or hangs, everything where it is bypassed. */
    readonly downRatePerSecond: number;
    readonly downUtilisation: number;
    readonly replicasNeededWhenEmpty: number | null;
  }[];
  /** Of each journey that it serves: with the cache as it is, empty, and down. */
  readonly journeys: readonly {
    readonly journey: string;
    readonly success: number;
    readonly p99: number | null;
    readonly emptySuccess: number;
    readonly emptyP99: number | null;
    readonly downSuccess: number;
    readonly downP99: number | null;
  }[];
}
