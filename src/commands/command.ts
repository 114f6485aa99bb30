import type { BoardState } from '../store/state.ts';

export type Group = 'Edit' | 'Add' | 'View' | 'What if' | 'Design' | 'File' | 'Share' | 'Help';

/** Something a person can do. Menus, palette, toolbar, keyboard and tests all run the same one. */
export interface Command {
  readonly id: string;
  readonly title: string;
  readonly group: Group;
  /** Such as 'mod+d', where mod is ⌘ or Ctrl. The first is the one that is shown. */
  readonly keys?: readonly string[];
  /** Changes the document: exactly one undo step. */
  readonly edits: boolean;
  when(state: BoardState): boolean;
  run(): void | Promise<void>;
}
