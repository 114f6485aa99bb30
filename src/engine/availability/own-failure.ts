import { members } from '../graph/bit-set.ts';
import { ONE, ZERO, type Diagram } from '../graph/diagram.ts';
import { OVERFLOW } from '../graph/node-table.ts';
import { failureOf, eitherFailure, type Failure } from './failure.ts';
import type { Cell } from './placement.ts';
import { failsItself, type Structure } from './structure.ts';
import type { OwnVariable, Whole } from './whole.ts';

/** How a builder is told what a component's own failure is made of. */
export interface OwnFailures {
  /** What the numbers in a failure's series stand for. */
  readonly elements: readonly OwnVariable[];
  /** A component's own failure: of its group and of the domains that it stands in. */
  readonly of: (place: number, whole: Whole, diagram: Diagram) => Failure;
}

/** Up to so many cells every combination of those that stand has a variable of its own; beyond, every number of replicas. */
export const MOST_CELLS = 4;

/**
 * Own failures for exact numbers: one variable for each domain and one for each group; a group that is dealt over
 * domains has one for each state that these can leave it in. Only one of those is asked in any state, so it does not
 * matter that they are drawn independently.
 *
 * Model: rules 8 and 9 of the scenario format. Units: elements are components, then domains. Errors: an atom `OVERFLOW`.
 * Accuracy: exact. Cost: a group over D domains needs up to 2ᴰ nodes, D²/2 where its cells are single domains.
 * Source: docs/availability-maths.md, "Failure domains".
 *
 * @example groupsAndDomains(structureOf(samples.checkout.designs[0])).elements.length // => 5
 */
export function groupsAndDomains(structure: Structure): OwnFailures {
  const { components, domains, placements } = structure;
  const size = components.length + domains.length;
  const elements = [
    ...components.map((_, component): OwnVariable => ({ component })),
    ...domains.map((_, domain): OwnVariable => ({ domain })),
  ];
  const of = (place: number, whole: Whole, diagram: Diagram): Failure => {
    const { common, cells } = placements[place]!;
    const dealt = cells.length > 0;
    const series = common.map((domain) => components.length + domain);
    if (failsItself(components[place]!) && !dealt) series.push(place);
    const failures = series.map((element) => failureOf(size, element));
    const failure = eitherFailure([failureOf(size, null), ...failures]);
    for (const element of members(failure.always)) whole.variableOf(element);
    if (!dealt) return failure;
    const byCount = cells.length > MOST_CELLS;
    const variables = new Map<number, number>();
    const left = (standing: readonly number[]): number => {
      const replicas = standing.reduce((sum, cell) => sum + cells[cell]!.count, 0);
      if (replicas === 0 || (byCount && replicas < components[place]!.needed)) return ONE;
      const mask = standing.reduce((bits, cell) => bits | (1 << cell), 0);
      const key = byCount ? replicas : mask;
      let variable = variables.get(key);
      if (variable === undefined) {
        variable = whole.own({ component: place, ...(byCount ? { standing: replicas } : { cells: mask }) });
        variables.set(key, variable);
      }
      return diagram.node(variable, ZERO, ONE);
    };
    const asks = (domain: number): number => whole.variableOf(components.length + domain);
    return { ...failure, atoms: [dealtOver(cells, { diagram, asks, left, byCount })] };
  };
  return { elements, of };
}

/** How a group that is dealt over domains is built. */
export interface Dealt {
  readonly diagram: Diagram;
  /** The variable of a domain. */
  readonly asks: (domain: number) => number;
  /** Once it is known which cells stand: the node of the group's failure. */
  readonly left: (standing: readonly number[]) => number;
  /** Whether only the number of replicas that stand matters for that. */
  readonly byCount: boolean;
}

/**
 * The failure of a group that is dealt over cells, once all its common domains are up.
 *
 * Model: rule 9 of the scenario format. Units: nodes of the diagram. Errors: `OVERFLOW`. Accuracy: exact.
 * Cost: as `groupsAndDomains`. Source: docs/availability-maths.md, "Failure domains".
 *
 * @example dealtOver([], { diagram: new Diagram(9), asks: () => 0, left: () => 1, byCount: true }) // => 1
 */
export function dealtOver(cells: readonly Cell[], { diagram, asks, left, byCount }: Dealt): number {
  const asked = [...new Set(cells.flatMap(({ domains }) => domains))].sort((a, b) => a - b);
  const known = new Map<string, number>();

  /** With the first domains decided; `standing` are the cells that none of them took. */
  const ask = (index: number, standing: readonly number[]): number => {
    const domain = asked[index];
    if (domain === undefined || standing.length === 0) return left(standing);
    const open = standing.filter((cell) => cells[cell]!.domains.some((one) => one >= domain));
    // Of cells whose domains are all decided only the number of replicas still matters, where that is what is counted.
    const decided = standing.filter((cell) => !open.includes(cell));
    const count = decided.reduce((sum, cell) => sum + cells[cell]!.count, 0);
    const key = `${index}:${open.join()}:${byCount ? count : decided.join()}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size > diagram.nodeLimit) return OVERFLOW;
    const taken = standing.filter((cell) => !cells[cell]!.domains.includes(domain));
    const up = ask(index + 1, standing);
    const made = taken.length === standing.length ? up : diagram.node(asks(domain), up, ask(index + 1, taken));
    known.set(key, made);
    return made;
  };

  return ask(
    0,
    cells.map((_, cell) => cell),
  );
}
