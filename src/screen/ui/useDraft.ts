import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';

type TextElement = HTMLInputElement | HTMLTextAreaElement;

export interface DraftHandlers {
  /** Each time the text changes while it is being typed. */
  readonly onPreview?: ((text: string) => void) | undefined;
  /** Enter, or the focus has gone elsewhere. Not called when the text is what it was. */
  readonly onCommit: (text: string) => void;
  /** Escape, after something was typed. */
  readonly onCancel?: (() => void) | undefined;
  /** The text some steps further, by arrow keys; null where it has no steps. */
  readonly step?: ((text: string, steps: number) => string | null) | undefined;
}

interface Draft {
  readonly text: string;
  readonly type: (text: string) => void;
  readonly onBlur: (event: FocusEvent<TextElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent<TextElement>) => void;
}

/**
 * A text while it is being typed. It is shown live, holds from Enter or when the focus goes elsewhere, and Escape puts
 * back what was. An input that is taken off the screen in mid-typing commits too: nothing typed is lost.
 */
export function useDraft(value: string, absent: string, handlers: DraftHandlers): Draft {
  const [draft, setDraft] = useState<string | null>(null);
  const latest = useRef({ draft, value, handlers });
  useEffect(() => {
    latest.current = { draft: latest.current.draft, value, handlers };
  });

  const change = (text: string | null): void => {
    latest.current.draft = text;
    setDraft(text);
  };
  const commit = (): void => {
    const text = latest.current.draft;
    if (text === null) return;
    change(null);
    latest.current.handlers.onCommit(text);
  };
  const type = (text: string): void => {
    change(text);
    handlers.onPreview?.(text);
  };

  useEffect(
    () => () => {
      const { draft: text, handlers: last } = latest.current;
      latest.current.draft = null;
      if (text !== null) last.onCommit(text);
    },
    [],
  );

  const onKeyDown = (event: KeyboardEvent<TextElement>): void => {
    const multiline = event.currentTarget instanceof HTMLTextAreaElement;
    if (event.key === 'Enter' && !event.nativeEvent.isComposing && (!multiline || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      commit();
      if (!multiline) event.currentTarget.select();
    } else if (event.key === 'Escape' && draft !== null) {
      event.preventDefault();
      event.stopPropagation();
      change(null);
      handlers.onCancel?.();
    } else if ((event.key === 'ArrowUp' || event.key === 'ArrowDown') && handlers.step !== undefined) {
      const steps = (event.key === 'ArrowUp' ? 1 : -1) * (event.shiftKey ? 10 : 1);
      const text = handlers.step(draft ?? (value === '' ? absent : value), steps);
      if (text === null) return;
      event.preventDefault();
      type(text);
    }
  };

  return { text: draft ?? value, type, onBlur: commit, onKeyDown };
}
