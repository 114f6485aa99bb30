import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MAY_IMPORT, roomOf } from './directions.ts';
import { importsOf, SOURCE, sourceFiles, specifiers } from './imports.ts';

const files = sourceFiles();
const arrows = new Map(files.map((file) => [file, importsOf(file)]));

describe('the structure of src', () => {
  test('every file that git knows is seen, and lives in a room', () => {
    const known = execFileSync('git', ['ls-files', 'src'], { cwd: resolve(SOURCE, '..'), encoding: 'utf8' })
      .split('\n')
      .filter((path) => /\.(ts|tsx|css)$/.test(path));
    expect(files.length).toBeGreaterThanOrEqual(known.length);
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((file) => roomOf(file) === null)).toEqual([]);
  });

  test('imports run only in the directions of the table', () => {
    const wrong = [...arrows].flatMap(([file, targets]) => {
      const room = roomOf(file);
      return targets
        .filter((target) => {
          const other = roomOf(target);
          return room !== null && other !== room && !(MAY_IMPORT[room] ?? []).includes(other ?? '');
        })
        .map((target) => `${file} -> ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  test('no file imports itself, directly or in a ring', () => {
    const done = new Set<string>();
    const rings: string[] = [];
    const walk = (file: string, trail: readonly string[]): void => {
      if (trail.includes(file)) rings.push([...trail.slice(trail.indexOf(file)), file].join(' -> '));
      else if (!done.has(file)) {
        for (const target of arrows.get(file) ?? []) walk(target, [...trail, file]);
        done.add(file);
      }
    };
    for (const file of files) walk(file, []);
    expect(rings).toEqual([]);
  });

  test('nothing inside the engine imports its front door', () => {
    const inside = [...arrows].filter(
      ([file, targets]) => file.startsWith('engine/') && targets.includes('engine/index.ts'),
    );
    expect(inside.map(([file]) => file)).toEqual([]);
  });

  test('the engine has no clock and no global random numbers', () => {
    const impure = files
      .filter((file) => file.startsWith('engine/'))
      .filter((file) =>
        /Math\.random|Date\.now|new Date|performance\.now/.test(readFileSync(join(SOURCE, file), 'utf8')),
      );
    expect(impure).toEqual([]);
  });
});

describe('the reader of imports', () => {
  test('sees value, type, dynamic and re-export imports, workers and globs', () => {
    const text = `
      import { a } from './a.ts';
      import type { B } from './b.ts';
      export * from './c.ts';
      const d = await import('./d.ts');
      const w = new Worker(new URL('./e.ts', import.meta.url), { type: 'module' });
      const g = import.meta.glob('./f/*.ts');
    `;
    expect(specifiers(text)).toEqual(['./a.ts', './b.ts', './c.ts', './d.ts', './e.ts', './f/']);
  });

  test('takes the longest room for a file', () => {
    expect(roomOf('share/browser/files.ts')).toBe('share/browser');
    expect(roomOf('share/link.ts')).toBe('share');
    expect(roomOf('lost.ts')).toBe(null);
  });

  test('the table names only rooms that it knows', () => {
    const unknown = Object.values(MAY_IMPORT)
      .flat()
      .filter((room) => !(room in MAY_IMPORT));
    expect(unknown).toEqual([]);
  });
});
