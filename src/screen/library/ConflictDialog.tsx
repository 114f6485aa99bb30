import { useBoard } from '../../store/board.ts';
import { resolveConflict } from '../../store/library.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './library.module.css';

/** Two tabs have changed the same board: nothing is lost, and the person says which text goes on. */
export function ConflictDialog({ onClose }: { readonly onClose: () => void }) {
  const title = useBoard((state) => state.scenario.title?.trim() || 'Untitled');
  const theirs = useBoard((state) => state.conflict?.theirs.title?.trim() || 'Untitled');
  return (
    <Dialog
      title="This board was changed in another tab too"
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => void resolveConflict('mine')}>Keep mine</Button>
          <Button onClick={() => void resolveConflict('theirs')}>Take theirs</Button>
          <Button variant="accent" onClick={() => void resolveConflict('both')}>
            Keep both
          </Button>
        </>
      }
    >
      <p>Both texts are kept until you choose, and none is thrown away.</p>
      <dl className={styles['choices']}>
        <dt>Keep both</dt>
        <dd>
          Two boards: “{title}” here, and “{theirs}” as the other tab has it.
        </dd>
        <dt>Take theirs</dt>
        <dd>The other tab’s text is on the board; yours goes to the deleted ones, where you can take it back.</dd>
        <dt>Keep mine</dt>
        <dd>Your text goes on; the other one stays among the earlier versions.</dd>
      </dl>
    </Dialog>
  );
}
