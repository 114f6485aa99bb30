import { board, useBoard } from '../../store/board.ts';
import { shownDesign } from '../../store/selectors.ts';
import { componentName } from '../../words/names.ts';
import { KIND_SPECS } from '../../model/kinds/kinds.ts';
import { Button } from '../ui/Button.tsx';
import styles from './canvas.module.css';

/** What to do next while a call is being connected by keyboard or tap, or something of the palette is to be put down. */
export function ConnectHint() {
  const connecting = useBoard((state) => {
    const design = shownDesign(state);
    return state.connecting === null || design === null ? null : componentName(design, state.connecting.from);
  });
  const tool = useBoard((state) => state.tool);
  if (tool === 'down' || (connecting === null && tool === 'select')) return null;
  const thing =
    tool === 'text' || tool === 'domain' ? tool : tool === 'select' ? '' : KIND_SPECS[tool].label.toLowerCase();
  return (
    <output className={styles['hint']}>
      <span>
        {connecting === null
          ? `Click where the ${thing} shall stand, or press Enter.`
          : `What does ${connecting} call? Click it, or go there with the arrow keys and press Enter.`}
      </span>
      <Button
        variant="quiet"
        onClick={() => {
          board.getState().stopConnecting();
          board.getState().chooseTool('select');
        }}
      >
        Stop
      </Button>
    </output>
  );
}
