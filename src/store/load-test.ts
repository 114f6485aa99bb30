import { KIND_SPECS } from '../model/kinds/kinds.ts';
import type { FittedLoadTest, LoadPoint, UslFit } from '../model/usl-fit.ts';
import { readLoadTest } from '../share/measurements/load-test.ts';
import { coefficientOf, USE_FIT } from '../words/usl-fit.ts';
import { JobError } from '../worker/protocol.ts';
import { board } from './board.ts';
import { scalingShown } from './chart-subjects.ts';
import { withField, type FieldOwner } from './fields.ts';
import { engineClient } from './recompute.ts';
import { selectedComponent, shownDesign } from './selectors.ts';
import type { BoardState } from './state.ts';

export interface LoadTest {
  readonly points: readonly LoadPoint[];
  readonly fitted: FittedLoadTest;
}

interface Problem {
  /** Where in the text, both from 1 on; null where it is about all of it. */
  readonly place: { readonly line: number; readonly column: number } | null;
  readonly message: string;
}

export type LoadTestOutcome =
  { readonly ok: true; readonly value: LoadTest } | { readonly ok: false; readonly problem: Problem };

interface Watch {
  /** In [0, 1]; called only for what takes its time. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

const refused = (message: string, place: Problem['place'] = null): LoadTestOutcome => ({
  ok: false,
  problem: { place, message },
});

/** Reads a pasted load test and has the engine fit it; null where it was stopped. */
export async function fitLoadTest(text: string, { onProgress, signal }: Watch): Promise<LoadTestOutcome | null> {
  const read = readLoadTest(text);
  if (!read.ok) return refused(read.problem.message, read.problem);
  const client = engineClient();
  if (client === null) return null;
  try {
    const points = read.value;
    const fit = await client.run('fit-usl', { points }, { signal, onProgress: ({ done }) => onProgress(done) });
    if (signal.aborted) return null;
    return fit.ok
      ? { ok: true, value: { points, fitted: fit.value } }
      : refused(fit.issues.map(({ message }) => message).join('. '));
  } catch (error) {
    if (!(error instanceof JobError)) throw error;
    return error.code === 'worker/cancelled' ? null : refused(error.message.replace(/\.$/, ''));
  }
}

const SIGMA = 'scaling.sigma';
const KAPPA = 'scaling.kappa';

/** The groups of the design on the board that can have the law's coefficients. */
export const scalableGroups = (state: BoardState): string[] =>
  Object.entries(shownDesign(state)?.components ?? {}).flatMap(([id, { kind }]) =>
    KIND_SPECS[kind].fields.some(({ key }) => key === SIGMA) ? [id] : [],
  );

/** The group that a load test is most likely of: the selected one, else the one whose scaling is drawn, else the first. */
export function groupToFit(state: BoardState): string | null {
  const groups = scalableGroups(state);
  const selected = selectedComponent(state);
  return selected !== null && groups.includes(selected) ? selected : (scalingShown(state) ?? groups[0] ?? null);
}

/** Writes the coefficients of a fit into a group, as one step of undo. */
export function writeFit(id: string, { sigma, kappa }: UslFit): void {
  const owner: FieldOwner = { part: 'components', ids: [id] };
  board
    .getState()
    .edit(USE_FIT, (scenario, design) =>
      withField(
        withField(scenario, design, owner, SIGMA, coefficientOf(sigma)),
        design,
        owner,
        KAPPA,
        coefficientOf(kappa),
      ),
    );
}
