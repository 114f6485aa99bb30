import type { Paths } from '../../model/report.ts';
import type { ResolvedDesign } from '../../model/resolved.ts';
import { bestSets } from '../graph/best-sets.ts';
import { ONE, ZERO } from '../graph/diagram.ts';
import { dual } from '../graph/dual.ts';
import { Families } from '../graph/families.ts';
import { familyCounts } from '../graph/family-counts.ts';
import { minimalSolutions } from '../graph/minimal-solutions.ts';
import { OVERFLOW } from '../graph/node-table.ts';
import { builtStepwise } from './build.ts';
import { failsAny } from './fails-any.ts';
import { failureOf } from './failure.ts';
import { ordersOf } from './orders.ts';
import { independentParts } from './plan.ts';
import { structureOf } from './structure.ts';

/** Nodes that the families may take. */
const ROOM = 1_000_000;

const UNKNOWN: Paths = { question: 'paths', total: null, left: null, sets: [] };

const counted = (count: number): number | null => (count <= Number.MAX_SAFE_INTEGER ? count : null);

/**
 * The minimal path sets of a journey, step by step: which components suffice so that no request fails, whatever else is
 * down.
 *
 * Model: the cut sets of the dual function; what never fails is in no set. Parts that share nothing each need a set of
 * theirs. Units: `client` by place, `own` the components' own unavailability with their domains. Errors: null where it
 * was out of reach. Accuracy: exact. Cost: that of the diagram, and about as much again. Source: A. Rauzy (1993); R. E.
 * Barlow, F. Proschan, "Statistical Theory of Reliability" (1975), on duals.
 *
 * @example finished(pathSetsOf(samples.twoProviders.designs[0], 0, 1, [0, 1e-6, 1e-6, 1e-6, 0.0005, 0, 0.0005])).total // => 2
 */
export function* pathSetsOf(
  design: ResolvedDesign,
  client: number,
  most: number,
  own: readonly number[],
): Generator<number, Paths> {
  const structure = structureOf(design);
  const size = own.length;
  const built = yield* builtStepwise(structure, ordersOf(structure, client), {
    elements: own.map((_, component) => ({ component })),
    of: (place) => failureOf(size, own[place]! > 0 ? place : null),
  });
  if ('hopeless' in built) return UNKNOWN;
  const { diagram, builder } = built;
  const parts = independentParts(diagram, builder, failsAny(structure, built, client));
  if (parts === null) return UNKNOWN;
  const families = new Families(diagram, ROOM);
  const nodes = [...[...parts.series].map((variable) => diagram.node(variable, ZERO, ONE)), ...parts.diagrams];
  const roots: number[] = [];
  for (const node of nodes) {
    roots.push(minimalSolutions(diagram, dual(diagram, node), families));
    yield 1;
  }
  if (roots.includes(OVERFLOW)) return UNKNOWN;
  const placeOf = (variable: number): number => builder.whole.elementOf(variable)!;
  const isDown = (variable: number): boolean => own[placeOf(variable)]! >= 1;
  let [total, left] = [1, 1];
  let sets: readonly (readonly number[])[] = [[]];
  for (const root of roots) {
    const counts = familyCounts(families, [root], (variable) => (isDown(variable) ? 1 : 0), 0);
    total *= counts.total;
    left *= counts.byWeight[0]!;
    const found: number[][] = [];
    for (const set of bestSets(families, [root], (variable) => (isDown(variable) ? Number.NEGATIVE_INFINITY : -1))) {
      if (found.length >= Math.min(most, counts.byWeight[0]!)) break;
      found.push(set);
    }
    sets = sets
      .flatMap((before) => found.map((set) => [...before, ...set]))
      .sort((a, b) => a.length - b.length)
      .slice(0, most);
  }
  return {
    question: 'paths',
    total: counted(total),
    left: counted(left),
    sets: sets.map((set) =>
      set
        .map(placeOf)
        .sort((a, b) => a - b)
        .map((place) => design.components[place]!.id),
    ),
  };
}
