import { pathText, type Path } from '../../model/issue.ts';

const CONTROL = '[data-field], input, select, textarea';

/** Focuses the control of a field, or of the nearest place above it that has one; unfolds what it lies in. */
export function focusField(inspector: HTMLElement, path: Path): void {
  const places = [...inspector.querySelectorAll<HTMLElement>('[data-path]')];
  for (let length = path.length; length > 0; length--) {
    const wanted = pathText(path.slice(0, length));
    const control = places.find(({ dataset }) => dataset['path'] === wanted)?.querySelector<HTMLElement>(CONTROL);
    if (!control) continue;
    const folded = control.closest('details');
    if (folded !== null) folded.open = true;
    control.focus();
    if (control instanceof HTMLInputElement) control.select();
    control.scrollIntoView({ block: 'nearest' });
    return;
  }
  const first = inspector.querySelector<HTMLElement>(CONTROL);
  first?.focus();
  if (first instanceof HTMLInputElement) first.select();
}
