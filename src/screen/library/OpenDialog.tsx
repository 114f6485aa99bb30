import { runCommand } from '../../commands/registry.ts';
import { board, useBoard } from '../../store/board.ts';
import { deleteDocument, restoreDocument } from '../../store/library.ts';
import { openDocument } from '../../store/open.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './library.module.css';
import { timeText } from './times.ts';

/** Closes the dialog and does something else. */
function instead(id: string): void {
  board.getState().closeDialog();
  void runCommand(id);
}

/** All boards that are kept in this browser, and those deleted lately. */
export function OpenDialog({ onClose }: { readonly onClose: () => void }) {
  const documents = useBoard((state) => state.documents);
  const deleted = useBoard((state) => state.deleted);
  const shown = useBoard((state) => state.documentId);
  return (
    <Dialog
      title="Boards"
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => instead('new')}>New board</Button>
          <Button onClick={() => instead('examples')}>Examples</Button>
          <Button onClick={() => instead('open-file')}>Open file</Button>
        </>
      }
    >
      {documents.length === 0 && (
        <p className={styles['intro']}>Nothing is kept yet. What you draw is kept in this browser as you draw it.</p>
      )}
      <ul className={styles['list']} aria-label="Recent boards">
        {documents.map(({ id, title, changedAt }) => (
          <li key={id} className={styles['row']}>
            <button
              type="button"
              className={styles['entry']}
              aria-current={id === shown || undefined}
              onClick={() => {
                board.getState().closeDialog();
                if (id !== shown) void openDocument(id);
              }}
            >
              <span className={styles['name']}>{title}</span>
              <span className={styles['about']}>
                {id === shown ? 'on the board, ' : ''}changed {timeText(changedAt)}
              </span>
            </button>
            <Button variant="quiet" icon="Trash2" label={`Delete ${title}`} onClick={() => void deleteDocument(id)} />
          </li>
        ))}
      </ul>
      {deleted.length > 0 && (
        <>
          <h3 className={styles['heading']}>Deleted lately</h3>
          <ul className={styles['list']} aria-label="Deleted lately">
            {deleted.map(({ id, title, changedAt }) => (
              <li key={id} className={styles['row']}>
                <span className={styles['entry']}>
                  <span className={styles['name']}>{title}</span>
                  <span className={styles['about']}>deleted {timeText(changedAt)}</span>
                </span>
                <Button onClick={() => void restoreDocument(id, false)} label={`Take back ${title}`}>
                  Take back
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
