import { NODE_SIZE } from '../../drawing/face.ts';
import type { Point } from '../../model/scenario.ts';

/** The upper left corner of a component whose middle is there. */
export const cornerOf = ([x, y]: Point): Point => [x - NODE_SIZE.width / 2, y - NODE_SIZE.height / 2];
