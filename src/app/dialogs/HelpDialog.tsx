import { keyText } from '../../commands/keys.ts';
import { runCommand } from '../../commands/registry.ts';
import { Button } from '../../screen/ui/Button.tsx';
import { Dialog } from '../../screen/ui/Dialog.tsx';
import { board } from '../../store/board.ts';
import styles from './dialogs.module.css';

function instead(id: string): void {
  board.getState().closeDialog();
  void runCommand(id);
}

/** What this is, how one draws, and what the numbers rest on. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog
      title="The whiteboard that computes"
      onClose={onClose}
      wide
      actions={
        <>
          <Button onClick={() => instead('examples')}>Examples</Button>
          <Button onClick={() => instead('keys')}>All keys</Button>
        </>
      }
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard */}
      <div className={styles['help']} role="region" aria-label="Help" tabIndex={0}>
        <section>
          <h3>Drawing</h3>
          <ul>
            <li>Pick a kind on the left and press on the board, or drag it there.</li>
            <li>Double-click the board and type what you mean, such as “App 3 × 99 %”.</li>
            <li>Drag from a component’s right edge: onto another one to connect, into empty space to make the next.</li>
            <li>Drop a component on an arrow to put it in between.</li>
            <li>Tab adds what it calls, Enter renames, + and − change its replicas.</li>
            <li>
              {keyText('mod+k')} finds every command, {keyText('mod+z')} takes back any of them.
            </li>
          </ul>
        </section>
        <section>
          <h3>Values</h3>
          <ul>
            <li>Write them as you say them: 99.95 %, 4 nines, 20 min/month, 40 ms, 8k req/s.</li>
            <li>Or as a formula with variables of your own, such as 2 * peak.</li>
            <li>Drag a field’s label to change it and watch the numbers.</li>
          </ul>
        </section>
        <section>
          <h3>Numbers</h3>
          <ul>
            <li>Availability is exact for the drawing: a shared part counts once, spares and gates as they should.</li>
            <li>Parts are taken to fail independently, unless you say which share of failures is shared.</li>
            <li>Every figure shows its working in the inspector; a number in it leads to its field.</li>
            <li>A year has 8,760 hours. Availability is rounded down, never up.</li>
          </ul>
        </section>
        <section>
          <h3>Your work</h3>
          <ul>
            <li>It is kept in this browser as you draw, and sent nowhere.</li>
            <li>A link or a file holds the whole board; whoever opens it has a copy.</li>
          </ul>
        </section>
      </div>
    </Dialog>
  );
}
