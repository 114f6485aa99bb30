import type { Scenario } from '../model/scenario.ts';
import { createEngineClient, type EngineClient, type EngineClientOptions } from '../worker/client.ts';
import { latestOnly, type Asked } from '../worker/latest.ts';
import { isWorkerLost, type Analysed, type JobError, type Request } from '../worker/protocol.ts';
import { spawnEngine } from '../worker/spawn.ts';
import { board } from './board.ts';
import { isNarrowing, settled } from './narrowing.ts';
import { computedScenario, isWhatIf, undoDiscards, whatIfLabel } from './selectors.ts';
import type { BoardState } from './state.ts';

/** All that numbers depend on. Positions, texts, title and notes are not part of it: moving something asks nothing. */
type Basis = Pick<Scenario, 'designs' | 'variables' | 'objectives'>;

const sameBasis = (a: Basis, b: Basis): boolean =>
  a.designs === b.designs && a.variables === b.variables && a.objectives === b.objectives;

const computedPart = ({ designs, variables, objectives }: Basis): Scenario => ({
  format: 'nineboard/1',
  designs,
  ...(variables === undefined ? {} : { variables }),
  ...(objectives === undefined ? {} : { objectives }),
});

/** How many answers are kept, so that undo, redo and discarding a what-if show their numbers at once. */
const KEPT_ANSWERS = 8;

interface Question {
  readonly basis: Basis;
  /** The edit that led here, by name: said when the engine stops over it. */
  readonly label: string;
  readonly again: boolean;
  /** About what is only shown, and not about the document. */
  readonly whatIf: boolean;
}

export interface EngineOptions extends Partial<EngineClientOptions> {
  /** Calls back when the next frame is drawn: numbers are painted once a frame, the latest. */
  readonly frame?: (paint: () => void) => void;
}

const nextFrame = (paint: () => void): void => {
  if (document.hidden) paint();
  else requestAnimationFrame(paint);
};

let running: { client: EngineClient; stop: () => void } | null = null;

/** The engine's client while it is started; curves and workings ask it too. */
export const engineClient = (): EngineClient | null => running?.client ?? null;

/** Stops a calculation that takes long. What has come of it so far stays; where nothing has, the last numbers do, marked as old. */
export function stopComputing(): void {
  running?.stop();
  const state = board.getState();
  const key = isWhatIf(state) ? 'whatIfReport' : 'report';
  const report = state[key];
  const narrowing = report !== null && isNarrowing(report);
  board.setState({ computing: null, stale: !narrowing, ...(narrowing ? { [key]: settled(report) } : {}) });
}

const labelOf = (state: BoardState): string =>
  state.gesture?.label ?? (undoDiscards(state) ? whatIfLabel(state) : state.past.at(-1)?.label) ?? 'Open';

