import type { Span } from '../../model/report.ts';
import type { ResolvedCall, ResolvedComponent } from '../../model/resolved.ts';
import { drawCall } from './draw-call.ts';
import { drawTime } from './draw-time.ts';
import { DEEPEST, spent, type Branches, type Drawing } from './drawing.ts';
import { atOnce, endedBy, oneAfterOther, type DrawnRun } from './drawn-run.ts';

type AskedCall = readonly [drawing: Drawing, call: ResolvedCall, start: number, depth: number, branches: Branches];

const never = atOnce(Number.POSITIVE_INFINITY, false);

function branchesBehind(branches: Branches, call: ResolvedCall, which: number): Branches {
  branches.behind ??= new Map();
  let all = branches.behind.get(call);
  if (all === undefined) branches.behind.set(call, (all = []));
  return (all[which] ??= {});
}

/** Whether this visit makes the call: drawn once. */
function isMade({ random }: Drawing, call: ResolvedCall, branches: Branches): boolean {
  if (call.probability === 1) return true;
  branches.made ??= new Map();
  let made = branches.made.get(call);
  if (made === undefined) branches.made.set(call, (made = random() < call.probability));
  return made;
}

/** Each of the call's `times`, all at once. */
function drawTogether(...[drawing, call, start, depth, branches]: AskedCall): DrawnRun[] {
  const runs: DrawnRun[] = [];
  for (let which = 0; which < call.times && drawing.visitsLeft > 0; which++)
    runs.push(drawCall(drawVisit, drawing, call, start, depth, branchesBehind(branches, call, which)));
  return runs;
}

/** Each of the call's `times`, one after the other; an error is the last where the call is required. */
function drawInTurn(...[drawing, call, start, depth, branches]: AskedCall): DrawnRun {
  let run = atOnce(start, true);
  for (let which = 0; which < call.times && drawing.visitsLeft > 0; which++) {
    if (run.end === Number.POSITIVE_INFINITY || !(run.good || call.optional)) break;
    const next = drawCall(drawVisit, drawing, call, run.end, depth, branchesBehind(branches, call, which));
    run = oneAfterOther(run, next);
  }
  return run;
}

const latest = (runs: readonly DrawnRun[]): DrawnRun => runs.reduce((a, b) => (b.end > a.end ? b : a));
const earliest = (runs: readonly DrawnRun[]): DrawnRun => runs.reduce((a, b) => (b.end < a.end ? b : a));

/** The first error of what is required ends all; else they end with the last. What is optional is waited for, however it ends. */
function together(runs: readonly DrawnRun[], optional: boolean): DrawnRun {
  const errors = optional ? [] : runs.filter(({ good }) => !good);
  return errors.length > 0 ? endedBy(runs, earliest(errors), false) : endedBy(runs, latest(runs), true);
}

function drawAll(...asked: AskedCall): DrawnRun {
  const [, call] = asked;
  if (!call.sequential && call.times > 1) return together(drawTogether(...asked), call.optional);
  const run = drawInTurn(...asked);
  return call.optional ? { ...run, good: true } : run;
}

function drawSteps(drawing: Drawing, place: number, start: number, depth: number, branches: Branches): DrawnRun {
  let run = atOnce(start, true);
  for (const step of drawing.steps[place]!) {
    const made = step.filter((call) => isMade(drawing, call, branches));
    if (made.length === 0) continue;
    const { end } = run;
    const runs = made.map((call) => drawAll(drawing, call, end, depth, branches));
    run = oneAfterOther(run, runs.length === 1 ? runs[0]! : together(runs, false));
    if (!run.good || drawing.visitsLeft <= 0) return { ...run, good: false };
  }
  return run;
}

/** One callee that works, by weight; each as likely where none has any. */
function drawBalanced(drawing: Drawing, calls: readonly ResolvedCall[]): ResolvedCall | undefined {
  const working = calls.filter(({ to }) => drawing.works(to));
  const total = working.reduce((sum, { weight }) => sum + weight, 0);
  let left = drawing.random() * (total > 0 ? total : working.length);
  return working.find(({ weight }) => (left -= total > 0 ? weight : 1) < 0) ?? working.at(-1);
}

