import { pathText, type Finding } from '../../model/issue.ts';
import type { ComponentLoad } from '../../model/report-load.ts';
import type { ResolvedDesign } from '../../model/resolved.ts';

/** So small a share that is turned away is not worth a word. */
const WORTH_SAYING = 1e-4;

/** Three digits, and the words for more than can be said. */
const rounded = (value: number): string => Number(value.toPrecision(3)).toLocaleString('en-US');
/** Two digits; what is nearly all is not rounded to all. */
const percent = (share: number): string =>
  `${share > 0.9 && share < 1 ? Math.floor(1000 * share) / 10 : Number((100 * share).toPrecision(2))} %`;
const replicasText = (count: number): string => (count === 1 ? '1 replica' : `${count} replicas`);

/** What it would take to carry the load of a group. */
function remedy(
  { replicas }: ResolvedDesign['components'][number],
  { replicasNeeded, target }: ComponentLoad,
  isParted: boolean,
): string {
  if (replicasNeeded === null) return 'No number of replicas is enough: shorten its work, or send it less.';
  const { more, at } = { more: replicasText(replicasNeeded), at: percent(target) };
  return replicasNeeded > replicas
    ? `It takes ${more} to keep its workers at ${at}.`
    : isParted
      ? 'Give each caller more workers.'
      : 'Let more of them wait, or add replicas.';
}

/**
 * What is worth knowing of a design's load beside its numbers, in the order of its components.
 *
 * Model: none. Units: `index` is the design's place in the scenario; loads by component id. Errors: none. Accuracy: that of the loads.
 * Cost: linear. Source: docs/load-maths.md.
 *
 * @example loadFindings(samples.checkout.designs[0], 0, {}, true) // => []
 */
export function loadFindings(
  design: ResolvedDesign,
  index: number,
  loads: Readonly<Record<string, ComponentLoad>>,
  settled: boolean,
): Finding[] {
  const findings: Finding[] = [];
  for (const [place, component] of design.components.entries()) {
    const { id, name, replicas, neededByLoad, queue, holds } = component;
    const at = pathText(['designs', index, 'components', id]);
    const note = (code: string, message: string): void => {
      findings.push({ code: `load/${code}`, at, message });
    };
    const load = loads[id];
    if (load === undefined) continue;
    const { utilisation, replicasNeeded, target, saturatesAtRatePerSecond, shed } = load;
    const isUnstable = queue === null && load.waitSeconds.p99 === null && utilisation > target;
    const toDo = remedy(
      component,
      load,
      design.calls.some(({ to, pool }) => to === place && pool !== null),
    );
    const most = saturatesAtRatePerSecond ?? 0;
    const arriving = `${rounded(load.ratePerSecond)} requests per second arrive`;
    if (load.ratePerSecond > 0 && load.holdSeconds === null)
      note(
        'held-for-ever',
        holds === 'own'
          ? `${name} is unstable: its own time has an infinite mean, so its workers never keep up. Give it a time whose longest is known.`
          : `${name} is unstable: some of what it waits for never answers, and holds its workers. Give its calls a timeout.`,
      );
    else if (isUnstable)
      note(
        'overloaded',
        `${name} is unstable: ${arriving}, and its workers can do ${rounded(most)}, so its queue grows without end. ${toDo}`,
      );
    else if (shed > WORTH_SAYING)
      note('sheds', `${name} turns ${percent(shed)} of its requests away, because its queue is full. ${toDo}`);
    else if (utilisation > 1 && load.queue === 'M/G/c+G')
      note(
        'given-up',
        `${name}: ${arriving}, and its workers can do ${rounded(most)}: the others wait until their callers give them up. ${toDo}`,
      );
    else if (utilisation > target * (1 + 1e-9))
      note(
        'above-target',
        `${name}: its workers are busy ${percent(utilisation)} of the time, more than the ${percent(target)} that they should be. ${toDo}`,
      );
    else if (load.waitSeconds.mean === null && load.ratePerSecond > 0)
      note(
        'wait-infinite',
        `${name}: the mean wait for a worker is infinite, because some of its work is so long that it has no variance. Quote the quantiles.`,
      );
    else if (load.concurrency === null)
      note(
        'piles-up',
        `${name}: some requests never get an answer from what they wait for, so ever more of them are inside. Give its calls a timeout.`,
      );
    if (neededByLoad && (replicasNeeded === null || replicasNeeded > replicas)) {
      const needs = replicasNeeded === null ? 'more replicas than can be' : replicasText(replicasNeeded);
      note(
        'capacity-short',
        `${name}: its load needs ${needs}, and there ${replicas === 1 ? 'is' : 'are'} ${replicas}. It counts as down.`,
      );
    }
    if (neededByLoad && load.ratePerSecond === 0)
      note(
        'capacity-without-rate',
        `${name}: no client says how many requests come, so 1 replica is taken to carry them.`,
      );
  }
  if (!settled)
    findings.push({
      code: 'load/not-settled',
      at: pathText(['designs', index]),
      message: `${design.name}: load and retries have not come to rest after 200 rounds, so the figures of load are rough. Less load, a timeout or a retry budget helps.`,
    });
  return findings;
}
