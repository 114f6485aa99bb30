import { useEffect, type RefObject } from 'react';

const HOLD_MILLISECONDS = 500;
const STILL = 10;

/** Calls back at the end of a long press with a finger that did not move: the touch screen's right click. */
export function useHeldPointer(
  frame: RefObject<HTMLElement | null>,
  held: (target: Element, x: number, y: number) => void,
): void {
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    let press: { id: number; x: number; y: number; since: number } | null = null;
    const down = (event: PointerEvent): void => {
      const single = event.pointerType === 'touch' && event.isPrimary;
      press = single ? { id: event.pointerId, x: event.clientX, y: event.clientY, since: event.timeStamp } : null;
    };
    const move = (event: PointerEvent): void => {
      if (press !== null && Math.hypot(event.clientX - press.x, event.clientY - press.y) > STILL) press = null;
    };
    const up = (event: PointerEvent): void => {
      const long = press !== null && event.pointerId === press.id && event.timeStamp - press.since >= HOLD_MILLISECONDS;
      press = null;
      if (!long || !(event.target instanceof Element)) return;
      held(event.target, event.clientX, event.clientY);
    };
    const cancel = (): void => {
      press = null;
    };
    element.addEventListener('pointerdown', down, true);
    element.addEventListener('pointermove', move, true);
    element.addEventListener('pointerup', up, true);
    element.addEventListener('pointercancel', cancel, true);
    return () => {
      element.removeEventListener('pointerdown', down, true);
      element.removeEventListener('pointermove', move, true);
      element.removeEventListener('pointerup', up, true);
      element.removeEventListener('pointercancel', cancel, true);
    };
  }, [frame, held]);
}

/** Runs when no button of the mouse is down any more: a menu that opens earlier is closed by the release. */
export function whenReleased(event: { readonly buttons: number }, run: () => void): void {
  if (event.buttons === 0) run();
  else addEventListener('pointerup', run, { once: true, capture: true });
}
