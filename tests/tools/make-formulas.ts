import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import temml from 'temml';
import { FORMULA_TEMPLATES, type FormulaTemplate } from '../../src/words/formulas.ts';

export const FORMULAS_FILE = new URL('../../src/words/formulas.mathml.ts', import.meta.url);

/** TeX to MathML; each slot is an `mtext` with its name, which holds its symbol until a number is put in. */
function mathml({ tex, slots }: FormulaTemplate): string {
  const marked = tex.replace(/\\slot\{(\w+)\}/g, (_, name: string) => `\\text{⟦${name}⟧}`);
  const set = temml.renderToString(marked, { displayMode: true, throwOnError: true });
  return set.replace(/ (?:style|class)="[^"]*"/g, '').replace(/<mtext>⟦(\w+)⟧<\/mtext>/g, (_, name: string) => {
    const symbol = slots[name];
    if (symbol === undefined) throw new Error(`slot ${name} has no symbol`);
    return `<mtext class="slot" data-slot="${name}">${symbol}</mtext>`;
  });
}

/** The text of `src/words/formulas.mathml.ts`. */
export async function formulasModule(): Promise<string> {
  const entries = Object.entries(FORMULA_TEMPLATES).map(
    ([id, template]) => `'${id}': ${JSON.stringify(mathml(template))}`,
  );
  const text = `import type { FormulaId } from '../model/report.ts';

// Made from formulas.ts by tests/tools/make-formulas.ts; "UPDATE=1 npx vitest run tests/words" writes it anew.
export const FORMULA_MATHML: Readonly<Record<FormulaId, string>> = {
${entries.join(',\n')}
};
`;
  const file = fileURLToPath(FORMULAS_FILE);
  return format(text, { ...(await resolveConfig(file)), filepath: file });
}
