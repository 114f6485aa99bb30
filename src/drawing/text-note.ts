import type { BoardText } from '../model/scenario.ts';
import type { Box } from './edge.ts';
import { textWidth } from './text-width.ts';

/** Free texts on the board: size of the letters and height of a line. */
export const TEXT_NOTE = { size: 15, line: 21, padding: 4 } as const;

const lines = (text: string): string[] => text.split(/\r\n|\r|\n/);

/** The lines of a free text and the box that holds them. */
export const textLines = (note: BoardText): readonly string[] => lines(note.text);

export function textBox(note: BoardText): Box {
  const all = lines(note.text);
  const widest = Math.max(0, ...all.map((line) => textWidth(line, TEXT_NOTE.size)));
  const { line, padding } = TEXT_NOTE;
  return { x: note.at[0], y: note.at[1], width: widest + 2 * padding, height: all.length * line + 2 * padding };
}
