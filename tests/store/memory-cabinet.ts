import type { Cabinet } from '../../src/store/cabinet.ts';

/** A cabinet in memory, cloning what goes in and out as IndexedDB does; `refuse` makes it throw as a full one does. */
export function memoryCabinet(): Cabinet & { readonly values: Map<string, unknown>; refuse: boolean } {
  const values = new Map<string, unknown>();
  return {
    values,
    refuse: false,
    async change(keys, decide) {
      if (this.refuse) throw new Error('QuotaExceededError');
      const { result, put = {} } = decide(
        structuredClone(Object.fromEntries(keys.map((key) => [key, values.get(key)]))),
      );
      for (const [key, value] of Object.entries(put)) {
        if (value === undefined) values.delete(key);
        else values.set(key, structuredClone(value));
      }
      return result;
    },
  };
}
