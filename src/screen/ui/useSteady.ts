import { useEffect, useState } from 'react';

const REST_MILLISECONDS = 1200;

/**
 * The end of an axis that stays while a value is dragged: it grows at once, so that nothing leaves the chart, and comes
 * back only when nothing has changed for a while.
 */
export function useSteady(end: number, subject: string): number {
  const [held, setHeld] = useState({ end, subject });
  if (held.subject !== subject || end > held.end) setHeld({ end, subject });
  useEffect(() => {
    const timer = setTimeout(() => setHeld({ end, subject }), REST_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [end, subject]);
  return held.subject === subject ? Math.max(held.end, end) : end;
}
