import { useState } from 'react';
import { useBoard } from '../../store/board.ts';

interface Room {
  /** Pixels of a rem. */
  readonly rem: number;
  readonly width: number;
  /** Too narrow for texts beside the lines. */
  readonly narrow: boolean;
  /** For the container, which tells its width. */
  readonly onResize: (width: number) => void;
}

const NARROW = 32;

/** How much room a chart has. */
export function useRoom(): Room {
  const rem = useBoard((state) => state.textSize) * 0.16;
  const [width, setWidth] = useState(NARROW * rem);
  return { rem, width, narrow: width < NARROW * rem, onResize: setWidth };
}
