import { findRings } from '../model/rings.ts';
import type { Design, Point } from '../model/scenario.ts';
import { NODE_SIZE } from './face.ts';

interface Spacing {
  readonly betweenColumns: number;
  readonly betweenRows: number;
}

/** From right to left and back: each time everything moves towards what it calls, or what calls it. The last is to the left. */
const SWEEPS = 9;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** As near to what is wanted as `step` between one and the next lets them be: least squares by pooling neighbours. */
function spread(wanted: readonly number[], step: number): number[] {
  const blocks: { sum: number; count: number }[] = [];
  for (const [index, value] of wanted.entries()) {
    let block = { sum: value - index * step, count: 1 };
    for (let last = blocks.at(-1); last !== undefined; last = blocks.at(-1)) {
      if (last.sum / last.count < block.sum / block.count) break;
      block = { sum: block.sum + last.sum, count: block.count + last.count };
      blocks.pop();
    }
    blocks.push(block);
  }
  return blocks
    .flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count))
    .map((at, index) => at + index * step);
}

/**
 * Places for many components, quickly: in columns by the longest way that leads to them, callers left of callees, each
 * near to what it calls and what calls it. Calls that close a ring are not looked at.
 */
export function layeredPlaces(ids: readonly string[], design: Design, spacing: Spacing): Record<string, Point> {
  const places = new Map(ids.map((id, place) => [id, place]));
  const arrows = (design.calls ?? []).flatMap(({ from, to }) => {
    const [caller, callee] = [places.get(from), places.get(to)];
    return caller === undefined || callee === undefined ? [] : [{ from: caller, to: callee }];
  });
  const { closing, order } = findRings(ids.length, arrows);
  const callees: number[][] = ids.map(() => []);
  const callers: number[][] = ids.map(() => []);
  for (const [index, { from, to }] of arrows.entries()) {
    if (closing.has(index)) continue;
    callees[from]!.push(to);
    callers[to]!.push(from);
  }
  const column = ids.map(() => 0);
  for (const at of order) for (const to of callees[at]!) column[to] = Math.max(column[to]!, column[at]! + 1);

  const step = NODE_SIZE.height + spacing.betweenRows;
  const columns: number[][] = Array.from({ length: Math.max(...column) + 1 }, () => []);
  for (const at of order.toReversed()) columns[column[at]!]!.push(at);
  const y = ids.map(() => 0);
  for (const members of columns) for (const [row, at] of members.entries()) y[at] = row * step;

  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const leftwards = sweep % 2 === 0;
    const near = leftwards ? callees : callers;
    for (const members of leftwards ? columns.toReversed() : columns) {
      const wanted = new Map(
        members.map((at) => [at, near[at]!.length === 0 ? y[at]! : mean(near[at]!.map((other) => y[other]!))]),
      );
      members.sort((one, other) => wanted.get(one)! - wanted.get(other)!);
      const found = spread(
        members.map((at) => wanted.get(at)!),
        step,
      );
      for (const [row, at] of members.entries()) y[at] = found[row]!;
    }
  }
  const top = Math.min(...y);
  const width = NODE_SIZE.width + spacing.betweenColumns;
  return Object.fromEntries(
    ids.map((id, at): [string, Point] => [id, [column[at]! * width, Math.round(y[at]! - top)]]),
  );
}
