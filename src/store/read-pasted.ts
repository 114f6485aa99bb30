import type { MeasurementsOutcome } from '../share/measurements/measurements.ts';
import type { MeasuredUnit } from '../share/measurements/read-measurements.ts';

export type { MeasuredUnit };

/** After so long the page gets a turn. */
const BREATH_MILLISECONDS = 30;

interface Watch {
  /** In [0, 1]; called only for what takes its time. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

const turn = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });

/** Reads pasted measurements a little at a time, so that the page stays alive; null where it was stopped. */
export async function readPasted(text: string, unit: MeasuredUnit, watch: Watch): Promise<MeasurementsOutcome | null> {
  const { readMeasurementsStepwise } = await import('../share/measurements/read-measurements.ts');
  const reading = readMeasurementsStepwise(text, unit);
  let breathed = performance.now();
  while (!watch.signal.aborted) {
    const step = reading.next();
    if (step.done === true) return step.value;
    if (performance.now() - breathed < BREATH_MILLISECONDS) continue;
    watch.onProgress(step.value);
    await turn();
    breathed = performance.now();
  }
  return null;
}
