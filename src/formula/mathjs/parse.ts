import { create, parseDependencies, type MathNode } from 'mathjs/number';
import { FUNCTIONS } from './functions.ts';

const { parse } = create(parseDependencies!);

/** A formula reduced to what is allowed: numbers and variables by name, five operators and a few functions. */
export type Tree =
  | { readonly node: 'name'; readonly name: string }
  | { readonly node: 'operator'; readonly operator: string; readonly parts: readonly Tree[] }
  | { readonly node: 'function'; readonly name: string; readonly parts: readonly Tree[] };

const MOST_NODES = 100;
const OPERATORS: ReadonlySet<string> = new Set(['+', '-', '*', '/', '^']);

/** Why a formula is refused: thrown inside this folder, caught at its door. */
export class Refusal extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** What mathjs says of a node beyond its type; its own typings leave these out of the common base. */
interface AnyNode {
  readonly type: string;
  readonly content?: MathNode;
  readonly name?: unknown;
  readonly op?: unknown;
  readonly implicit?: unknown;
  readonly args?: readonly MathNode[];
  readonly fn?: { readonly type?: string; readonly name?: string };
}

/** Parses a formula whose quantities are already taken out, and lets through only what is on the list. */
export function parseFormula(source: string): Tree {
  let parsed: MathNode;
  try {
    parsed = parse(source);
  } catch {
    throw new Refusal('formula/invalid', 'Its operators and parentheses do not go together');
  }
  let nodes = 0;
  const walk = (mathNode: MathNode): Tree => {
    const node: AnyNode = mathNode;
    if (++nodes > MOST_NODES) {
      throw new Refusal('formula/limit', `It has more than ${MOST_NODES} parts. Split it over variables`);
    }
    if (node.type === 'ParenthesisNode' && node.content !== undefined) return walk(node.content);
    if (node.type === 'SymbolNode' && typeof node.name === 'string') return { node: 'name', name: node.name };
    if (node.type === 'OperatorNode' && typeof node.op === 'string' && OPERATORS.has(node.op)) {
      if (node.implicit === true)
        throw new Refusal('formula/invalid', 'Two values stand side by side. Write * between them');
      return { node: 'operator', operator: node.op, parts: (node.args ?? []).map(walk) };
    }
    if (node.type === 'FunctionNode' && node.fn?.type === 'SymbolNode') return functionTree(node, walk);
    throw new Refusal(
      'formula/invalid',
      `Only + - * / ^ and the functions ${[...FUNCTIONS.keys()].join(', ')} are known here`,
    );
  };
  return walk(parsed);
}

function functionTree(node: AnyNode, walk: (node: MathNode) => Tree): Tree {
  const name = node.fn?.name ?? '';
  const known = FUNCTIONS.get(name);
  const parts = node.args ?? [];
  if (known === undefined) {
    throw new Refusal(
      'formula/invalid',
      `${name} is not a function here. There are ${[...FUNCTIONS.keys()].join(', ')}`,
    );
  }
  if (parts.length < known.least || parts.length > known.most) {
    const count = known.least === known.most ? `${known.least}` : `${known.least} to ${known.most}`;
    throw new Refusal('formula/invalid', `${name} takes ${count} ${count === '1' ? 'value' : 'values'}`);
  }
  return { node: 'function', name, parts: parts.map(walk) };
}
