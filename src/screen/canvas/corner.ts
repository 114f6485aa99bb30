import { probeOf } from '../../drawing/containers.ts';
import type { Point } from '../../model/scenario.ts';

/** The upper left corner of something that is put down there: of a component by its middle, of a domain by its head. */
export function cornerOf([x, y]: Point, of: 'component' | 'domain' = 'component'): Point {
  const [dx, dy] = probeOf([0, 0], of);
  return [x - dx, y - dy];
}
