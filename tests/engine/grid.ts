import type { Resolved } from '../../src/model/resolved.ts';
import { component, resolvedOf } from './samples.ts';

/**
 * A square grid, closed from side to side, in which every crossing "row,column" needs one of three below: every order of
 * variables has to remember a row.
 */
export function grid(width: number, unavailability = 0.05): Resolved {
  const crossing = (row: number, column: number): string => `${row},${(column + width) % width}`;
  const rows = Array.from({ length: width }, (_, row) =>
    Array.from({ length: width }, (__, column) => ({ row, column })),
  );
  const cells = rows.flat();
  return resolvedOf(
    [
      component({ id: 'users', kind: 'client' }),
      ...cells.flatMap(({ row, column }) => [
        component({ id: crossing(row, column), kind: 'service', unavailability }),
        component({ id: `any ${crossing(row, column)}`, kind: 'gate' }),
      ]),
    ],
    cells.flatMap(({ row, column }): [string, string][] => {
      const own = crossing(row, column);
      if (row === width - 1) return column === 0 ? [['users', '0,0']] : [];
      const below = [-1, 0, 1].map((aside): [string, string] => [`any ${own}`, crossing(row + 1, column + aside)]);
      return below.concat([[own, `any ${own}`]]);
    }),
  );
}
