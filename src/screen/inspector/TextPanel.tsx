import { setText } from '../../model/edit/board.ts';
import { useBoard } from '../../store/board.ts';
import { liveText } from '../../store/live-text.ts';
import { shownScenario } from '../../store/selectors.ts';
import { TextArea } from '../ui/TextArea.tsx';
import styles from './inspector.module.css';

/** A free text on the board. */
export function TextPanel({ id }: { readonly id: string }) {
  const text = useBoard((state) => shownScenario(state).texts?.[id]?.text ?? '');
  const live = liveText('Change text', (typed) => (scenario) => setText(scenario, id, typed));
  return (
    <>
      <header className={styles['head']}>
        <h2>Text</h2>
      </header>
      <TextArea
        aria-label="Text"
        rows={6}
        value={text}
        {...live}
        onPreview={(typed) => {
          // An empty text is none: it goes when it is left so, not while it is typed anew.
          if (typed.trim() !== '') live.onPreview(typed);
        }}
      />
    </>
  );
}
