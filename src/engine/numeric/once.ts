/**
 * A value that is made when it is first asked for, and once.
 *
 * Model: none. Units: none. Errors: what making it throws. Accuracy: exact. Cost: that of making it, once.
 * Source: none needed.
 *
 * @example (() => { let made = 0; const value = once(() => ++made); return value() + value(); })() // => 2
 */
export function once<Value>(make: () => Value): () => Value {
  let known: { readonly value: Value } | undefined;
  return () => (known ??= { value: make() }).value;
}
