import { erlangB } from '../queueing/erlang.ts';
import { MOST_SCV, waitStretch } from './bounded-wait.ts';
import { impatientDensity, type Cell, type Impatient } from './impatient-density.ts';
import { LARGEST_SCV, NOBODY, noWait, tableOfTail, type Wait } from './wait.ts';

/** The integral of e to the power of a straight line over a width, from a part of it on. */
function areaOf([from, to]: Cell['waits'], width: number, top: number, part = 0): number {
  const end = Math.exp(to - top);
  // From nothing it rises straight.
  if (from === Number.NEGATIVE_INFINITY) return (end * width) / 2;
  const start = from + part * (to - from);
  const rise = to - start;
  const low = Math.exp(start - top);
  return (Math.abs(rise) < 1e-9 ? low : (end - low) / rise) * width * (1 - part);
}

/** Where in a piece its mean is, as a part of its width. */
function middleOf([from, to]: readonly [number, number]): number {
  const rise = to - from;
  return Math.abs(rise) < 1e-6 ? 0.5 + rise / 12 : 1 / -Math.expm1(-rise) - 1 / rise;
}

interface Waits {
  readonly waitingProbability: number;
  readonly meanSeconds: number;
  readonly shed: number;
  readonly beyond: (seconds: number) => number;
}

/** Chances and waits of those who are let in. */
function waitsOf({ arrivalsPerSecond, servers, hold }: Impatient, stretch: number, cells: readonly Cell[]): Waits {
  const top = cells.reduce((most, { waits, full }) => Math.max(most, ...waits, ...full), 0);
  const stops = hold.cut.patience.stops.filter(([seconds]) => seconds > 0);
  const share = stops.reduce((sum, [, chance]) => sum + chance, hold.cut.patience.whole);
  // All but one worker busy, over fewer than all busy.
  const factor = (arrivalsPerSecond * share * erlangB(servers - 1, arrivalsPerSecond * hold.seconds)) / stretch;
  const areas = cells.map(({ from, to, waits }) => factor * areaOf(waits, to - from, top));
  const full = cells.reduce((sum, cell) => sum + factor * areaOf(cell.full, cell.to - cell.from, top), 0);
  const later = [...areas, 0];
  for (let cell = cells.length - 1; cell >= 0; cell--) later[cell] = later[cell + 1]! + areas[cell]!;
  const all = Math.exp(-top) + later[0]!;
  const seconds = cells.reduce((sum, { from, to, waits }, cell) => {
    return areas[cell]! > 0 ? sum + areas[cell]! * (from + (to - from) * middleOf(waits)) : sum;
  }, 0);
  return {
    waitingProbability: later[0]! / all,
    meanSeconds: seconds / all,
    shed: full / (all + full),
    beyond: (after) => {
      let [low, high] = [0, cells.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (cells[middle]!.to > after) high = middle;
        else low = middle + 1;
      }
      const cell = cells[low];
      if (cell === undefined) return 0;
      const [width, part] = [cell.to - cell.from, Math.max(0, (after - cell.from) / (cell.to - cell.from))];
      return (later[low + 1]! + factor * areaOf(cell.waits, width, top, part)) / all;
    },
  };
}

/**
 * How long requests wait for a worker of which some are given up meanwhile, and who is turned away; null where nobody waits.
 *
 * Model: as `impatientDensity`, those who wait; the others as M/M/c. Waits before other than exponential holds are longer by what M/G/c has
 * over M/M/c, and places so many times fewer. Nobody waits without places: Erlang's loss formula. Units: seconds, requests per second.
 * Errors: none; below saturation of what is never given up. Accuracy: exact (`band` 0) for one worker of exponential holds without a limit to its
 * queue; else docs/load-maths.md. Cost: that of the density, and a table.
 * Source: docs/load-maths.md.
 *
 * @example impatientWait({ arrivalsPerSecond: 2, servers: 1, places: 0, hold: sampleCutHold }).shed.toFixed(2) // => '0.50'
 */
export function impatientWait(arriving: Impatient): Wait | null {
  const { arrivalsPerSecond, servers, places, hold } = arriving;
  const { seconds: serviceSeconds, scv, isExponential } = hold;
  const band = isExponential && servers === 1 && places === null ? 0 : null;
  if (places === 0) return noWait(erlangB(servers, arrivalsPerSecond * serviceSeconds), band);
  const most = places === null ? LARGEST_SCV : MOST_SCV;
  const stretch = isExponential ? 1 : waitStretch({ arrivalsPerSecond, serviceSeconds, servers }, Math.min(scv, most));
  const {
    waitingProbability,
    meanSeconds,
    shed: full,
    beyond,
  } = waitsOf(arriving, stretch, impatientDensity(arriving, stretch));
  const shed = full < NOBODY ? 0 : full;
  if (waitingProbability < NOBODY) return noWait(shed, band);
  return { ...tableOfTail(beyond, meanSeconds / waitingProbability), meanSeconds, shed, band };
}
