import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** full: as it is. small: all of it in smaller type. short: only its beginning. */
export type Fit = 'full' | 'small' | 'short';

/** How much smaller the smaller type is. */
const SMALL = 0.85;

/**
 * Whether a line of text has the width that it needs. `measure` is an invisible copy of the whole text in its full size,
 * inside the element `line` that it has to fit into.
 */
export function useFit(): {
  line: RefObject<HTMLSpanElement | null>;
  measure: RefObject<HTMLSpanElement | null>;
  fit: Fit;
} {
  const line = useRef<HTMLSpanElement>(null);
  const measure = useRef<HTMLSpanElement>(null);
  const [fit, setFit] = useState<Fit>('full');
  useLayoutEffect(() => {
    const update = (): void => {
      const room = line.current?.clientWidth ?? 0;
      const width = measure.current?.scrollWidth ?? 0;
      setFit(width <= room ? 'full' : width * SMALL <= room ? 'small' : 'short');
    };
    update();
    const observer = new ResizeObserver(update);
    if (line.current !== null) observer.observe(line.current);
    if (measure.current !== null) observer.observe(measure.current);
    return () => observer.disconnect();
  }, []);
  return { line, measure, fit };
}
