import { useLayoutEffect, useRef, type RefObject } from 'react';

/** For what goes away when it has done its work: where the focus was in it, the innermost open tab panel takes it. */
export function useFocusHandedOn<E extends HTMLElement>(): RefObject<E | null> {
  const ref = useRef<E>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    return () => {
      if (!element?.contains(document.activeElement)) return;
      const panels = [...document.querySelectorAll<HTMLElement>('[role=tabpanel]')];
      panels.at(-1)?.focus({ preventScroll: true });
    };
  }, []);
  return ref;
}
