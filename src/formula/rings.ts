/** A call between two components, by their places. */
interface Arrow {
  readonly from: number;
  readonly to: number;
}

export interface Rings {
  /** The calls that close a ring, each with its ring. */
  readonly closing: ReadonlyMap<number, Ring>;
  /** Every component before all that it calls, the closing calls left out. */
  readonly order: readonly number[];
}

export interface Ring {
  readonly size: number;
  /** The first members in calling order, as many as a sentence can name. */
  readonly members: readonly number[];
}

const MOST_NAMED = 8;

/** Finds the calls that close a ring, depth first in the order of the document. */
export function findRings(components: number, arrows: readonly (Arrow | null)[]): Rings {
  const outgoing: number[][] = Array.from({ length: components }, () => []);
  arrows.forEach((arrow, index) => arrow !== null && outgoing[arrow.from]?.push(index));
  const closing = new Map<number, Ring>();
  const finished: number[] = [];
  const state = new Uint8Array(components); // 0 not seen, 1 on the path, 2 done
  for (let root = 0; root < components; root++) {
    if (state[root] !== 0) continue;
    const path = [{ node: root, next: 0 }];
    state[root] = 1;
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const index = outgoing[top.node]?.[top.next++];
      if (index === undefined) {
        state[top.node] = 2;
        finished.push(top.node);
        path.pop();
        continue;
      }
      const to = arrows[index]?.to ?? top.node;
      if (state[to] === 0) {
        state[to] = 1;
        path.push({ node: to, next: 0 });
      } else if (state[to] === 1) {
        const start = path.findIndex((step) => step.node === to);
        const members = path.slice(start, start + MOST_NAMED).map((step) => step.node);
        closing.set(index, { size: path.length - start, members });
      }
    }
  }
  return { closing, order: finished.reverse() };
}
