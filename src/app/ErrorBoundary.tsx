import { Component, type ReactNode } from 'react';
import { board } from '../store/board.ts';
import { Button } from '../screen/ui/Button.tsx';
import { saveFile } from '../store/files.ts';
import styles from './error.module.css';

interface Props {
  readonly children: ReactNode;
}

/** When drawing the page fails, the document is still there: it can be saved to a file, and the page begun again. */
export class ErrorBoundary extends Component<Props, { readonly error: Error | null }> {
  override state = { error: null as Error | null };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <main className={styles['page']}>
        <h1>The page could not be drawn</h1>
        <p>
          Your work is still here. Save it to a file if you like, then load the page again; undo takes back the last
          edit.
        </p>
        <p className={styles['reason']}>{error.message}</p>
        <p className={styles['actions']}>
          <Button variant="primary" onClick={() => location.reload()}>
            Load the page again
          </Button>
          <Button
            onClick={() => {
              board.getState().undo();
              this.setState({ error: null });
            }}
          >
            Undo the last edit
          </Button>
          <Button onClick={() => void saveFile()}>Save to a file</Button>
        </p>
      </main>
    );
  }
}
