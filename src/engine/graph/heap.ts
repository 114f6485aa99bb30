/**
 * A queue that always gives what comes first.
 *
 * Model: none. Units: `before(a, b)` says whether a comes before b; of equals any. Errors: `pop` gives undefined when
 * empty. Accuracy: exact. Cost: log n steps to push and to pop. Source: J. W. J. Williams, "Algorithm 232: Heapsort"
 * (1964).
 *
 * @example (() => { const heap = new Heap((a, b) => a < b); [3, 1, 2].forEach((n) => heap.push(n)); return [heap.pop(), heap.pop()]; })() // => [1, 2]
 */
export class Heap<Item> {
  readonly #items: Item[] = [];
  readonly #before: (a: Item, b: Item) => boolean;

  constructor(before: (a: Item, b: Item) => boolean) {
    this.#before = before;
  }

  push(item: Item): void {
    const items = this.#items;
    let place = items.length;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!this.#before(item, items[parent]!)) break;
      items[place] = items[parent]!;
      place = parent;
    }
    items[place] = item;
  }

  pop(): Item | undefined {
    const items = this.#items;
    const first = items[0];
    const last = items.pop();
    if (last === undefined || items.length === 0) return first;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= items.length) break;
      if (child + 1 < items.length && this.#before(items[child + 1]!, items[child]!)) child++;
      if (!this.#before(items[child]!, last)) break;
      items[place] = items[child]!;
      place = child;
    }
    items[place] = last;
    return first;
  }
}
