import { randomFrom } from '../../../src/engine/numeric/random.ts';
import type { ResolvedCall, ResolvedComponent, ResolvedDesign } from '../../../src/model/resolved.ts';
import { drawn } from '../latency/simulated.ts';

/** How long all clients send so many times their rate. */
export interface Phase {
  readonly seconds: number;
  readonly times: number;
}

/** What was seen of the requests that clients sent in one phase, and of the components meanwhile. */
export interface Observed {
  readonly sent: number;
  readonly success: number;
  /** Times of good answers, rising. */
  readonly seconds: readonly number[];
  readonly components: Readonly<Record<string, Seen>>;
}

export interface Seen {
  readonly ratePerSecond: number;
  /** The share that found the queue full. */
  readonly shed: number;
  /** Of those that were let in, in the order in which they began to be served. */
  readonly waits: readonly number[];
  /** Mean share of workers that are held. */
  readonly busy: number;
}

type Done = (good: boolean) => void;
/** Gives up what has been begun: it stops where its call is cancelled. */
type GiveUp = () => void;

const nothing: GiveUp = () => undefined;

/** What is to happen, earliest first: a binary heap. */
class Agenda {
  now = 0;
  readonly #at: number[] = [];
  readonly #does: (() => void)[] = [];

  after(seconds: number, does: () => void): void {
    const at = this.now + seconds;
    let place = this.#at.length;
    for (; place > 0; place = (place - 1) >> 1) {
      const parent = (place - 1) >> 1;
      if (this.#at[parent]! <= at) break;
      this.#at[place] = this.#at[parent]!;
      this.#does[place] = this.#does[parent]!;
    }
    this.#at[place] = at;
    this.#does[place] = does;
  }

  /** Does what comes next; false where that is later than `end`. */
  step(end: number): boolean {
    const [at, does] = [this.#at[0], this.#does[0]];
    if (at === undefined || at > end) return false;
    const [last, lastDoes] = [this.#at.pop()!, this.#does.pop()!];
    const size = this.#at.length;
    let place = 0;
    for (let child = 1; child < size; child = 2 * place + 1) {
      if (child + 1 < size && this.#at[child + 1]! < this.#at[child]!) child++;
      if (this.#at[child]! >= last) break;
      this.#at[place] = this.#at[child]!;
      this.#does[place] = this.#does[child]!;
      place = child;
    }
    if (size > 0) {
      this.#at[place] = last;
      this.#does[place] = lastDoes;
    }
    this.now = at;
    does!();
    return true;
  }
}

/** Figures of one component in one phase. */
class Tally {
  arrived = 0;
  turnedAway = 0;
  held = 0;
  readonly waits: number[] = [];
}

/** One queue before some workers. */
class Station {
  #free: number;
  #first = 0;
  readonly #room: number;
  #left = 0;
  readonly #waiting: { readonly since: number; readonly starts: (release: () => void) => void; gone: boolean }[] = [];
  readonly #agenda: Agenda;
  readonly #tally: () => Tally;

  constructor(agenda: Agenda, tally: () => Tally, servers: number, room: number) {
    this.#agenda = agenda;
    this.#tally = tally;
    this.#free = servers;
    this.#room = room;
  }

  /** Lets a request in, and says how it leaves while it waits, or turns it away. */
  enter(starts: (release: () => void) => void): GiveUp | null {
    if (this.#free === 0 && this.#waiting.length - this.#first - this.#left >= this.#room) return null;
    let begun = false;
    const one = {
      since: this.#agenda.now,
      starts: (release: () => void) => {
        begun = true;
        starts(release);
      },
      gone: false,
    };
    this.#waiting.push(one);
    this.#begin();
    return () => {
      if (begun) return;
      one.gone = true;
      this.#left++;
    };
  }

  #begin(): void {
    while (this.#waiting[this.#first]?.gone === true) {
      this.#first++;
      this.#left--;
    }
    if (this.#free === 0 || this.#first === this.#waiting.length) return;
    const { since, starts } = this.#waiting[this.#first++]!;
    if (this.#first > 1000 && 2 * this.#first > this.#waiting.length) {
      this.#waiting.splice(0, this.#first);
      this.#first = 0;
    }
    this.#free--;
    const begun = this.#agenda.now;
    this.#tally().waits.push(begun - since);
    starts(() => {
      this.#free++;
      this.#tally().held += this.#agenda.now - begun;
      this.#begin();
    });
  }
}

/** Requests that clients send at random through the queues of a design; by phase what was seen. */
export function simulated(design: ResolvedDesign, phases: readonly Phase[], seed: number): Observed[] {
  const { components, calls } = design;
  const odd = calls.find((call) => call.tied || call.deadlineSeconds !== null || call.optional || call.times !== 1);
  if (odd !== undefined || components.some(({ kind }) => kind === 'gate' || kind === 'queue'))
    throw new Error(
      'gates, queues, tied copies, deadlines, optional calls and those made several times are not simulated here',
    );
  const random = randomFrom(seed);
  for (let draw = 0; draw < 10_000; draw++) random();
  const agenda = new Agenda();
  const exponential = (mean: number): number => -mean * Math.log(random());
  let phase = 0;
  const tallies = phases.map(() => components.map(() => new Tally()));
  const stations = components.map((component, place) => stationsOf(component, place));
  const budgets = new Map(calls.map(({ id }) => [id, 0]));
  const requests = phases.map(() => ({ sent: 0, seconds: [] as number[] }));

  function stationsOf({ workers, pooled, queue, replicas }: ResolvedComponent, place: number) {
    const pools = calls.filter(({ to, pool }) => to === place && pool !== null);
    const kept = pools.reduce((sum, { pool }) => sum + pool!, 0);
    const of = (each: number): Station[] =>
      Array.from(
        { length: pooled ? 1 : replicas },
        () =>
          new Station(
            agenda,
            () => tallies[phase]![place]!,
            each * (pooled ? replicas : 1),
            queue ?? Number.POSITIVE_INFINITY,
          ),
      );
    if (workers === null) return null;
    return { shared: of(workers - kept), own: new Map(pools.map(({ id, pool }) => [id, of(pool!)])) };
  }

  function visit(place: number, along: ResolvedCall, done: Done): GiveUp {
    const { workers, holds, time, errors, kind, hitRatio } = components[place]!;
    const tally = tallies[phase]![place]!;
    tally.arrived++;
    let over = false;
    let [leave, free, stop] = [nothing, nothing, nothing];
    const serve = (release: () => void): void => {
      free = () => {
        free = nothing;
        release();
      };
      const ended: Done = (good) => {
        over = true;
        free();
        done(good);
      };
      agenda.after(drawn(time, random), () => {
        if (over) return;
        if (holds === 'own') free();
        if (errors > 0 && random() < errors) ended(false);
        else if (kind === 'cache' && hitRatio > 0 && random() < hitRatio) ended(true);
        else stop = steps(place, 0, ended);
      });
    };
    if (workers === null) serve(nothing);
    else {
      const { shared, own } = stations[place]!;
      const all = own.get(along.id) ?? shared;
      const entered = all[Math.floor(random() * all.length)]!.enter(serve);
      if (entered === null) {
        tally.turnedAway++;
        done(false);
        return nothing;
      }
      leave = entered;
    }
    return () => {
      if (over) return;
      over = true;
      leave();
      free();
      stop();
    };
  }

  /** The calls of a component, step by step; those of one step together. */
  function steps(place: number, from: number, done: Done): GiveUp {
    const later = calls.filter((call) => call.from === place && call.step > from);
    if (later.length === 0) {
      done(true);
      return nothing;
    }
    const step = Math.min(...later.map((call) => call.step));
    const made = later.filter((call) => call.step === step && (call.probability === 1 || random() < call.probability));
    let left = made.filter((call) => !call.async).length;
    let over = false;
    let next = nothing;
    const open: (readonly [ResolvedCall, GiveUp])[] = [];
    for (const call of made) {
      const stop = attempts(call, (good) => {
        if (call.async || over) return;
        left--;
        over = !good || left === 0;
        if (!good) {
          for (const [other, giveUp] of open) if (other.cancel) giveUp();
          done(false);
        } else if (left === 0) next = steps(place, step, done);
      });
      if (!call.async) open.push([call, stop]);
    }
    if (left === 0 && !over && made.every((call) => call.async)) next = steps(place, step, done);
    return () => {
      over = true;
      for (const [, giveUp] of open) giveUp();
      next();
    };
  }

  /** What a retry costs is earned by first attempts, and a few can be saved up. */
  function mayRetry({ id, retryBudget }: ResolvedCall): boolean {
    if (retryBudget === null) return true;
    const saved = budgets.get(id)!;
    if (saved < 1) return false;
    budgets.set(id, saved - 1);
    return true;
  }

  function attempts(call: ResolvedCall, done: Done): GiveUp {
    const { id, retries, backoff, retryBudget } = call;
    if (retryBudget !== null) budgets.set(id, Math.min(20, budgets.get(id)! + retryBudget));
    let over = false;
    let stop = nothing;
    const next = (attempt: number): void => {
      if (over) return;
      stop = send(call, (good) => {
        if (good || attempt === retries || !mayRetry(call)) {
          over = true;
          done(good);
          return;
        }
        const wait = Math.min(backoff.firstSeconds * backoff.factor ** attempt, backoff.maxSeconds);
        agenda.after(backoff.jitter ? wait * random() : wait, () => next(attempt + 1));
      });
    };
    next(0);
    return () => {
      if (over) return;
      over = true;
      stop();
    };
  }

  /** One attempt: the original, and a copy some time later unless that has been answered well. What is given up runs on unless it is cancelled. */
  function send(call: ResolvedCall, done: Done): GiveUp {
    const copies = call.hedgeSeconds === null ? 1 : 2;
    const open: GiveUp[] = [];
    let failed = 0;
    let over = false;
    const giveUp = (): void => {
      over = true;
      if (call.cancel) for (const stop of open) stop();
    };
    const end: Done = (good) => {
      if (over || (!good && ++failed < copies)) return;
      giveUp();
      done(good);
    };
    const sendOne = (): void => {
      if (over) return;
      const network = drawn(call.network, random);
      if (network === 0) open.push(visit(call.to, call, end));
      else
        agenda.after(network, () => {
          if (!over || !call.cancel) open.push(visit(call.to, call, end));
        });
    };
    if (call.timeoutSeconds !== null)
      agenda.after(call.timeoutSeconds, () => {
        failed = copies;
        end(false);
      });
    sendOne();
    if (call.hedgeSeconds !== null) agenda.after(call.hedgeSeconds, sendOne);
    return giveUp;
  }

  /** Sends until the phase is over; the rate of the next is drawn anew, which changes nothing for a Poisson stream. */
  function sendFrom(client: number, during: number): void {
    const mean = 1 / (components[client]!.ratePerSecond! * phases[during]!.times);
    agenda.after(exponential(mean), () => {
      if (phase !== during) return;
      const began = agenda.now;
      requests[during]!.sent++;
      steps(client, 0, (good) => {
        if (good) requests[during]!.seconds.push(agenda.now - began);
      });
      sendFrom(client, during);
    });
  }

  let end = 0;
  for (const { seconds } of phases) {
    end += seconds;
    for (const [place, { kind, ratePerSecond }] of components.entries())
      if (kind === 'client' && ratePerSecond !== null) sendFrom(place, phase);
    while (agenda.step(end));
    agenda.now = end;
    phase = Math.min(phase + 1, phases.length - 1);
  }
  return phases.map(({ seconds }, at) => {
    const { sent, seconds: answered } = requests[at]!;
    const seen = components.map(({ id, workers, replicas }, place): [string, Seen] => {
      const { arrived, turnedAway, held, waits } = tallies[at]![place]!;
      const busy = workers === null ? 0 : held / (workers * replicas * seconds);
      return [id, { ratePerSecond: arrived / seconds, shed: arrived > 0 ? turnedAway / arrived : 0, waits, busy }];
    });
    return {
      sent,
      success: answered.length / sent,
      seconds: answered.sort((a, b) => a - b),
      components: Object.fromEntries(seen),
    };
  });
}

/**
 * A mean and how far it may be off with a chance of 1 in 100, by the means of twenty batches: neighbours in a queue wait
 * alike, and are not so many samples.
 */
export function batched(values: readonly number[]): { readonly mean: number; readonly off: number } {
  const batches = 20;
  const size = Math.floor(values.length / batches);
  const means = Array.from({ length: batches }, (_, batch) => meanOf(values.slice(batch * size, (batch + 1) * size)));
  const mean = meanOf(means);
  const variance = means.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (batches - 1);
  // Student's t with 19 degrees of freedom at 0.995.
  return { mean, off: 2.861 * Math.sqrt(variance / batches) };
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;
