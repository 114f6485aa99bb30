/** Nodes and weights of the 15-point Kronrod rule and of the 7-point Gauss rule inside it (every second node). */
const NODES = [
  0.9914553711208126, 0.9491079123427585, 0.8648644233597691, 0.7415311855993945, 0.5860872354676911,
  0.4058451513773972, 0.2077849550078985, 0,
];
const KRONROD = [
  0.0229353220105292, 0.0630920926299786, 0.1047900103222502, 0.1406532597155259, 0.1690047266392679,
  0.1903505780647854, 0.2044329400752989, 0.2094821410847278,
];
const GAUSS = [0, 0.1294849661688697, 0, 0.2797053914892767, 0, 0.3818300505051189, 0, 0.4179591836734694];

interface Panel {
  readonly from: number;
  readonly to: number;
  readonly value: Float64Array;
  readonly error: number;
}

type Integrand = (t: number, out: Float64Array) => void;

function panelOver(from: number, to: number, size: number, integrand: Integrand): Panel {
  const value = new Float64Array(size);
  const rough = new Float64Array(size);
  const out = new Float64Array(size);
  const middle = (from + to) / 2;
  const half = (to - from) / 2;
  NODES.forEach((node, index) => {
    for (const side of node === 0 ? [0] : [-1, 1]) {
      integrand(middle + side * half * node, out);
      const fine = KRONROD[index]! * half;
      const coarse = GAUSS[index]! * half;
      for (let i = 0; i < size; i++) {
        value[i] = value[i]! + fine * out[i]!;
        rough[i] = rough[i]! + coarse * out[i]!;
      }
    }
  });
  let difference = 0;
  let scale = 0;
  for (let i = 0; i < size; i++) {
    difference += Math.abs(value[i]! - rough[i]!);
    scale += Math.abs(value[i]!);
  }
  return { from, to, value, error: scale === 0 ? 0 : scale * Math.min(1, ((200 * difference) / scale) ** 1.5) };
}

/**
 * The integrals of several functions over [0, 1] at once, evaluated together at the same places, panel by panel.
 *
 * Model: functions that are smooth, though maybe steep (the panel with the largest error is halved until the sum of the
 * errors is at most `tolerance`). Units: those of the integrand; yields how many panels there are; `integrand` writes its values at t into `out`.
 * Errors: none; after 400 panels the best so far is returned. Accuracy: `tolerance`, an absolute bound on the sum of all
 * errors, by the usual estimate. Cost: 15 evaluations a panel.
 * Source: R. Piessens et al., "QUADPACK" (1983), QK15 and QAG.
 *
 * @example [...finished(integrals(1, (t, out) => { out[0] = 3 * t * t; }, 1e-12))] // => [1]
 */
export function* integrals(size: number, integrand: Integrand, tolerance: number): Generator<number, Float64Array> {
  const panels = [panelOver(0, 1, size, integrand)];
  while (panels.length < 400) {
    yield panels.length;
    let error = 0;
    let worst = 0;
    panels.forEach((panel, index) => {
      error += panel.error;
      if (panel.error > panels[worst]!.error) worst = index;
    });
    if (!(error > tolerance)) break;
    const { from, to } = panels[worst]!;
    const middle = (from + to) / 2;
    panels[worst] = panelOver(from, middle, size, integrand);
    panels.push(panelOver(middle, to, size, integrand));
  }
  const total = new Float64Array(size);
  for (const panel of panels) for (let i = 0; i < size; i++) total[i] = total[i]! + panel.value[i]!;
  return total;
}
