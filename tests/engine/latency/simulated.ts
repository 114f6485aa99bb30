import type { ResolvedTime } from '../../../src/model/resolved-time.ts';
import type { ResolvedCall, ResolvedDesign } from '../../../src/model/resolved.ts';

/** Sums of times that are meant to be the same differ by rounding: one is later than the other when it is so by more. */
const isLater = (seconds: number, limit: number): boolean => seconds > limit * (1 + 1e-9);

/** How one request went. `end` is Infinity where it is never answered. */
export interface Answered {
  readonly end: number;
  readonly good: boolean;
}

/** What a visit has drawn for itself, and keeps through all attempts. */
class Branches {
  readonly drawn = new Map<string, boolean>();
  readonly visits = new Map<string, Branches>();

  draw(what: string, chance: number, random: () => number): boolean {
    const known = this.drawn.get(what) ?? random() < chance;
    this.drawn.set(what, known);
    return known;
  }

  visit(what: string): Branches {
    const known = this.visits.get(what) ?? new Branches();
    this.visits.set(what, known);
    return known;
  }
}

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Gamma of any shape, as sums of exponentials and Jöhnk's method for what is left. */
function gamma(shape: number, random: () => number): number {
  let sum = 0;
  for (let whole = Math.floor(shape); whole > 0; whole--) sum -= Math.log(1 - random());
  const rest = shape - Math.floor(shape);
  if (rest === 0) return sum;
  for (;;) {
    const [x, y] = [random() ** (1 / rest), random() ** (1 / (1 - rest))];
    if (x + y <= 1) return sum - (Math.log(1 - random()) * x) / (x + y);
  }
}

export function drawn(time: ResolvedTime, random: () => number): number {
  switch (time.of) {
    case 'constant':
      return time.seconds;
    case 'exponential':
      return -time.meanSeconds * Math.log(1 - random());
    case 'gamma':
      return (time.meanSeconds / time.shape) * gamma(time.shape, random);
    case 'weibull':
      return time.scaleSeconds * (-Math.log(1 - random())) ** (1 / time.shape);
    case 'lognormal':
      return time.medianSeconds * Math.exp(time.sigma * normal(random));
    case 'pareto':
      return time.scaleSeconds * (1 - random()) ** (-1 / time.alpha);
    case 'samples':
      return time.seconds[Math.floor(random() * time.seconds.length)]!;
    case 'mixture': {
      let at = random();
      for (const part of time.parts) {
        if (at < part.weight) return drawn(part.time, random);
        at -= part.weight;
      }
      return drawn(time.parts.at(-1)!.time, random);
    }
    case 'quantiles':
      throw new Error('what lies between quantiles is not drawn here');
  }
}

/** One request after the other, by the rules of the scenario format read aloud; no algebra, no cleverness. */
export class Simulation {
  /** By call id. */
  readonly sent = new Map<string, number>();
  readonly #design: ResolvedDesign;
  readonly #down: ReadonlySet<number>;
  readonly #random: () => number;

  constructor(design: ResolvedDesign, down: ReadonlySet<number>, random: () => number) {
    this.#design = design;
    this.#down = down;
    this.#random = random;
  }

  request(place: number): Answered {
    return this.#visit(place, new Branches());
  }

