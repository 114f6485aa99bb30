import { shownKey } from '../../commands/keys.ts';
import { COMMANDS, runCommand } from '../../commands/registry.ts';
import { Dialog } from '../../screen/ui/Dialog.tsx';
import { board, useBoard } from '../../store/board.ts';
import { timeText } from '../../words/numbers.ts';
import styles from './dialogs.module.css';
import { PickList, type Pick } from './PickList.tsx';

function picks(): Pick[] {
  const state = { ...board.getState(), dialog: null };
  return COMMANDS.filter(({ id }) => id !== 'commands').map((command) => ({
    id: command.id,
    title: command.title,
    about: command.group,
    hint: shownKey(command) ?? undefined,
    disabled: !command.when(state),
  }));
}

/** Every command with its key. What cannot be done now stands in grey. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const milliseconds = useBoard((state) => state.engineMilliseconds);
  return (
    <Dialog title="Search commands" onClose={onClose} bare>
      <PickList
        label="Search commands"
        picks={picks()}
        none="No command is called that."
        onPick={(id) => {
          board.getState().closeDialog();
          void runCommand(id);
        }}
      />
      <p className={styles['foot']}>
        {milliseconds === null ? ' ' : `The last numbers took ${timeText(milliseconds / 1000)} to compute.`}
      </p>
    </Dialog>
  );
}
