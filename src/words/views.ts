import type { Lens } from './labels.ts';
import { countText } from './numbers.ts';

/** Which figure the nodes show while a tab of the dock is open. */
export const LENS_LABELS: Readonly<Record<Lens, string>> = {
  summary: 'On the nodes: share of the downtime',
  availability: 'On the nodes: share of the downtime',
  latency: 'On the nodes: p99 of a visit, with all that it calls',
  load: 'On the nodes: how busy the workers are',
  'fan-out': 'On the nodes: how often each is called',
  scaling: 'On the nodes: what the replicas are worth',
};

/** What the tab about availability shows. */
export const AVAILABILITY_VIEWS = [
  { id: 'downtime', title: 'Downtime' },
  { id: 'importance', title: 'Importance' },
  { id: 'cut-sets', title: 'Cut sets' },
  { id: 'claims', title: 'Claims' },
] as const;

/** What the tab about latency shows. */
export const LATENCY_VIEWS = [
  { id: 'distribution', title: 'Distribution' },
  { id: 'tail', title: 'Tail' },
  { id: 'calls', title: 'Calls' },
  { id: 'try', title: 'Try' },
] as const;

/** What the tab about load shows; caches are shown where there is one. */
export const LOAD_VIEWS = [
  { id: 'busy', title: 'Busy' },
  { id: 'journey', title: 'Journey' },
  { id: 'retries', title: 'Retries' },
  { id: 'plan', title: 'Plan' },
  { id: 'failures', title: 'Failures' },
  { id: 'cache', title: 'Cache' },
] as const;

/** Said below a table that is cut: "The first 200 of 1,000". */
export const rowsShown = (shown: number, all: number): string => `The first ${countText(shown)} of ${countText(all)}`;

/** The tag of the component that binds. */
export const BINDING_TAG = 'holds it back';

/** What is tried starts from the document, so that one thing is tried at a time. */
export const TRYING = 'A what-if is on the board: apply or discard it, and what else would help is here.';
