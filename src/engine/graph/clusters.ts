/**
 * Groups things that share a mark, directly or through others.
 *
 * Model: none. Units: `marks[i]` are the marks of thing i, whole numbers; the result lists the things of each group.
 * A thing without marks is a group of its own. Errors: none. Accuracy: exact. Cost: nearly linear in the marks.
 * Source: R. Tarjan, "Efficiency of a good but not linear set union algorithm", JACM 22 (1975).
 *
 * @example clusters([[1], [2], [1, 5]]) // => [[0, 2], [1]]
 */
export function clusters(marks: readonly ArrayLike<number>[]): number[][] {
  const parent = marks.map((_, thing) => thing);
  const find = (thing: number): number => {
    let root = thing;
    while (parent[root] !== root) root = parent[root]!;
    while (parent[thing] !== root) [thing, parent[thing]] = [parent[thing]!, root];
    return root;
  };
  const owner = new Map<number, number>();
  marks.forEach((list, thing) => {
    for (let place = 0; place < list.length; place++) {
      const before = owner.get(list[place]!);
      if (before === undefined) owner.set(list[place]!, thing);
      else parent[find(thing)] = find(before);
    }
  });
  const groups = new Map<number, number[]>();
  marks.forEach((_, thing) => {
    const root = find(thing);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [thing]);
    else group.push(thing);
  });
  return [...groups.values()];
}
