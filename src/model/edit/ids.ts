const LONGEST = 40;

/** "Payment gateway" becomes "payment-gateway". */
function slug(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replaceAll(/^-+|-+$/g, '');
}

const asSet = (taken: Iterable<string>): ReadonlySet<string> => (taken instanceof Set ? taken : new Set(taken));

/** The id itself while it is free, then `app-2`; never a name that every JavaScript object has. */
export function numberedId(taken: Iterable<string>, id: string): string {
  const used = asSet(taken);
  const free = (each: string): boolean => !used.has(each) && !(each in {});
  if (free(id)) return id;
  const stem = id.replace(/-\d+$/, '');
  let number = 2;
  while (!free(`${stem}-${number}`)) number++;
  return `${stem}-${number}`;
}

/**
 * An id made from a name that is none of those taken. It never starts with a digit, because such keys of a JavaScript
 * object lose their place.
 */
export function freshId(taken: Iterable<string>, base: string): string {
  const plain = slug(base);
  return numberedId(taken, plain === '' ? 'component' : /^\d/.test(plain) ? `c${plain}` : plain);
}

/** A name that no other has: "Payment gateway", then "Payment gateway 2". */
export function freshName(taken: Iterable<string>, name: string): string {
  const used = asSet(taken);
  if (!used.has(name)) return name;
  const [, stem = name] = /^(.*\S)\s+\d+$/.exec(name) ?? [];
  let number = 2;
  while (used.has(`${stem} ${number}`)) number++;
  return `${stem} ${number}`;
}

/** The next free id of a text on the board: n1, n2 … */
export function freshTextId(taken: ReadonlySet<string>): string {
  let number = 1;
  while (taken.has(`n${number}`)) number++;
  return `n${number}`;
}
