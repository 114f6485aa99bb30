import { setText } from '../../model/edit/board.ts';
import { board, useBoard } from '../../store/board.ts';
import { shownScenario } from '../../store/selectors.ts';
import { TextArea } from '../ui/TextArea.tsx';
import styles from './inspector.module.css';

/** A free text on the board. */
export function TextPanel({ id }: { readonly id: string }) {
  const text = useBoard((state) => shownScenario(state).texts?.[id]?.text ?? '');
  const label = 'Change text';
  return (
    <>
      <header className={styles['head']}>
        <h2>Text</h2>
      </header>
      <TextArea
        aria-label="Text"
        rows={6}
        value={text}
        onPreview={(typed) => {
          if (typed.trim() !== '') board.getState().preview(label, (scenario) => setText(scenario, id, typed));
        }}
        onCommit={(typed) => {
          const state = board.getState();
          if (state.gesture === null) state.edit(label, (scenario) => setText(scenario, id, typed));
          else {
            state.preview(label, (scenario) => setText(scenario, id, typed));
            state.settle();
          }
        }}
        onCancel={() => board.getState().abandon()}
      />
    </>
  );
}
