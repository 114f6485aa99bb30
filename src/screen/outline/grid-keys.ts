import type { FocusEvent, KeyboardEvent } from 'react';

const CONTROL = 'input, select, button:not(:disabled)';
const rowsOf = (table: Element): Element[] => [...table.querySelectorAll('tbody tr')];
const cellsOf = (row: Element): HTMLElement[] => [...row.querySelectorAll<HTMLElement>('[data-cell]')];

/**
 * Keys of the grid. On a cell, arrow keys move about, Enter or typing goes into it. In a control, Tab goes to the next
 * control, Enter and Escape come back to the cell.
 */
export function gridKey(event: KeyboardEvent<HTMLTableElement>): void {
  const target = event.target;
  if (event.defaultPrevented && event.key !== 'Enter') return;
  if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
  const cell = target.closest<HTMLElement>('[data-cell]');
  if (cell === null) return;
  if (target === cell) onCell(event, cell);
  else inControl(event, target, cell);
}

/** The cell that was last in is the one that Tab comes back to. */
export function rememberStop(event: FocusEvent<HTMLTableElement>): void {
  const cell = event.target.closest<HTMLElement>('[data-cell]');
  if (cell === null) return;
  for (const other of event.currentTarget.querySelectorAll<HTMLElement>('[data-cell][tabindex="0"]'))
    other.tabIndex = -1;
  cell.tabIndex = 0;
}

/** The grid is one stop of the Tab key, also when the cell that was it has gone. */
export function keepOneStop(table: HTMLTableElement): void {
  if (table.querySelector('[data-cell][tabindex="0"]') !== null) return;
  const first = table.querySelector<HTMLElement>('[data-cell]');
  if (first !== null) first.tabIndex = 0;
}

/** Takes the row of this element away; the focus goes to the row that takes its place. */
export function removeRow(element: HTMLElement, remove: () => void): void {
  const table = element.closest('table');
  const row = element.closest('tr');
  if (table === null || row === null) return remove();
  const place = rowsOf(table).indexOf(row);
  remove();
  requestAnimationFrame(() => {
    const rows = rowsOf(table);
    rows[Math.min(place, rows.length - 1)]?.querySelector<HTMLElement>('[data-cell]')?.focus();
  });
}

function onCell(event: KeyboardEvent<HTMLTableElement>, cell: HTMLElement): void {
  const { key } = event;
  const control = cell.querySelector<HTMLElement>('input, select') ?? cell.querySelector<HTMLElement>(CONTROL);
  const next = neighbour(cell, key);
  if (next !== null) {
    event.preventDefault();
    next.focus();
  } else if (key === 'Enter' || key === 'F2') {
    event.preventDefault();
    enter(control);
  } else if (key.length === 1 && control instanceof HTMLInputElement && control.type === 'text') {
    // The key goes on into the control and replaces what stands there.
    if (key === ' ') event.preventDefault();
    enter(control);
  } else if (key === ' ' && control !== null) {
    event.preventDefault();
    control.click();
  }
}

function enter(control: HTMLElement | null): void {
  control?.focus();
  if (control instanceof HTMLInputElement) control.select();
}

function neighbour(cell: HTMLElement, key: string): HTMLElement | null {
  const row = cell.closest('tr');
  const table = cell.closest('table');
  if (row === null || table === null) return null;
  const cells = cellsOf(row);
  const place = cells.indexOf(cell);
  const rows = rowsOf(table);
  const beside = (by: number): HTMLElement | null => {
    const other = rows[rows.indexOf(row) + by];
    const others = other === undefined ? [] : cellsOf(other);
    return others[Math.min(place, others.length - 1)] ?? null;
  };
  switch (key) {
    case 'ArrowRight':
      return cells[place + 1] ?? null;
    case 'ArrowLeft':
      return cells[place - 1] ?? null;
    case 'ArrowDown':
      return beside(1);
    case 'ArrowUp':
      return beside(-1);
    case 'Home':
      return cells[0] ?? null;
    case 'End':
      return cells.at(-1) ?? null;
    default:
      return null;
  }
}

function inControl(event: KeyboardEvent<HTMLTableElement>, control: HTMLElement, cell: HTMLElement): void {
  if (event.key === 'Escape') {
    event.preventDefault();
    event.stopPropagation();
    cell.focus();
  } else if (event.key === 'Enter' && control instanceof HTMLInputElement && control.type === 'text') {
    event.preventDefault();
    cell.focus();
  } else if (event.key === 'Tab') {
    const controls = [...event.currentTarget.querySelectorAll<HTMLElement>(`tbody :is(${CONTROL})`)];
    const visible = controls.filter((each) => each.checkVisibility());
    const next = visible[visible.indexOf(control) + (event.shiftKey ? -1 : 1)];
    if (next === undefined) return;
    event.preventDefault();
    enter(next);
  }
}
