import { isTakenDown, toggleDown } from '../../commands/what-if.ts';
import type { Part } from '../../model/edit/what-if.ts';
import { useBoard } from '../../store/board.ts';
import { Button } from '../ui/Button.tsx';
import styles from './inspector.module.css';

/** Takes a part down to see what that does, and up again. */
export function DownButton({ part }: { readonly part: Part }) {
  const down = useBoard((state) => isTakenDown(state, part));
  return (
    <Button variant="quiet" icon="PowerOff" className={styles['down']} onClick={() => toggleDown(part)}>
      {down ? 'Bring it up again' : 'What if it is down?'}
    </Button>
  );
}
