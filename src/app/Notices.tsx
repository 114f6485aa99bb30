import { useEffect } from 'react';
import { Button } from '../screen/ui/Button.tsx';
import { Icon } from '../screen/ui/Icon.tsx';
import { board, useBoard } from '../store/board.ts';
import type { Notice } from '../store/state.ts';
import styles from './notices.module.css';

const SHORT_MILLISECONDS = 5000;
const LONG_MILLISECONDS = 12_000;

/** What the page has to say, in a corner: said to screen readers as it comes. Errors stay until they are put away. */
export function Notices() {
  const notices = useBoard((state) => state.notices);
  return (
    <section className={styles['notices']} aria-label="Notices" aria-live="polite">
      {notices.map((notice) => (
        <Toast key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

function Toast({ notice }: { readonly notice: Notice }) {
  const { id, level, text, details = [], action } = notice;
  const stays = level === 'error';
  useEffect(() => {
    if (stays) return;
    const milliseconds = action === undefined && level === 'info' ? SHORT_MILLISECONDS : LONG_MILLISECONDS;
    const timer = setTimeout(() => board.getState().dismiss(id), milliseconds);
    return () => clearTimeout(timer);
  }, [id, stays, action, level]);
  return (
    <div className={styles['notice']} data-level={level} role={stays ? 'alert' : undefined}>
      {level !== 'info' && (
        <span className={styles['mark']}>
          <Icon name="TriangleAlert" />
          <span className="visually-hidden">{level === 'error' ? 'Error:' : 'Warning:'}</span>
        </span>
      )}
      <div className={styles['text']}>
        <p>{text}</p>
        {details.length > 0 && (
          <ul>
            {details.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </div>
      {action !== undefined && (
        <Button
          onClick={() => {
            board.getState().dismiss(id);
            void action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <Button variant="quiet" icon="X" label="Put away" onClick={() => board.getState().dismiss(id)} />
    </div>
  );
}
