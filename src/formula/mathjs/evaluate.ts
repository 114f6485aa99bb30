import type { Unit } from '../../model/quantity/amount.ts';
import { tokens, type Tokens } from '../../model/quantity/tokens.ts';
import { failed, type Evaluated, type FormulaEvaluator } from '../evaluator.ts';
import { compile, type Program } from './compile.ts';
import { refusedBeforeParsing } from './limits.ts';
import { parseFormula, Refusal, type Tree } from './parse.ts';

interface Prepared {
  readonly tokens: Tokens;
  readonly tree: Tree;
  /** By the units of its variables, in one text. */
  readonly programs: Map<string, Program>;
}

/** How many formulas are remembered; then all are forgotten at once. */
const MEMORY = 1000;
const remembered = new Map<string, Prepared>();

function prepare(text: string): Prepared {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const refused = refusedBeforeParsing(text);
  if (refused !== null) throw new Refusal('formula/limit', refused);
  const parts = tokens(text);
  if ('problem' in parts) throw new Refusal('formula/invalid', parts.problem);
  const prepared = { tokens: parts, tree: parseFormula(parts.source), programs: new Map<string, Program>() };
  if (remembered.size >= MEMORY) remembered.clear();
  remembered.set(text, prepared);
  return prepared;
}

/** Names that the tree reads as values, each once; names of functions are not among them. */
function valueNames(tree: Tree, names = new Set<string>()): Set<string> {
  if (tree.node !== 'name') tree.parts.forEach((part) => valueNames(part, names));
  else if (!tree.name.startsWith('$')) names.add(tree.name);
  return names;
}

const unitKey = (unit: Unit): string => `${unit.time},${unit.request},${unit.money},${unit.byte},${unit.share}`;

function programFor(prepared: Prepared, units: ReadonlyMap<string, Unit>): Program {
  const key = [...units.values()].map(unitKey).join(';');
  const known = prepared.programs.get(key);
  if (known !== undefined) return known;
  const program = compile(prepared.tree, prepared.tokens.amounts, (name) => units.get(name)!);
  prepared.programs.set(key, program);
  return program;
}

const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/**
 * Works out one formula behind the walls: limits first, then mathjs parses, then only what is on the list is turned
 * into a closure on plain numbers, whose result must be finite. mathjs itself never evaluates anything.
 */
export const evaluateFormula: FormulaEvaluator = (text, variable): Evaluated => {
  try {
    const prepared = prepare(text);
    const values = new Map<string, number>();
    const units = new Map<string, Unit>();
    for (const name of valueNames(prepared.tree)) {
      const found = variable(name);
      if (!found.ok) return found;
      values.set(name, found.amount.value);
      units.set(name, found.amount.unit);
    }
    const program = programFor(prepared, units);
    const value = program.run(program.names.map((name) => values.get(name)!));
    if (!Number.isFinite(value)) {
      return failed(
        'formula/not-finite',
        `${shown(text)} has no finite result. Look for a division by 0 or a root of less than 0`,
      );
    }
    return { ok: true, amount: { value, unit: program.unit } };
  } catch (error) {
    if (error instanceof Refusal) return failed(error.code, `${shown(text)} cannot be worked out. ${error.message}`);
    throw error;
  }
};
