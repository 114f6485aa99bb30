import type { Explanation, ExplanationInput } from '../model/report.ts';
import { FORMULA_TEMPLATES } from './formulas.ts';
import type { Named } from './names.ts';
import { complementText, inputText, isComplement, type WorkingPart } from './working-numbers.ts';

// The pieces that lines of a working are put together from.

/** What a component or a domain is called; the ids themselves where nothing else is known. */
export type Naming = (part: Named) => string;

/** What an input belongs to, by its name; its symbol where it belongs to nothing. */
export function owner({ component, domain, symbol }: ExplanationInput, name: Naming): string {
  if (component !== undefined) return name({ of: 'component', id: component });
  return domain === undefined ? symbol : name({ of: 'domain', id: domain });
}

const ALIASES: Readonly<Record<string, string>> = { σ: 'sigma', κ: 'kappa', β: 'beta', λ: 'lambda', ρ: 'rho' };
const slotOf = (symbol: string): string => ALIASES[symbol] ?? symbol;

export const words = (text: string): WorkingPart => ({ text, path: null });
export const withoutPath = (part: WorkingPart): WorkingPart => ({ ...part, path: null });
export const power = (part: WorkingPart): WorkingPart => ({ ...part, raised: true });

export function part(input: ExplanationInput, text: string): WorkingPart {
  return { text, path: input.path, ...(input.component === undefined ? {} : { component: input.component }) };
}

/** How the numbers of one working are written: by their symbol, either as they are or as their field says them. */
export interface Inputs {
  readonly list: readonly ExplanationInput[];
  readonly has: (symbol: string) => boolean;
  /** The number itself: 0.01. */
  readonly number: (symbol: string) => WorkingPart;
  /** As its field says it: (1 − 99 %) in pieces; the number where the field says just that. */
  readonly asWritten: (symbol: string) => WorkingPart[];
}

export function inputsOf(explanation: Explanation): Inputs {
  const bySlot = new Map(explanation.inputs.map((input) => [slotOf(input.symbol), input]));
  const number = (symbol: string): WorkingPart => {
    const input = bySlot.get(symbol) ?? bySlot.get(symbol.toLowerCase()) ?? bySlot.get(symbol.toUpperCase());
    return input
      ? part(input, inputText(input))
      : words(FORMULA_TEMPLATES[explanation.formula].slots[symbol] ?? symbol);
  };
  return {
    list: explanation.inputs,
    has: (symbol) => bySlot.has(symbol),
    number,
    asWritten(symbol) {
      const input = bySlot.get(symbol);
      if (!input || !isComplement(input)) return [number(symbol)];
      return [words('(1 − '), part(input, complementText(input)), words(')')];
    },
  };
}

/** The lines of a working, before what comes out. */
export type Write = (inputs: Inputs, name: Naming) => WorkingPart[][];

/** What stands for something in the lines above it, in a line of its own. */
export const WITH = 'with ';

export const meaning = (piece: WorkingPart, what: string): WorkingPart[] => [words(WITH), piece, words(`: ${what}`)];
