import { DOWN } from '../model/edit/what-if.ts';
import { parseQuantity } from '../model/quantity/parse-quantity.ts';

const SHARE = /%\s*$|nines?\s*$|^[\d.\s]+$/;

/** A text as what something can be held at; never is said in one way. */
export function heldValue(text: string): { readonly up: string } | { readonly problem: string } {
  const quantity = parseQuantity(text, 'availability');
  if (quantity.kind === 'error') return { problem: quantity.message };
  const isShare = quantity.kind === 'value' && SHARE.test(text);
  if (!isShare) return { problem: 'Write a share of the time, such as 99 % or 3 nines' };
  return { up: quantity.value === 1 ? DOWN : text.trim() };
}
