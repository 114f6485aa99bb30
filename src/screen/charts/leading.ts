import { board } from '../../store/board.ts';

/** What makes a part of a drawing lead to a component on the board; nothing for none. */
export function leading(component: string | null) {
  if (component === null) return {};
  return {
    'data-pressable': true,
    onClick: () => board.getState().showPart({ of: 'component', id: component }),
    onPointerEnter: () => board.getState().light([component]),
    onPointerLeave: () => board.getState().light([]),
  } as const;
}
