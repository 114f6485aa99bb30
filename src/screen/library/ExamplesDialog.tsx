import { useEffect, useState } from 'react';
import { board } from '../../store/board.ts';
import { openExample } from '../../store/open.ts';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './library.module.css';

interface Example {
  readonly file: string;
  readonly title: string;
  readonly lesson: string;
}

async function fetchExamples(): Promise<readonly Example[]> {
  const answer = await fetch(new URL('scenarios/index.json', document.baseURI));
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()) as readonly Example[];
}

/** The shipped examples, each with what it teaches. */
export function ExamplesDialog({ onClose }: { readonly onClose: () => void }) {
  const [examples, setExamples] = useState<readonly Example[] | 'missing' | null>(null);
  useEffect(() => {
    let gone = false;
    fetchExamples()
      .then((found) => !gone && setExamples(found))
      .catch(() => !gone && setExamples('missing'));
    return () => {
      gone = true;
    };
  }, []);
  return (
    <Dialog title="Examples" onClose={onClose}>
      <p className={styles['intro']}>Each opens as a copy; your own boards stay where they are.</p>
      {examples === 'missing' && <p role="alert">The list of examples could not be loaded. Is the network there?</p>}
      <ul className={styles['list']} aria-busy={examples === null}>
        {Array.isArray(examples) &&
          (examples as readonly Example[]).map(({ file, title, lesson }) => (
            <li key={file}>
              <button
                type="button"
                className={styles['entry']}
                onClick={() => {
                  board.getState().closeDialog();
                  void openExample(file.replace(/\.json$/, ''));
                }}
              >
                <span className={styles['name']}>{title}</span>
                <span className={styles['about']}>{lesson}</span>
              </button>
            </li>
          ))}
      </ul>
    </Dialog>
  );
}
