import type { ResolvedComponent, ResolvedLatencyObjective } from '../../model/resolved.ts';
import type { ComponentDraft } from '../draft.ts';
import type { Timed, Untimed } from '../late-parts.ts';
import { inside, type Reader } from '../reader.ts';
import { timedCall } from './call.ts';
import { arrivalRates, capacityNeeded } from './capacity.ts';
import { capacityOf } from './load.ts';
import { sayNoRate } from './no-rate.ts';
import { checkPools } from './pools.ts';
import { checkRetries } from './retries.ts';
import { sayRetryChain } from './retry-chain.ts';
import { resolvedTime } from './time.ts';

/** What share of the answers an objective is about where only its limit is written. */
const DEFAULT_QUANTILE = 0.99;

/** Fills in the times of a design and what it carries, and how many replicas carry its load. */
export function timing(design: Untimed, reader: Reader): Timed {
  const { drafts, order } = design;
  const timed = design.components.map((component, index) => timedComponent(drafts[index]!, component, reader));
  const drafted = design.calls.map((draft) => timedCall(draft, reader));
  const read = { ...design, components: timed, calls: checkPools(timed, drafted, reader) };
  const calls = checkRetries(read, reader);
  sayRetryChain(read, calls, reader);
  sayNoRate(drafts, timed, calls, reader);
  const rates = timed.some(({ neededByLoad }) => neededByLoad) ? arrivalRates(timed, calls, order) : null;
  const components = timed.map((component, index) =>
    rates !== null && component.neededByLoad
      ? { ...component, needed: capacityNeeded(drafts[index]!.place, component, rates[index]!, reader) }
      : component,
  );
  return { components, calls };
}

function timedComponent(draft: ComponentDraft, component: ResolvedComponent, reader: Reader): ResolvedComponent {
  const time = resolvedTime(draft.component.time, inside(draft.place, 'time'), reader);
  return {
    ...component,
    ...capacityOf(draft, time, reader),
    time,
    switchSeconds: draft.values.numbers.get('switch') ?? 0,
    latencyObjective: latencyObjective(draft, reader),
  };
}

function latencyObjective(
  { component, values, place }: ComponentDraft,
  reader: Reader,
): ResolvedLatencyObjective | null {
  const limitSeconds = values.numbers.get('objectives.latency.limit');
  if (limitSeconds !== undefined)
    return { quantile: values.numbers.get('objectives.latency.quantile') ?? DEFAULT_QUANTILE, limitSeconds };
  if (component.objectives?.latency?.limit === undefined && values.numbers.has('objectives.latency.quantile')) {
    reader.finding(
      'quantile-without-limit',
      inside(place, 'objectives', 'latency', 'quantile'),
      `${place.where}: a share of the answers is promised, but no time limit, so nothing is held against it.`,
    );
  }
  return null;
}