  #visit(place: number, branches: Branches): Answered {
    const component = this.#design.components[place]!;
    const calls = this.#design.calls.filter((call) => call.from === place && call.times > 0);
    const waits = calls.some((call) => !call.async);
    const bypassed = this.#down.has(place);
    if (bypassed && !(component.whenDown === 'bypass' && waits)) {
      return { end: component.whenDown === 'hang' ? Number.POSITIVE_INFINITY : 0, good: false };
    }
    const works = !bypassed && component.kind !== 'client';
    const own = works ? drawn(component.time, this.#random) : 0;
    if (works && this.#random() < component.errors) return { end: own, good: false };
    if (component.kind === 'cache' && !bypassed && branches.draw('hit', component.hitRatio, this.#random)) {
      return { end: own, good: true };
    }
    const rest =
      component.kind === 'gate'
        ? this.#gate(place, calls, branches)
        : this.#steps(component.kind === 'queue', calls, branches);
    return { end: own + rest.end, good: rest.good };
  }

  #steps(isQueue: boolean, calls: readonly ResolvedCall[], branches: Branches): Answered {
    let end = 0;
    for (const step of [...new Set(calls.map((call) => call.step))].sort((a, b) => a - b)) {
      const made = calls.filter(
        (call) => call.step === step && branches.draw(`made ${call.id}`, call.probability, this.#random),
      );
      const answers = made.flatMap((call) => {
        const forgotten = call.async || isQueue;
        const answer = this.#all(call, branches, call.optional || forgotten);
        return forgotten ? [] : [answer];
      });
      const done = atOnce(answers);
      if (!done.good) return { end: end + done.end, good: false };
      end += done.end;
    }
    return { end, good: true };
  }

  /** All the times of a call: for its caller good once all are, bad at the first error, if it minds errors. */
  #all(call: ResolvedCall, branches: Branches, unminded = false): Answered {
    const once = (time: number): Answered => {
      const answer = this.#call(call, branches.visit(`${call.id} ${time}`));
      return unminded ? { end: answer.end, good: answer.end < Number.POSITIVE_INFINITY } : answer;
    };
    if (!call.sequential) return atOnce(Array.from({ length: call.times }, (_, time) => once(time)));
    let end = 0;
    for (let time = 0; time < call.times; time++) {
      const answer = once(time);
      end += answer.end;
      if (!answer.good) return { end, good: false };
    }
    return { end, good: true };
  }

  #gate(place: number, calls: readonly ResolvedCall[], branches: Branches): Answered {
    const { mode, needed, switchSeconds } = this.#design.components[place]!;
    if (mode === 'race') {
      const answers = calls.flatMap((call) =>
        Array.from({ length: call.times }, (_, time) => this.#call(call, branches.visit(`${call.id} ${time}`))),
      );
      return raced(answers, needed);
    }
    if (mode === 'balance') {
      const able = calls.filter((call) => this.#canWork(call.to));
      if (able.length < needed) return { end: 0, good: false };
      let at = this.#random() * able.reduce((sum, call) => sum + call.weight, 0);
      const chosen = able.find((call) => (at -= call.weight) < 0) ?? able.at(-1)!;
      return this.#all(chosen, branches);
    }
    let end = 0;
    const ordered = [...calls].sort((a, b) => a.step - b.step);
    for (const [index, call] of ordered.entries()) {
      const answer = this.#all(call, branches);
      end += answer.end;
      if (answer.good || end === Number.POSITIVE_INFINITY || index === ordered.length - 1)
        return { end, good: answer.good };
      end += switchSeconds;
    }
    return { end, good: false };
  }

  /** Whether any visit can get past what is down. */
  #canWork(place: number): boolean {
    const { kind, whenDown, hitRatio, mode, needed } = this.#design.components[place]!;
    const down = this.#down.has(place);
    const waited = this.#design.calls.filter((call) => call.from === place && !call.async && call.times > 0);
    if (down && !(whenDown === 'bypass' && waited.length > 0)) return false;
    if (kind === 'queue') return true;
    const required = waited.filter((call) => !call.optional);
    const working = required.map((call) => this.#canWork(call.to));
    if (kind === 'gate') {
      const able = required.reduce(
        (sum, call, index) => sum + (working[index] ? (mode === 'race' ? call.times : 1) : 0),
        0,
      );
      return able >= needed;
    }
    if (kind === 'cache' && !down && hitRatio > 0) return true;
    return required.every((call, index) => call.probability < 1 || working[index]);
  }

  /** One call with all its attempts. */
  #call(call: ResolvedCall, branches: Branches): Answered {
    const { retries, backoff, deadlineSeconds } = call;
    const limit = deadlineSeconds ?? Number.POSITIVE_INFINITY;
    let begins = 0;
    for (let attempt = 0; ; attempt++) {
      const answer = this.#attempt(call, branches);
      const end = begins + answer.end;
      if (isLater(end, limit)) return { end: limit, good: false };
      if (answer.good || attempt === retries || end === Number.POSITIVE_INFINITY) return { end, good: answer.good };
      const wait = Math.min(backoff.firstSeconds * backoff.factor ** attempt, backoff.maxSeconds);
      begins = end + (backoff.jitter ? wait * this.#random() : wait);
      if (isLater(begins, limit)) return { end: limit, good: false };
    }
  }

  #attempt(call: ResolvedCall, branches: Branches): Answered {
    const { hedgeSeconds, tied } = call;
    const limit = call.timeoutSeconds ?? Number.POSITIVE_INFINITY;
    const answers = [this.#send(call, branches)];
    const [first] = answers;
    if (
      hedgeSeconds !== null &&
      !tied &&
      hedgeSeconds < limit &&
      !(first!.good && !isLater(first!.end, hedgeSeconds))
    ) {
      const copy = this.#send(call, branches);
      answers.push({ end: hedgeSeconds + copy.end, good: copy.good });
    }
    const good = answers.filter((answer) => answer.good);
    const end =
      good.length > 0
        ? Math.min(...good.map((answer) => answer.end))
        : Math.max(...answers.map((answer) => answer.end));
    return isLater(end, limit) ? { end: limit, good: false } : { end, good: good.length > 0 };
  }

  #send(call: ResolvedCall, branches: Branches): Answered {
    this.sent.set(call.id, (this.sent.get(call.id) ?? 0) + 1);
    const network = drawn(call.network, this.#random);
    const answer = this.#visit(call.to, branches);
    return { end: network + answer.end, good: answer.good };
  }
}

/** Several at once: bad at the first error, else good once all are. */
function atOnce(answers: readonly Answered[]): Answered {
  const errors = answers.filter(({ good, end }) => !good && end < Number.POSITIVE_INFINITY);
  if (errors.length > 0) return { end: Math.min(...errors.map(({ end }) => end)), good: false };
  const end = Math.max(0, ...answers.map((answer) => answer.end));
  return { end, good: end < Number.POSITIVE_INFINITY };
}

/** Good at the k-th good answer, bad once k can no longer come. */
function raced(answers: readonly Answered[], needed: number): Answered {
  const spare = answers.length - needed;
  if (spare < 0) return { end: 0, good: false };
  const rising = (good: boolean): number[] =>
    answers
      .filter((answer) => answer.good === good)
      .map(({ end }) => end)
      .sort((a, b) => a - b);
  const end = rising(true)[needed - 1];
  if (end !== undefined) return { end, good: true };
  return { end: rising(false)[spare]!, good: false };
}