/** From now on the numbers follow the document. Returns the way to stop it. */
export function startRecompute({ frame = nextFrame, ...engine }: EngineOptions = {}): () => void {
  const client = createEngineClient({ spawn: spawnEngine, ...engine });
  const known: { basis: Basis; analysed: Analysed }[] = [];
  let current: Basis | null = null;
  /** What the report is of, and what it is asked for beside a what-if. */
  let reported: Basis | null = null;
  let beside: Basis | null = null;
  let unpainted: (() => void) | null = null;
  let painted = false;

  const latest = latestOnly(analyse, { answer, failure });

  async function analyse(question: Question, signal: AbortSignal): Promise<Analysed> {
    const since = performance.now();
    const request: Request<'analyse'> = { scenario: computedPart(question.basis) };
    return client.run('analyse', request, {
      signal,
      onProgress: ({ done, best }) => {
        // What was on its way when it was stopped no longer counts.
        if (signal.aborted) return undefined;
        if (best !== undefined) {
          show(question, best);
          latest.enough();
        }
        board.setState({ computing: { sinceMilliseconds: since, progress: done } });
        return best === undefined ? undefined : new Promise((resolve) => frame(() => frame(resolve)));
      },
    });
  }

  function answer({ request }: Asked<Question>, analysed: Analysed): void {
    known.unshift({ basis: request.basis, analysed });
    known.length = Math.min(known.length, KEPT_ANSWERS);
    if (!request.whatIf && isWhatIf(board.getState())) show(request, analysed);
    else paint(() => show(request, analysed));
    beside = null;
    askBeside();
  }

  const answerTo = (basis: Basis): Analysed | undefined =>
    known.find((answered) => sameBasis(answered.basis, basis))?.analysed;

  /** Shows an answer as the what-if's or the document's, whichever it is about; a document just replaced, as nobody's. */
  function show({ basis, whatIf }: Pick<Question, 'basis' | 'whatIf'>, analysed: Analysed): void {
    const { report, issues, engineMilliseconds } = analysed;
    const state = board.getState();
    const common = { issues, engineMilliseconds, computing: null, stale: false };
    const shown = isWhatIf(state);
    if (whatIf) {
      if (shown && isOf(computedScenario(state), basis)) board.setState({ ...common, whatIfReport: report });
    } else if (isOf(state.scenario, basis)) {
      reported = basis;
      board.setState(shown ? { report, computing: null } : { ...common, report });
    }
  }

  /** An edit of what something is held over changes the numbers without it too: they stand beside, and come second. */
  function askBeside(): void {
    const state = board.getState();
    if (!isWhatIf(state) || current === null || answerTo(current) === undefined) return;
    const isDone = (basis: Basis | null): boolean => basis !== null && sameBasis(basis, state.scenario);
    if (isDone(reported) || isDone(beside)) return;
    const question = { basis: state.scenario, label: labelOf(state), again: false, whatIf: false };
    beside = question.basis;
    const hit = answerTo(question.basis);
    if (hit === undefined) latest.ask({ request: question, edit: state.edits });
    else show(question, hit);
  }

  /** During a drag the answer may be about a moment ago; across documents never. */
  function isOf(scenario: Scenario, basis: Basis): boolean {
    return sameBasis(scenario, basis) || board.getState().gesture !== null;
  }

  /** The first answer of a frame is shown at once, so that it is in that frame; of later ones the last is, in the next. */
  function paint(act: () => void): void {
    if (painted) {
      unpainted = act;
      return;
    }
    painted = true;
    act();
    frame(() => {
      painted = false;
      const late = unpainted;
      unpainted = null;
      if (late !== null) paint(late);
    });
  }

  function failure({ request, edit }: Asked<Question>, error: JobError): void {
    const { notify } = board.getState();
    board.setState({ computing: null });
    const stopped = isWorkerLost(error);
    if (stopped && !request.again) {
      notify({ level: 'warning', text: `The edit "${request.label}" stopped the engine; it was restarted.` });
      if (current !== null && sameBasis(current, request.basis))
        latest.ask({ request: { ...request, again: true }, edit });
      return;
    }
    board.setState({ stale: true });
    const text = stopped
      ? `The engine stops over the edit "${request.label}". The numbers shown are those from before; undo brings it back.`
      : `The numbers could not be computed: ${error.message}`;
    notify({ level: 'error', text, action: { label: 'Undo', run: () => board.getState().undo() } });
  }

  function follow(state: BoardState, before?: BoardState): void {
    if (!state.opened) return;
    const replaced = before !== undefined && before.report !== null && state.report === null;
    const question = { basis: computedScenario(state), label: labelOf(state), again: false, whatIf: isWhatIf(state) };
    if (current !== null && sameBasis(current, question.basis) && !replaced) return askBeside();
    current = question.basis;
    const hit = answerTo(current);
    if (hit === undefined) return latest.ask({ request: question, edit: state.edits });
    latest.stop();
    unpainted = null;
    show(question, hit);
    beside = null;
    askBeside();
  }

  running = { client, stop: () => latest.stop() };
  follow(board.getState());
  const unsubscribe = board.subscribe(follow);
  return () => {
    unsubscribe();
    latest.stop();
    client.dispose();
    running = null;
  };
}
