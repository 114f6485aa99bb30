/** A call between two components, or a domain that stands in another, by their places. */
interface Arrow {
  readonly from: number;
  readonly to: number;
}

export interface Rings {
  /** The arrows that close a ring, each with its ring. */
  readonly closing: ReadonlyMap<number, Ring>;
  /** Everything before all that its arrows lead to, the closing ones left out. */
  readonly order: readonly number[];
}

export interface Ring {
  readonly size: number;
  /** The first members in the order of the arrows, as many as a sentence can name. */
  readonly members: readonly number[];
}

export const MOST_NAMED = 8;

/** Finds the arrows that close a ring, depth first in the order of the document. */
export function findRings(count: number, arrows: readonly (Arrow | null)[]): Rings {
  const outgoing: number[][] = Array.from({ length: count }, () => []);
  arrows.forEach((arrow, index) => arrow !== null && outgoing[arrow.from]?.push(index));
  const closing = new Map<number, Ring>();
  const finished: number[] = [];
  const state = new Uint8Array(count); // 0 not seen, 1 on the path, 2 done
  for (let root = 0; root < count; root++) {
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

/** "A, B and C"; of a large ring "A, B and 12 more,". One member alone is just named. */
export function ringNames({ size, members }: Ring, nameOf: (member: number) => string): string {
  const names = members.map(nameOf);
  if (size > names.length) return `${names.join(', ')} and ${size - names.length} more,`;
  return size === 1 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
