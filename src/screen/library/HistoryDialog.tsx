import { useEffect } from 'react';
import { board, useBoard } from '../../store/board.ts';
import { loadVersions, restoreVersion } from '../../store/library.ts';
import type { Version } from '../../store/state.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './library.module.css';
import { timeText } from './times.ts';

/** What a version holds, so that one finds it again: "Checkout, 2 designs, 5 components". */
function about({ scenario }: Version): string {
  const { title, designs } = scenario;
  const components = new Set(designs.flatMap((design) => Object.keys(design.components))).size;
  const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;
  return `${title?.trim() || 'Untitled'}, ${count(designs.length, 'design')}, ${count(components, 'component')}`;
}

/** Earlier versions of the board; going back is an edit, which undo takes back. */
export function HistoryDialog({ onClose }: { readonly onClose: () => void }) {
  const versions = useBoard((state) => state.versions);
  useEffect(() => void loadVersions(), []);
  return (
    <Dialog title="Earlier versions of this board" onClose={onClose}>
      <p className={styles['intro']}>
        A version is kept as you work, once a minute. Going back is an edit: undo brings back what is there now.
      </p>
      {versions.length === 0 && <p>There is none yet.</p>}
      <ul className={styles['list']}>
        {versions.map((version) => (
          <li key={version.at} className={styles['row']}>
            <span className={styles['entry']}>
              <span className={styles['name']}>{timeText(version.at)}</span>
              <span className={styles['about']}>{about(version)}</span>
            </span>
            <Button
              label={`Go back to ${timeText(version.at)}`}
              onClick={() => {
                board.getState().closeDialog();
                restoreVersion(version);
              }}
            >
              Go back
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
