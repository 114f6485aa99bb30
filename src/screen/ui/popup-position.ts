/** Where a popup hangs: on an element, or at a point of the window. */
export type PopupAnchor = { readonly element: HTMLElement } | { readonly x: number; readonly y: number };

const GAP = 4;
const EDGE = 8;

/** Below the anchor and aligned with its left edge; above it or shifted where the window ends. */
export function placePopup(popup: HTMLElement, anchor: PopupAnchor): void {
  const box =
    'element' in anchor ? anchor.element.getBoundingClientRect() : new DOMRect(anchor.x, anchor.y - GAP, 0, 0);
  const { width, height } = popup.getBoundingClientRect();
  const below = box.bottom + GAP;
  const above = box.top - GAP - height;
  const top = below + height <= innerHeight - EDGE || above < EDGE ? below : above;
  popup.style.left = `${Math.max(EDGE, Math.min(box.left, innerWidth - EDGE - width))}px`;
  popup.style.top = `${Math.max(EDGE, Math.min(top, innerHeight - EDGE - height))}px`;
}
