import { parseQuantity } from '../model/quantity/parse-quantity.ts';
import type { Call, Point, Value } from '../model/scenario.ts';
import { withShortRates } from '../words/load.ts';
import { countText, percentText } from '../words/numbers.ts';
import { NODE_SIZE } from './face.ts';
import { textWidth } from './text-width.ts';

/** A rectangle on the board. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const nodeBox = ([x, y]: Point): Box => ({ x, y, ...NODE_SIZE });
/** Where calls leave a node that stands at a place: the middle of its right side. */
export const outOf = ([x, y]: Point): Point => [x + NODE_SIZE.width, y + NODE_SIZE.height / 2];
/** Where calls come in: the middle of its left side. */
export const into = ([x, y]: Point): Point => [x, y + NODE_SIZE.height / 2];

const STUB = 44;
const LANE_BELOW = NODE_SIZE.height / 2 + 30;

/** Cubic pieces, each four points, end to end. */
type Curve = readonly (readonly [Point, Point, Point, Point])[];

/**
 * Forwards one S-shaped piece; backwards out to the right, along a lane between the rows (or below both where they stand
 * side by side) and in from the left. `bend` moves the middle aside, for several calls between the same two.
 */
function curveOf(from: Point, to: Point, bend: number): Curve {
  const [fx, fy] = from;
  const [tx, ty] = to;
  const dx = tx - fx;
  if (dx >= 8) {
    const reach = Math.min(Math.max(dx / 2, 24), 160);
    return [[from, [fx + reach, fy + (bend * 4) / 3], [tx - reach, ty + (bend * 4) / 3], to]];
  }
  const between = Math.abs(ty - fy) >= NODE_SIZE.height + 24;
  const lane = (between ? (fy + ty) / 2 : Math.max(fy, ty) + LANE_BELOW) + bend;
  return [
    [from, [fx + STUB, fy], [fx + STUB, lane], [fx, lane]],
    [
      [fx, lane],
      [fx + dx / 3, lane],
      [tx - dx / 3, lane],
      [tx, lane],
    ],
    [[tx, lane], [tx - STUB, lane], [tx - STUB, ty], to],
  ];
}

const at = ([a, b, c, d]: Curve[number], t: number): Point => {
  const s = 1 - t;
  const mix = (axis: 0 | 1): number =>
    s * s * s * a[axis] + 3 * s * s * t * b[axis] + 3 * s * t * t * c[axis] + t * t * t * d[axis];
  return [mix(0), mix(1)];
};

const two = (value: number): string => String(Math.round(value * 100) / 100);
const pair = ([x, y]: Point): string => `${two(x)} ${two(y)}`;

/** The SVG path of a call, from the point where it leaves its caller to the one where it comes in. */
export function edgePath(from: Point, to: Point, bend = 0): string {
  const pieces = curveOf(from, to, bend).map(([, b, c, d]) => `C${pair(b)} ${pair(c)} ${pair(d)}`);
  return `M${pair(from)}${pieces.join('')}`;
}

/** The box that holds a call's curve. */
export function edgeBox(from: Point, to: Point, bend = 0): Box {
  const points = curveOf(from, to, bend).flatMap((piece) => [0, 0.25, 0.5, 0.75, 1].map((t) => at(piece, t)));
  const xs = points.map((point) => point[0]);
  const ys = points.map((point) => point[1]);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** How far each of several calls between the same two is bent aside: 0 for one, −18 and 18 for two. */
const bendOf = (index: number, count: number): number => (index - (count - 1) / 2) * 36;

type Ends = Pick<Call, 'from' | 'to'>;
const key = ({ from, to }: Ends): string => JSON.stringify([from, to]);

/** The bends of a list of calls, in its order. */
export function bends(calls: readonly Ends[]): number[] {
  const counts = new Map<string, number>();
  for (const call of calls) counts.set(key(call), (counts.get(key(call)) ?? 0) + 1);
  const seen = new Map<string, number>();
  return calls.map((call) => {
    const index = seen.get(key(call)) ?? 0;
    seen.set(key(call), index + 1);
    return bendOf(index, counts.get(key(call)) ?? 1);
  });
}

export const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

export const LABEL_HEIGHT = 20;
const SHORT = 40;
const PLACES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];

/** The middle of a call's label: on its curve and clear of every node; null where there is no such place. */
export function labelPoint(
  from: Point,
  to: Point,
  obstacles: readonly Box[],
  { width = 40, bend = 0 }: { readonly width?: number; readonly bend?: number } = {},
): Point | null {
  const curve = curveOf(from, to, bend);
  const middle = curve[Math.floor(curve.length / 2)];
  if (!middle) return null;
  // Beside a short, level arrow the label stands above the line: it would hide it.
  const lift = to[0] - from[0] < width + SHORT && Math.abs(to[1] - from[1]) < LABEL_HEIGHT ? LABEL_HEIGHT * 0.7 : 0;
  for (const t of PLACES) {
    const [x, onLine] = at(middle, t);
    const y = onLine - lift;
    const box = { x: x - width / 2, y: y - LABEL_HEIGHT / 2, width, height: LABEL_HEIGHT };
    if (!obstacles.some((obstacle) => overlaps(box, obstacle))) return [x, y];
  }
  return null;
}

interface PlacedLabel {
  readonly text: string;
  readonly at: Point;
  readonly width: number;
}

/** A call's label where there is room for it: a rate is shortened where its unit has none. */
export function placedLabel(
  label: string,
  from: Point,
  to: Point,
  obstacles: readonly Box[],
  bend = 0,
): PlacedLabel | null {
  for (const [shorter, text] of withShortRates(label).entries()) {
    const width = textWidth(text, 12) + (shorter > 0 ? 4 : 12);
    const at = labelPoint(from, to, obstacles, { width, bend });
    if (at !== null) return { text, at, width };
  }
  return null;
}

/** The middle of the foot of a call's order: above its curve near the caller, where those of one caller part. */
export function orderPoint(from: Point, to: Point, bend = 0): Point {
  const [first] = curveOf(from, to, bend);
  if (!first) return from;
  const [x, y] = at(first, 0.3);
  return [x, y - 5];
}

/**
 * What differs from a plain call, for the middle of its arrow: "×100", "5 %", "optional", "async", and how many requests
 * go along it where that is shown; null where there is nothing to say.
 */
export function callLabel(call: Call, rate: string | null = null): string | null {
  const parts = [
    rate ?? '',
    timesText(call.times),
    chanceText(call.probability),
    call.optional === true ? 'optional' : '',
    call.async === true ? 'async' : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? null : parts.join(' · ');
}

function timesText(times: Value | undefined): string {
  if (times === undefined || Number(times) === 1) return '';
  return `×${Number.isFinite(Number(times)) ? countText(Number(times)) : times}`;
}

function chanceText(probability: Value | undefined): string {
  if (probability === undefined) return '';
  const parsed = parseQuantity(probability, 'probability');
  if (parsed.kind !== 'value') return String(probability);
  return parsed.value === 1 ? '' : percentText(parsed.value);
}

const step = (call: Call): string => String(call.step ?? 1);

/** The place of a call in its caller's order, for the caller's end of the arrow; null where all are made together. */
export function orderLabel(call: Call, calls: readonly Call[]): string | null {
  const siblings = calls.filter((each) => each.from === call.from);
  return siblings.some((each) => step(each) !== step(call)) ? step(call) : null;
}
