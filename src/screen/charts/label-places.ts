// Where the texts of a chart stand: beside what they are about, and on nothing else.

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Place extends Spot {
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface Label {
  /** Where it may stand, the best place first; its height is about its middle. */
  readonly places: readonly Place[];
  readonly width: number;
}

interface Around {
  /** What no text may leave. */
  readonly area: Box;
  readonly lines: readonly (readonly Spot[])[];
  readonly dots: readonly Spot[];
  /** Of a text. */
  readonly height: number;
}

/** Beside a point, nearest first. */
export function placesBeside({ x, y }: Spot, gap: number, height: number): Place[] {
  const beside = (up: number): Place[] => [
    { x: x + gap, y: y + up * height, anchor: 'start' },
    { x: x - gap, y: y + up * height, anchor: 'end' },
  ];
  const over = (up: number): Place => ({ x, y: y + up * height, anchor: 'middle' });
  return [0, 0.7, -0.7].flatMap(beside).concat([over(-1), over(1)], [1.5, -1.5, 2.3, -2.3].flatMap(beside));
}

/** Beside an upright line, lowest first. */
export function placesAlong(x: number, { top, bottom }: Box, gap: number, height: number): Place[] {
  const rows = Math.max(1, Math.floor((bottom - top) / height));
  return Array.from({ length: rows }, (_, row) => bottom - (row + 0.5) * height).flatMap((y): Place[] => [
    { x: x + gap, y, anchor: 'start' },
    { x: x - gap, y, anchor: 'end' },
  ]);
}

const OFF = 1000;
const ON_TEXT = 100;
const ON_DOT = 60;
const ON_LINE = 6;
/** Rather any other place beside the point than one with a line behind it. */
const EACH_PLACE = 0.45;

/** The best place of each text in turn; null where it would stand on another or leave the chart. */
export function placed(labels: readonly Label[], { area, lines, dots, height }: Around): (Place | null)[] {
  const taken: Box[] = [];
  return labels.map(({ places, width }) => {
    const priced = places.map((place, order) => {
      const box = boxOf(place, width, height);
      const cost =
        (inside(box, area) ? 0 : OFF) +
        (taken.some((other) => meet(box, other)) ? ON_TEXT : 0) +
        ON_DOT * dots.filter((dot) => meet(box, dotBox(dot, height / 4))).length +
        ON_LINE * lines.filter((line) => crosses(line, box)).length +
        EACH_PLACE * order;
      return { place, box, cost };
    });
    const [best] = priced.toSorted((a, b) => a.cost - b.cost);
    if (best === undefined || best.cost >= ON_TEXT) return null;
    taken.push(best.box);
    return best.place;
  });
}

function boxOf({ x, y, anchor }: Place, width: number, height: number): Box {
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - height / 2, bottom: y + height / 2 };
}

const dotBox = ({ x, y }: Spot, radius: number): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});

const inside = (box: Box, area: Box): boolean =>
  box.left >= area.left && box.right <= area.right && box.top >= area.top && box.bottom <= area.bottom;

const meet = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

const crosses = (line: readonly Spot[], box: Box): boolean =>
  line.some((to, index) => {
    const from = line[index - 1];
    return from !== undefined && passes(from, to, box);
  });

/** Whether a straight piece of a line runs through a box. */
function passes(from: Spot, to: Spot, { left, right, top, bottom }: Box): boolean {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  let [enters, leaves] = [0, 1];
  for (const [step, room] of [
    [-dx, from.x - left],
    [dx, right - from.x],
    [-dy, from.y - top],
    [dy, bottom - from.y],
  ] as const) {
    if (step === 0 && room <= 0) return false;
    if (step < 0) enters = Math.max(enters, room / step);
    if (step > 0) leaves = Math.min(leaves, room / step);
  }
  return enters < leaves;
}
