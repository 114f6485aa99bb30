import { board } from '../../store/board.ts';
import { standingOf, type Standing } from './node-ids.ts';

/** What of the board an event hit. */
export interface Hit {
  readonly standing: Standing | null;
  readonly call: string | null;
  /** The dot from which arrows are drawn. */
  readonly handle: boolean;
  readonly pane: boolean;
}

export function hitOf(target: EventTarget | null): Hit {
  if (!(target instanceof Element)) return { standing: null, call: null, handle: false, pane: false };
  const node = target.closest<HTMLElement>('.react-flow__node')?.dataset['id'];
  return {
    standing: node === undefined ? null : standingOf(node),
    call: target.closest('.react-flow__edge')?.getAttribute('data-id') ?? null,
    handle: target.matches('.react-flow__handle.source'),
    pane: target.matches('.react-flow__pane'),
  };
}

/** Selects what was hit, unless it is part of what is selected already. */
export function chooseHit({ standing, call }: Hit): void {
  const { selection, select } = board.getState();
  if (call !== null) {
    if (!selection.calls.includes(call)) select({ calls: [call] });
  } else if (standing?.sort === 'component') {
    if (!selection.components.includes(standing.id)) select({ components: [standing.id] });
  } else if (standing?.sort === 'text') {
    if (!selection.texts.includes(standing.id)) select({ texts: [standing.id] });
  } else if (standing?.sort === 'domain') {
    if (!selection.domains.includes(standing.id)) select({ domains: [standing.id] });
  } else select({});
}

/** The topmost call at a point of the window, also under a node. */
export function callAt(x: number, y: number): string | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const call = element.closest('.react-flow__edge')?.getAttribute('data-id');
    if (call !== null && call !== undefined) return call;
  }
  return null;
}

/** Where in the window the mouse or the first finger is, or was when it was lifted. */
export function pointerOf(event: MouseEvent | TouchEvent): { readonly x: number; readonly y: number } {
  const { clientX, clientY } = 'touches' in event ? (event.touches[0] ?? event.changedTouches[0] ?? OUTSIDE) : event;
  return { x: clientX, y: clientY };
}
const OUTSIDE = { clientX: -1, clientY: -1 };
