import { useEffect, useState } from 'react';
import styles from './canvas.module.css';

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

/** Says that a file dragged over the page can be dropped. */
export function DropHint() {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const enter = (event: DragEvent): void => {
      if (carriesFiles(event)) setOver(true);
    };
    // Between two elements of the page it leaves one for the other: only leaving the window counts.
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const end = (): void => setOver(false);
    document.addEventListener('dragenter', enter);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', end, true);
    return () => {
      document.removeEventListener('dragenter', enter);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', end, true);
    };
  }, []);
  return over ? <div className={styles['drop']}>Drop the file to open it</div> : null;
}
