import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ts from 'typescript';

export const SOURCE = resolve(import.meta.dirname, '../../src');

/** All source files below a folder, as paths below it with forward slashes. */
export const sourceFiles = (folder = SOURCE): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|css)$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();

/**
 * Every specifier that a file imports: types, dynamic imports and re-exports (`preProcessFile` sees those), workers and
 * assets named by `new URL(…, import.meta.url)`, and the folders of `import.meta.glob`.
 */
export function specifiers(text: string): string[] {
  const seen = ts.preProcessFile(text, true, true).importedFiles.map((file) => file.fileName);
  const urls = [...text.matchAll(/new URL\(\s*['"]([^'"]+)['"]\s*,\s*import\.meta\.url/g)].map(
    (match) => match[1] ?? '',
  );
  const globs = [...text.matchAll(/import\.meta\.glob(?:<[^>]*>)?\(\s*['"]([^'"*]+)/g)].map((match) => match[1] ?? '');
  return [...seen, ...urls, ...globs];
}

/** The files of src that one of its files imports. Throws on a relative import that leads nowhere. */
export function importsOf(file: string, folder = SOURCE): string[] {
  const path = join(folder, file);
  if (file.endsWith('.css')) return [];
  return specifiers(readFileSync(path, 'utf8'))
    .filter((specifier) => specifier.startsWith('.'))
    .flatMap((specifier) => {
      const target = resolve(dirname(path), specifier.split('?')[0] ?? specifier);
      if (!existsSync(target)) throw new Error(`${file} imports ${specifier}, which does not exist`);
      const inside = relative(folder, target).split(sep).join('/');
      return inside.startsWith('..') ? [] : [inside];
    });
}
