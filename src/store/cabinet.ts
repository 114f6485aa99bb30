import { createStore, promisifyRequest } from 'idb-keyval';

export type Values = Readonly<Record<string, unknown>>;

/** What to write after having read: `undefined` removes a key. */
export interface Decision<T> {
  readonly result: T;
  readonly put?: Values;
}

/** Where documents are kept: a few keys are read, a decision is made, its outcome written, and nothing comes between. */
export interface Cabinet {
  change<T>(keys: readonly string[], decide: (values: Values) => Decision<T>): Promise<T>;
}

/** The browser's own, by IndexedDB. Every call rejects where storage is forbidden or full. */
export function browserCabinet(): Cabinet {
  let store: ReturnType<typeof createStore> | null = null;
  return {
    async change(keys, decide) {
      store ??= createStore('nineboard', 'documents');
      return store('readwrite', async (shelf) => {
        const read = await Promise.all(keys.map((key) => promisifyRequest<unknown>(shelf.get(key))));
        const { result, put = {} } = decide(Object.fromEntries(keys.map((key, index) => [key, read[index]])));
        for (const [key, value] of Object.entries(put)) {
          if (value === undefined) shelf.delete(key);
          else shelf.put(value, key);
        }
        await promisifyRequest(shelf.transaction);
        return result;
      });
    },
  };
}
