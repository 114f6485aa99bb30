import { pathText, type Finding } from '../../model/issue.ts';
import type { ComponentReport, JourneyReport } from '../../model/report.ts';
import type { ResolvedCall, ResolvedDesign } from '../../model/resolved.ts';
import { MOST_VARIANTS } from './variants.ts';

/** What is found of a design. */
export interface Found {
  readonly journeys: Readonly<Record<string, JourneyReport>>;
  readonly components: Readonly<Record<string, ComponentReport>>;
  /** By place: whether outcomes of branches had to be taken together. */
  readonly merged: (place: number) => boolean;
}

/** Whether a request of a call waits for a worker. */
const waitsAt = ({ components }: ResolvedDesign, { to, pool, waiting }: ResolvedCall): boolean =>
  (pool === null ? components[to]!.waiting : waiting) !== null;

/**
 * What is worth knowing of a design's times beside its numbers, in the order of its components.
 *
 * Model: none. Units: `index` is the design's place in the scenario. Errors: none. Accuracy: that of the report.
 * Cost: linear. Source: docs/latency-maths.md.
 *
 * @example latencyFindings(samples.checkout.designs[0], 0, { journeys: {}, components: {}, merged: () => false }) // => []
 */
export function latencyFindings(design: ResolvedDesign, index: number, found: Found): Finding[] {
  return design.components.flatMap(({ id, name }, place) => {
    const at = pathText(['designs', index, 'components', id]);
    const findings: Finding[] = [];
    const note = (code: string, message: string): void => {
      findings.push({ code: `latency/${code}`, at, message });
    };
    const journey = found.journeys[id];
    const seconds = journey?.latencySeconds ?? found.components[id]?.latency?.response;
    if (seconds?.p50 === null) {
      note('never-answers', `${name}: no request is ever answered well, so there is no time to quote.`);
    } else if (journey !== undefined && seconds?.mean === null) {
      note('mean-infinite', `${name}: the mean of its times is infinite. Quote the quantiles.`);
    }
    if (journey?.latency?.addedP99Seconds === null && seconds?.p50 !== null) {
      note(
        'p99s-do-not-add',
        `${name}: the p99s of its parts add up to no time, since one of them is longer than a timeout or a deadline lets it be.`,
      );
    }
    if (journey?.latency?.objective?.met === false) note('misses-objective', `${name} misses its latency objective.`);
    if (journey !== undefined && found.merged(place)) {
      note(
        'branches-merged',
        `${name}: calls that are tried again reach more than ${MOST_VARIANTS} outcomes of chance. Some of them are taken together: what is tried again may look a little more hopeful than it is.`,
      );
    }
    const idle = design.calls.find((call) => call.from === place && call.tied && !waitsAt(design, call));
    if (idle !== undefined) {
      note(
        'tied-without-load',
        `${name}: tied copies make a difference only while requests wait for a worker, and nobody waits for one of ${design.components[idle.to]!.name}.`,
      );
    }
    return findings;
  });
}
