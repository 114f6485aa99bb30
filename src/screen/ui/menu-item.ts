export interface MenuItem {
  readonly id: string;
  readonly title: string;
  /** At the right, such as the key that does the same. */
  readonly hint?: string | undefined;
  readonly icon?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** Set for an item that stands for a choice; true for the one that holds. */
  readonly checked?: boolean | undefined;
  /** Set where several may hold: choosing one leaves the menu open for the next. */
  readonly several?: boolean | undefined;
  /** A line is drawn between groups. */
  readonly group?: string | undefined;
  run(): void;
}

/** Where a menu hangs: on an element, or at a point of the window. */
export type PopupAnchor = { readonly element: HTMLElement } | { readonly x: number; readonly y: number };

export interface PopupMenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly anchor: PopupAnchor;
  readonly onClose: () => void;
}
