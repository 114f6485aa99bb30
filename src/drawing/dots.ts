/** A row of dots, one a replica, in groups where these are spread over domains. */
export interface Dots {
  readonly needed: number;
  readonly spare: number;
  /** How many stand together; one group where nothing is spread. */
  readonly groups: readonly number[];
}

interface DotsRow {
  readonly dots: readonly { readonly x: number; readonly full: boolean }[];
  /** Lines between groups. */
  readonly bars: readonly number[];
  readonly radius: number;
  readonly width: number;
}

const DOT = { radius: 4.5, step: 13 } as const;
/** As many steps as a bar between two groups takes. */
const BAR = 0.9;

/** Where dots and bars of a row stand, from its left end on; closer together where there is less room. */
export function dotsRow({ needed, spare, groups }: Dots, room: number): DotsRow {
  const count = needed + spare;
  const steps = count - 1 + BAR * (groups.length - 1);
  const step = Math.min(DOT.step, (room - 2 * DOT.radius) / Math.max(1, steps));
  const radius = Math.min(DOT.radius, step * 0.42);
  const dots: { x: number; full: boolean }[] = [];
  const bars: number[] = [];
  let x = radius;
  for (const [index, size] of groups.entries()) {
    if (index > 0) {
      bars.push(x + ((BAR - 1) * step) / 2);
      x += BAR * step;
    }
    for (let dot = 0; dot < size; dot++) {
      dots.push({ x, full: dots.length < needed });
      x += step;
    }
  }
  return { dots, bars, radius, width: (dots.at(-1)?.x ?? 0) + radius };
}

/** "●○○", "●● | ●● | ●". */
export function dotsText({ needed, groups }: Dots): string {
  let first = 0;
  const parts = groups.map((count) => {
    const full = Math.min(count, Math.max(0, needed - first));
    first += count;
    return '●'.repeat(full) + '○'.repeat(count - full);
  });
  return parts.join(' | ');
}