function drawGate(
  drawing: Drawing,
  gate: ResolvedComponent,
  place: number,
  start: number,
  depth: number,
  branches: Branches,
): DrawnRun {
  const calls = drawing.steps[place]!.flat();
  if (gate.mode === 'balance') {
    const chosen = drawBalanced(drawing, calls);
    return chosen === undefined ? atOnce(start, false) : drawAll(drawing, chosen, start, depth, branches);
  }
  if (gate.mode === 'race') {
    const runs = calls.flatMap((call) => drawTogether(drawing, call, start, depth, branches));
    const inOrder = [...runs].sort((a, b) => a.end - b.end);
    const success = inOrder.filter(({ good }) => good)[gate.needed - 1];
    if (success !== undefined) return endedBy(runs, success, true);
    const error = inOrder.filter(({ good }) => !good)[Math.max(0, runs.length - gate.needed)];
    return error === undefined ? atOnce(start, false) : endedBy(runs, error, false);
  }
  let run = atOnce(start, false);
  for (const [turn, call] of calls.entries()) {
    const what = { of: { switch: gate.id }, depth, attempt: turn };
    if (turn > 0) run = oneAfterOther(run, spent(drawing, run.end, gate.switchSeconds, what));
    run = oneAfterOther(run, drawAll(drawing, call, run.end, depth, branches));
    if (run.good || run.end === Number.POSITIVE_INFINITY) break;
  }
  return run;
}

/** Turned away at once, or the wait for a worker; of tied copies that of the first to start. */
function drawEntry(
  drawing: Drawing,
  component: ResolvedComponent,
  start: number,
  at: Pick<Span, 'depth' | 'attempt'>,
  by: ResolvedCall | null,
): DrawnRun {
  const waiting = by !== null && by.pool !== null ? by.waiting : component.waiting;
  if (waiting === null) return atOnce(start, true);
  if (waiting.unstable) return never;
  const { random } = drawing;
  const drawn = (): number =>
    waiting.shed > 0 && random() < waiting.shed ? Number.POSITIVE_INFINITY : drawTime(waiting.wait, random);
  const copySeconds = by !== null && by.tied ? by.hedgeSeconds : null;
  const wait = copySeconds === null ? drawn() : Math.min(drawn(), copySeconds + drawn());
  if (wait === Number.POSITIVE_INFINITY) return atOnce(start, false);
  return spent(drawing, start, wait, { of: { wait: component.id }, ...at });
}

/**
 * One visit to a component, drawn at random.
 *
 * Model: the wait for a worker, its own work, then its own error, then its calls step by step; a cache that hits answers at once; a gate is
 * content with enough of its callees. What is down refuses, hangs, or is passed by. Units: seconds. Errors: a visit
 * beyond the limits never answers, and leaves no visits to be made. Accuracy: exact in distribution.
 * Cost: that of the visits behind it. Source: docs/latency-maths.md.
 *
 * @example drawVisit(drawingOf(samples.checkout.designs[0], stepsOf(samples.checkout.designs[0]), allUp, 1, false), 0, 2, -1, 1, {}, null).end // => 2
 */
export function drawVisit(
  drawing: Drawing,
  place: number,
  start: number,
  depth: number,
  attempt: number,
  branches: Branches,
  by: ResolvedCall | null,
): DrawnRun {
  if (depth > DEEPEST) drawing.visitsLeft = 0;
  if (--drawing.visitsLeft < 0) return never;
  const component = drawing.design.components[place]!;
  const isDown = drawing.down.has(place);
  const isPassed = isDown && component.whenDown === 'bypass' && drawing.steps[place]!.length > 0;
  if (isDown && !isPassed) return component.whenDown === 'hang' ? never : atOnce(start, false);
  const entry = isPassed ? atOnce(start, true) : drawEntry(drawing, component, start, { depth, attempt }, by);
  if (!entry.good || entry.end === Number.POSITIVE_INFINITY) return entry;
  let own = entry;
  if (!isPassed) {
    const isError = component.errors > 0 && drawing.random() < component.errors;
    const what = { of: { component: component.id }, depth, attempt };
    own = oneAfterOther(entry, spent(drawing, entry.end, component.time, what, isError ? 'error' : 'good'));
    if (isError) return { ...own, good: false };
    if (component.kind === 'cache' && (branches.hit ??= drawing.random() < component.hitRatio)) return own;
  }
  const rest =
    component.kind === 'gate'
      ? drawGate(drawing, component, place, own.end, depth + 1, branches)
      : drawSteps(drawing, place, own.end, depth + 1, branches);
  return oneAfterOther(own, rest);
}
