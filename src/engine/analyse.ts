import type { DesignReport, JourneyTimes, Report } from '../model/report.ts';
import type { Resolved, ResolvedDesign } from '../model/resolved.ts';
import { keep } from './availability/cache.ts';
import { componentReport } from './availability/component-report.ts';
import { bracketStepwise } from './availability/bracket.ts';
import { evaluateStepwise, exactStepwise, type Evaluated } from './availability/evaluated.ts';
import { availabilityFindings } from './availability/findings.ts';
import { domainReports } from './availability/domain-report.ts';
import type { EngineCache } from './engine-cache.ts';
import { journeyReport } from './availability/journey-report.ts';
import { fanOuts } from './latency/fan-outs.ts';
import { finished } from './numeric/finished.ts';
import { scalingFindings } from './scalability/findings.ts';
import { scalingReport } from './scalability/scaling-report.ts';
import { verdictOn } from './slo/objective.ts';
import { timesStepwise } from './times-stepwise.ts';

export interface AnalyseOptions {
  /** Which designs are wanted, by index; all when absent. */
  readonly designs?: readonly number[];
  /** What brackets a journey whose exact answer is out of reach; without it such a journey has no figures. */
  readonly narrow?: typeof bracketStepwise;
  /** What computes the times of requests; without it nothing is said of them. */
  readonly times?: typeof timesStepwise;
  /** Limits in seconds that every journey's times are asked for. */
  readonly within?: readonly number[];
}

/** How far a long run is. */
export interface Progress {
  /** In [0, 1]. */
  readonly done: number;
  /** The report that could be given by now, with brackets that may still narrow; absent before there is one. */
  readonly best?: () => Report;
}

/**
 * Whether the exact answer of any journey was out of reach.
 *
 * Model: none. Units: none. Errors: none. Accuracy: exact. Cost: linear in the journeys. Source: none needed.
 *
 * @example isOutOfReach(analyse(samples.checkout).designs[0]) // => false
 */
export function isOutOfReach({ journeys }: Pick<DesignReport, 'journeys'>): boolean {
  return Object.values(journeys).some(({ unavailability }) => unavailability === null);
}

/** What is said of times where they are not asked for. */
const NO_TIMES: JourneyTimes = { latencySeconds: null, success: null, goodWithin: [], latency: null };

/** What resolving says of load by a first estimate: with the load itself the report says it again, where it is so. */
const BEFORE_LOAD: ReadonlySet<string> = new Set(['capacity-short', 'capacity-without-rate']);

/** What is reported of a design, of what is known of its numbers. */
function designReport(design: ResolvedDesign, index: number, evaluated: Evaluated): DesignReport {
  const journeys = Object.fromEntries(
    evaluated.structure.clients.map((client) => {
      const { id, objective } = design.components[client]!;
      const judge = (unavailability: number, outagesOnly: boolean) =>
        objective && verdictOn(unavailability, objective, outagesOnly);
      return [id, { ...journeyReport(design, evaluated, client, judge), ...NO_TIMES }];
    }),
  );
  const components = Object.fromEntries(
    design.components.flatMap((component, place) => {
      if (component.kind === 'client') return [];
      const report = {
        ...componentReport(component, evaluated.groups[place]!, evaluated.owns[place]!, evaluated.visits[place]!),
        scaling: scalingReport(component),
        latency: null,
        load: null,
      };
      return [[component.id, report]];
    }),
  );
  const findings = [...availabilityFindings(design, index, journeys), ...scalingFindings(design, index)];
  return {
    name: design.name,
    journeys,
    components,
    domains: domainReports(evaluated.structure),
    fanOuts: fanOuts(design.calls),
    load: null,
    findings,
  };
}

/**
 * The report of a scenario, step by step: yields how far it is, and can be left between two steps.
 *
 * Model, units, domain, errors, accuracy, cost and source as `analyse`.
 *
 * @example finished(analyseStepwise(samples.checkout)).designs.length // => 1
 */
export function* analyseStepwise(
  resolved: Resolved,
  options: AnalyseOptions = {},
  cache?: EngineCache,
): Generator<Progress, Report> {
  const wanted = options.designs ?? resolved.designs.map((_, index) => index);
  const designs: DesignReport[] = [];
  /** With the findings of resolving: its own, and those of the whole document, such as a variable that nothing uses. */
  const withFindings = (report: DesignReport, index: number): DesignReport => {
    const own = resolved.findings.filter(({ at }) => at.startsWith(`designs.${index}.`) || !at.startsWith('designs.'));
    const known = report.load === null ? own : own.filter(({ code }) => !BEFORE_LOAD.has(code));
    return { ...report, findings: [...known, ...report.findings] };
  };
  const { narrow, times, within = [] } = options;
  for (const index of wanted) {
    const design = resolved.designs[index];
    if (design === undefined) continue;
    const key = cache === undefined ? '' : `${index} ${times === undefined} ${within.join()} ${JSON.stringify(design)}`;
    let report = cache?.reports.get(key);
    if (report === undefined) {
      const evaluating = (one: ResolvedDesign) =>
        narrow === undefined ? exactStepwise(one, cache) : evaluateStepwise(one, cache, narrow);
      const evaluated = yield* reporting(evaluating(design), (known) => designReport(design, index, known()));
      report = designReport(design, index, evaluated);
      if (times !== undefined) {
        const again = function* (one: ResolvedDesign) {
          const other = yield* evaluating(one);
          return { evaluated: other, report: designReport(one, index, other) };
        };
        report = yield* reporting(times({ design, index, evaluated, report, within, cache, again }), (known) =>
          known(),
        );
      }
    }
    if (cache !== undefined && (narrow !== undefined || !isOutOfReach(report))) keep(cache.reports, key, report);
    designs.push(withFindings(report, index));

    /** Passes on how far the steps are, with the whole report as far as it is known. */
    function* reporting<Known, Result>(
      steps: Generator<{ readonly done: number; readonly best?: () => Known }, Result>,
      made: (known: () => Known) => DesignReport,
    ): Generator<Progress, Result> {
      let from: (() => Known) | undefined;
      let best: Progress['best'];
      for (;;) {
        const step = steps.next();
        if (step.done === true) return step.value;
        const known = step.value.best;
        if (known !== from) {
          from = known;
          best = known && (() => ({ designs: [...designs, withFindings(made(known), index)] }));
        }
        const done = (designs.length + step.value.done) / wanted.length;
        yield best === undefined ? { done } : { done, best };
      }
    }
  }
  return { designs };
}

/**
 * The report of a scenario: the one place where the engine's domains meet.
 *
 * Model: a request fails by the structure function of its calls over independent groups (docs/availability-maths.md);
 * scaling by the Universal Scalability Law. Units: SI and probabilities, in and out. Domain: a resolved scenario, whose
 * calls form no ring. Errors: none are thrown; a figure that was out of reach is null, and a finding says so.
 * Accuracy: unavailabilities to a relative error of 1e-12 at any size; shares to 1e-9. Cost: 50 components ≤ 4 ms; with
 * `cache` an edit that keeps the structure only evaluates anew, with the same result bit for bit.
 * Source: Rauzy (1993), Dutuit and Rauzy (2001), Gunther (1993); see the pages in docs/.
 *
 * @example analyse(samples.checkout).designs[0].journeys.shoppers.unavailability // => 0.0005029985
 */
export function analyse(resolved: Resolved, options: AnalyseOptions = {}, cache?: EngineCache): Report {
  return finished(analyseStepwise(resolved, { narrow: bracketStepwise, times: timesStepwise, ...options }, cache));
}
