import { board } from '../store/board.ts';
import type { BoardState } from '../store/state.ts';
import { ADDING } from './adding.ts';
import type { Command } from './command.ts';
import { DESIGNING } from './designing.ts';
import { EDITING } from './editing.ts';
import { FILING } from './filing.ts';
import { SHARING } from './sharing.ts';
import { HELPING, VIEWING } from './viewing.ts';
import { WHAT_IF } from './what-if.ts';

/** Every command there is, in the order in which the palette lists them. */
export const COMMANDS: readonly Command[] = [
  ...EDITING,
  ...ADDING,
  ...VIEWING,
  ...WHAT_IF,
  ...DESIGNING,
  ...FILING,
  ...SHARING,
  ...HELPING,
];

const byId = new Map(COMMANDS.map((command) => [command.id, command]));

/** The command of that id; throws on an id that does not exist, which is a mistake in the program. */
export function commandOf(id: string): Command {
  const command = byId.get(id);
  if (command === undefined) throw new Error(`no command "${id}"`);
  return command;
}

export const canRun = (id: string, state: BoardState = board.getState()): boolean => commandOf(id).when(state);

/** Runs a command if it can be run now. Whatever goes wrong in it is said, never thrown. */
export async function runCommand(id: string): Promise<void> {
  const command = commandOf(id);
  if (!command.when(board.getState())) return;
  try {
    await command.run();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    board.getState().notify({ level: 'error', text: `"${command.title}" did not work: ${reason}` });
  }
}
