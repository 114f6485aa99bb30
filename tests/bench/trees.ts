import { plansStepwise } from '../../src/engine/availability/cache.ts';
import { structureOf } from '../../src/engine/availability/structure.ts';
import { analyse, createCache } from '../../src/engine/index.ts';
import { finished } from '../../src/engine/numeric/finished.ts';
import { resolve } from '../../src/formula/resolve.ts';
import { readOpenPsa } from '../../src/share/open-psa/read-open-psa.ts';

/** A file in the Open-PSA format. */
interface Tree {
  readonly name: string;
  readonly text: string;
}

interface TreeRow {
  readonly name: string;
  readonly components: number;
  /** Of all its diagrams. */
  readonly nodes: number;
  /** For the whole report, nothing known before. */
  readonly milliseconds: number;
  /** Of what is kept for the next edit; needs `node --expose-gc`. */
  readonly heapMegabytes: number;
  /** Of the first top event; null where an exact answer was out of reach. */
  readonly unavailability: number | null;
}

const heap = (): number => {
  globalThis.gc!();
  return process.memoryUsage().heapUsed / 2 ** 20;
};

function row({ name, text }: Tree): TreeRow | { readonly name: string; readonly refused: true } {
  const read = readOpenPsa(text);
  if (!read.ok) return { name, refused: true };
  const resolved = resolve(read.value);
  const design = resolved.designs[0]!;
  const before = heap();
  const cache = createCache();
  const began = performance.now();
  const report = analyse(resolved, {}, cache);
  const milliseconds = performance.now() - began;
  const heapMegabytes = heap() - before;
  const { plans } = finished(plansStepwise(structureOf(design), cache));
  const nodes = plans.reduce((sum, plan) => sum + plan.variable.length, 0);
  const [journey] = Object.values(report.designs[0]!.journeys);
  const unavailability = journey?.unavailability ?? null;
  return { name, components: design.components.length, nodes, milliseconds, heapMegabytes, unavailability };
}

/**
 * A hard tree: every gate joins two to four of the next level by "and", "or" or "2 of", every part is shared by several,
 * and a few of the levels below are reached over a short cut.
 */
function hardTree(events: number): Tree {
  // A fixed sequence of numbers in [0, 1): the same tree every time.
  let seed = events;
  const next = (): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 8) / 2 ** 24;
  };
  const below = (count: number): number => Math.floor(count * next());
  const widths = [1, ...[8, 4, 2].map((part) => Math.ceil(events / part))];
  const gates = widths.flatMap((width, level) =>
    Array.from({ length: width }, (_, place) => {
      const inputs = Array.from({ length: level === 0 ? 6 : 2 + below(3) }, () => {
        const to = next() < 0.1 ? widths.length : level + 1;
        return to >= widths.length
          ? `<event name="e${below(events)}"/>`
          : `<gate name="g${to}-${below(widths[to]!)}"/>`;
      });
      const connective = ['<and>', '<or>', '<atleast min="2">'][below(3)]!;
      const end = connective.replace('<', '</').replace(/ .*/, '>');
      return `<define-gate name="g${level}-${place}">${connective}${inputs.join('')}${end}</define-gate>`;
    }),
  );
  const basic = Array.from(
    { length: events },
    (_, place) =>
      `<define-basic-event name="e${place}"><float value="${0.001 * (1 + below(50))}"/></define-basic-event>`,
  );
  const text = `<opsa-mef><define-fault-tree name="hard">${[...gates, ...basic].join('')}</define-fault-tree></opsa-mef>`;
  return { name: `${events} events, synthetic`, text };
}

export const HARD_TREES: readonly Tree[] = [50, 100, 200, 400].map(hardTree);

/** Measures each tree once. */
export const treeBench = (trees: readonly Tree[]): (TreeRow | { readonly name: string; readonly refused: true })[] =>
  trees.map(row);
