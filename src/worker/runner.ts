import {
  analyseStepwise,
  createCache,
  isLoaded,
  isOutOfReach,
  isTimed,
  type AnalyseOptions,
  type Progress,
} from '../engine/index.ts';
import type { FormulaEvaluator } from '../formula/evaluator.ts';
import type { LateParts } from '../formula/late-parts.ts';
import { needsFormulasIn, needsTiming, resolveWith } from '../formula/resolve-with.ts';
import type { Report } from '../model/report.ts';
import type { Resolved } from '../model/resolved.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Analysed, Jobs, Runner } from './protocol.ts';

/** A job that computes for longer than this lets messages in and shows that it lives. */
const BREATH_MILLISECONDS = 60;

/** Nobody is told how far a chart or a working has come. */
const WORKING = { done: 0 };

type Breathe = Parameters<Runner>[2];

/** Runs a stepwise calculation to its end, with a breath now and then. */
async function stepped<Step, Result>(
  steps: Generator<Step, Result>,
  breath: (step: Step) => Promise<void>,
): Promise<Result> {
  let breathed = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - breathed < BREATH_MILLISECONDS) continue;
    await breath(step.value);
    breathed = performance.now();
  }
}

/** Does the jobs with the engine: in the page's worker, and in tests without one. Its cache lives as long as it does. */
export function createRunner(): Runner {
  const cache = createCache();
  let loading: Promise<FormulaEvaluator> | null = null;
  let times: AnalyseOptions['times'];
  let last: { readonly text: string; readonly values: Resolved } | null = null;

  /** The last one is kept: charts and workings ask about the scenario that was just analysed. */
  async function resolved(scenario: Scenario): Promise<Resolved> {
    const text = JSON.stringify(scenario);
    if (last?.text !== text) last = { text, values: resolveWith(scenario, await partsFor(scenario)) };
    return last.values;
  }

  /** What few scenarios need comes with the first that does. */
  async function partsFor(scenario: Scenario): Promise<LateParts> {
    const timing = needsTiming(scenario) ? (await import('../formula/timing/timing.ts')).timing : undefined;
    return { timing, evaluateFormula: await evaluatorFor(scenario, timing) };
  }

  /** mathjs is loaded with the first formula, and not before; where that fails, the next job tries again. */
  async function evaluatorFor(scenario: Scenario, timing: LateParts['timing']): Promise<FormulaEvaluator | undefined> {
    if (loading === null && !needsFormulasIn(scenario, timing)) return undefined;
    loading ??= import('../formula/mathjs/load.ts').then(({ loadEvaluator }) => loadEvaluator());
    try {
      return await loading;
    } catch (error) {
      loading = null;
      throw error;
    }
  }

  async function analyse({ scenario }: Jobs['analyse']['request'], breathe: Breathe): Promise<Analysed> {
    const values = await resolved(scenario);
    const began = performance.now();
    const analysed = (report: Report): Analysed => {
      return { report, issues: values.issues, engineMilliseconds: performance.now() - began };
    };
    let shown: Progress['best'];
    const breath = ({ done, best }: Progress): Promise<void> => {
      const news = best === shown ? undefined : best;
      shown = best;
      return breathe(news === undefined ? { done } : { done, best: analysed(news()) });
    };
    const run = (options: AnalyseOptions): Promise<Report> => stepped(analyseStepwise(values, options, cache), breath);
    const timed = values.designs.some((design) => isTimed(design) || isLoaded(design));
    let options: AnalyseOptions = timed && times !== undefined ? { times } : {};
    let report = await run(options);
    if (timed && times === undefined) {
      await breathe({ done: 0, best: analysed(report) }, true);
      ({ timesStepwise: times } = await import('../engine/times.ts'));
      options = { times };
      report = await run(options);
    }
    if (!report.designs.some(isOutOfReach)) return analysed(report);
    const { bracketStepwise } = await import('../engine/questions.ts');
    return analysed(await run({ ...options, narrow: bracketStepwise }));
  }

  const jobs: { [J in keyof Jobs]: (request: Jobs[J]['request'], breathe: Breathe) => Promise<Jobs[J]['reply']> } = {
    analyse,
    async curve({ scenario, question }, breathe) {
      const { curveStepwise } = await import('../engine/questions.ts');
      return stepped(curveStepwise(await resolved(scenario), question, cache), () => breathe(WORKING));
    },
    async explain({ scenario, figure }, breathe) {
      const { explainStepwise } = await import('../engine/questions.ts');
      return stepped(explainStepwise(await resolved(scenario), figure, cache), () => breathe(WORKING));
    },
    async 'fit-usl'({ points }, breathe) {
      const { fitUslStepwise, uslCurve } = await import('../engine/load-test.ts');
      const fit = await stepped(fitUslStepwise(points), (done) => breathe({ done }));
      return fit.ok ? { ok: true, value: { fit: fit.value, curve: uslCurve(points, fit.value) } } : fit;
    },
  };

  return (job, request, breathe) => jobs[job](request, breathe);
}
