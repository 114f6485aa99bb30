const LONGEST = 40;

/** "Payment gateway" becomes "payment-gateway". */
function slug(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replaceAll(/^-+|-+$/g, '');
}

/**
 * An id made from a name that is none of those taken: `app`, then `app-2`. It never starts with a digit, because such
 * keys of a JavaScript object lose their place, and is never a name that every object has.
 */
export function freshId(taken: Iterable<string> | Readonly<Record<string, unknown>>, base: string): string {
  const used = new Set(Symbol.iterator in taken ? (taken as Iterable<string>) : Object.keys(taken));
  const plain = slug(base);
  const first = plain === '' ? 'component' : /^\d/.test(plain) ? `c${plain}` : plain;
  let id = first;
  for (let number = 2; used.has(id) || id in {}; number++) id = `${first}-${number}`;
  return id;
}
