import { useEffect, useRef, useState } from 'react';
import { board } from '../../store/board.ts';
import { fitLoadTest, type LoadTestOutcome } from '../../store/load-test.ts';

/** What was pasted last, by document: it is there again when one comes back. */
const pasted = new Map<string, string>();

interface PastedLoadTest {
  readonly text: string;
  /** Null until something has been read, and while nothing is pasted. */
  readonly outcome: LoadTestOutcome | null;
  /** How far the fit has come, in [0, 1], where it takes its time. */
  readonly progress: number | null;
  readonly preview: (text: string) => void;
  readonly commit: (text: string) => void;
  readonly cancel: () => void;
  readonly stop: () => void;
}

/** A pasted load test, read and fitted while it is typed. */
export function useLoadTest(): PastedLoadTest {
  const { documentId } = board.getState();
  const [text, setText] = useState(() => pasted.get(documentId) ?? '');
  const [outcome, setOutcome] = useState<LoadTestOutcome | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const fitting = useRef<AbortController | null>(null);

  const stop = (): void => {
    fitting.current?.abort();
    setProgress(null);
  };
  async function fit(typed: string): Promise<void> {
    stop();
    if (typed.trim() === '') return setOutcome(null);
    const { signal } = (fitting.current = new AbortController());
    const onProgress = (share: number): void => {
      if (!signal.aborted) setProgress(share);
    };
    const fitted = await fitLoadTest(typed, { onProgress, signal });
    if (signal.aborted) return;
    setProgress(null);
    setOutcome(fitted);
  }
  useEffect(() => {
    void fit(text);
    return () => fitting.current?.abort();
    // What was pasted before is fitted once; from then on each change is.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  return {
    text,
    outcome,
    progress,
    preview: (typed) => void fit(typed),
    commit(typed) {
      setText(typed);
      pasted.set(documentId, typed);
      void fit(typed);
    },
    cancel: () => void fit(text),
    stop,
  };
}
