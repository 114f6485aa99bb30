import type { Path } from '../../model/issue.ts';
import { board } from '../../store/board.ts';
import { Button } from '../ui/Button.tsx';
import styles from './dock.module.css';

interface LeadsProps {
  readonly text: string;
  readonly button: string;
  readonly path: Path;
}

/** Says what is not written yet, and leads there. */
export const Leads = ({ text, button, path }: LeadsProps) => (
  <div className={styles['text']}>
    <p>{text}</p>
    <Button onClick={() => board.getState().leadTo(path)}>{button}</Button>
  </div>
);
