import { useReactFlow } from '@xyflow/react';
import { runCommand } from '../../commands/registry.ts';
import { board, useBoard } from '../../store/board.ts';
import { shownDesign, shownScenario } from '../../store/selectors.ts';
import type { BoardState } from '../../store/state.ts';
import { Button } from '../ui/Button.tsx';
import styles from './canvas.module.css';
import type { Spot } from './usePointer.ts';

const isEmpty = (state: BoardState): boolean =>
  state.opened &&
  [shownDesign(state)?.components, shownDesign(state)?.domains, shownScenario(state).texts].every(
    (record) => Object.keys(record ?? {}).length === 0,
  );

/** One line and three ways to begin. The board below it takes clicks. */
export function EmptyBoard({ write }: { readonly write: (spot: Spot) => void }) {
  const empty = useBoard(isEmpty);
  const busy = useBoard((state) => state.tool !== 'select');
  const flow = useReactFlow();
  if (!empty || busy) return null;
  const typeInTheMiddle = (): void => {
    const at = board.getState().viewport?.screenCentre() ?? [0, 0];
    const { x, y } = flow.flowToScreenPosition({ x: at[0], y: at[1] });
    write({ x: x - 92, y, at: [at[0] - 92, at[1]] });
  };
  return (
    <div className={styles['empty']}>
      <p>Draw what calls what, and the numbers follow.</p>
      <ul>
        <li>
          <Button onClick={typeInTheMiddle}>Double-click and type: App 3 × 99 %</Button>
        </li>
        <li>
          <Button onClick={() => void runCommand('add-client')}>Pick from the palette: begin with a client</Button>
        </li>
        <li>
          <Button onClick={() => void runCommand('examples')}>Open an example</Button>
        </li>
      </ul>
    </div>
  );
}
