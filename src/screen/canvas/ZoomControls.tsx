import { useStore } from '@xyflow/react';
import { runCommand } from '../../commands/registry.ts';
import { useBoard } from '../../store/board.ts';
import { Button } from '../ui/Button.tsx';
import styles from './canvas.module.css';

/** Smaller, how large, larger, everything. 100 % follows the text size. */
export function ZoomControls() {
  const textSize = useBoard((state) => state.textSize);
  const percent = useStore((state) => Math.round((state.transform[2] * 10_000) / textSize));
  return (
    <div className={styles['zoom']} role="toolbar" aria-label="Zoom">
      <Button label="Zoom out" className={styles['step']} onClick={() => void runCommand('zoom-out')}>
        −
      </Button>
      <Button
        className={styles['percent']}
        label={`Zoom is ${percent} %, back to 100 %`}
        onClick={() => void runCommand('zoom-100')}
      >
        {percent} %
      </Button>
      <Button label="Zoom in" className={styles['step']} onClick={() => void runCommand('zoom-in')}>
        +
      </Button>
      <Button title="Fit everything on the screen" onClick={() => void runCommand('fit')}>
        Fit
      </Button>
    </div>
  );
}
