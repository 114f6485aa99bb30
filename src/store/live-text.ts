import { board } from './board.ts';
import type { Change } from './state.ts';

/** What a text field does with what is typed in it. */
export interface LiveText {
  readonly onPreview: (text: string) => void;
  readonly onCommit: (text: string) => void;
  readonly onCancel: () => void;
}

/** A text that is on the board, and stored, as it is typed: one step of undo when it is done, Escape puts it back. */
export function liveText(label: string, setting: (text: string) => Change): LiveText {
  return {
    onPreview: (text) => board.getState().preview(label, setting(text)),
    onCommit(text) {
      const state = board.getState();
      if (state.gesture?.label !== label) return void state.edit(label, setting(text));
      state.preview(label, setting(text));
      state.settle();
    },
    onCancel: () => board.getState().abandon(),
  };
}
