import { useRef, useState } from 'react';
import type { Field } from '../../../model/kinds/field.ts';
import { board } from '../../../store/board.ts';
import { withField, type FieldOwner } from '../../../store/fields.ts';
import { readPasted, type MeasuredUnit } from '../../../store/read-pasted.ts';
import type { Change } from '../../../store/state.ts';
import { measurementsText } from '../../../words/measurements.ts';

interface Draft {
  readonly text: string;
  readonly unit: MeasuredUnit;
}

interface Problem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

interface Unread extends Draft {
  readonly problem: Problem | null;
}

/** Texts that could not be read yet, by where they belong: they are there again when one comes back. */
const drafts = new Map<string, Unread>();

const keyOf = (path: string): string => `${board.getState().documentId} ${path}`;

/** Whether a text waits there to be mended. */
export const isUnread = (path: string): boolean => drafts.has(keyOf(path));

interface PastedOptions {
  readonly owner: FieldOwner;
  readonly field: Field;
  readonly path: string;
  readonly onStart: () => void;
  readonly onRead: (note: string) => void;
}

interface Pasted extends Draft {
  readonly problem: Problem | null;
  /** How much has been read, in [0, 1], of what takes its time. */
  readonly progress: number | null;
  readonly setUnit: (unit: MeasuredUnit) => void;
  readonly preview: (text: string) => void;
  readonly commit: (text: string) => void;
  readonly cancel: () => void;
  readonly stop: () => void;
}

/** A text of measurements, read while it is typed. What can be read is on the board, one step of undo when it is done. */
export function usePasted({ owner, field, path, onStart, onRead }: PastedOptions): Pasted {
  const [draft, setDraft] = useState<Draft>(() => drafts.get(keyOf(path)) ?? { text: '', unit: 'ms' });
  const [problem, setProblem] = useState<Problem | null>(() => drafts.get(keyOf(path))?.problem ?? null);
  const [progress, setProgress] = useState<number | null>(null);
  const reading = useRef<AbortController | null>(null);
  /** What was read last, for another unit. */
  const last = useRef('');
  const label = `Change ${field.label.toLowerCase()}`;

  const keep = (kept: Draft): void => {
    setDraft(kept);
    if (kept.text === '') drafts.delete(keyOf(path));
    else drafts.set(keyOf(path), { ...kept, problem });
  };
  const stop = (): void => {
    reading.current?.abort();
    setProgress(null);
  };

  async function read({ text, unit }: Draft, done: boolean): Promise<void> {
    stop();
    if (text.trim() === '') return setProblem(null);
    const { signal } = (reading.current = new AbortController());
    const { documentId, design } = board.getState();
    const outcome = await readPasted(text, unit, { onProgress: setProgress, signal });
    // It belongs where it was pasted, whatever is on the board by now.
    if (outcome === null || signal.aborted || board.getState().documentId !== documentId) return;
    setProgress(null);
    setProblem(outcome.ok ? null : outcome.problem);
    if (!outcome.ok) {
      if (done) drafts.set(keyOf(path), { text, unit, problem: outcome.problem });
      return;
    }
    const change: Change = (scenario) => withField(scenario, design, owner, field.key, outcome.value.time);
    const state = board.getState();
    if (!done) return state.preview(label, change);
    if (state.gesture?.label === label) {
      state.preview(label, change);
      state.settle();
    } else state.edit(label, change);
    last.current = text;
    keep({ text: '', unit });
    onRead(measurementsText(outcome.value));
  }

  return {
    ...draft,
    problem,
    progress,
    setUnit(unit) {
      const text = draft.text === '' ? last.current : draft.text;
      setDraft({ ...draft, unit });
      void read({ text, unit }, true);
    },
    preview(text) {
      onStart();
      void read({ ...draft, text }, false);
    },
    commit(text) {
      onStart();
      const typed = { ...draft, text };
      keep(typed);
      void read(typed, true);
    },
    cancel() {
      stop();
      setProblem(null);
      board.getState().abandon();
    },
    stop,
  };
}
