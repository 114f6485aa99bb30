import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const lock = readFileSync(resolve(root, 'package-lock.json'), 'utf8');
const packages = new Set(
  Object.keys((JSON.parse(lock) as { packages: Record<string, unknown> }).packages).map((path) =>
    path.replace(/^.*node_modules\//, ''),
  ),
);

// One binary per tool and platform: npm drops those of other platforms silently, and `npm ci` then fails elsewhere.
const BINARIES = {
  rolldown: ['linux-x64-gnu', 'linux-arm64-gnu', 'darwin-arm64', 'win32-x64-msvc'].map(
    (at) => `@rolldown/binding-${at}`,
  ),
  oxlint: ['linux-x64-gnu', 'linux-arm64-gnu', 'darwin-arm64', 'win32-x64-msvc'].map((at) => `@oxlint/binding-${at}`),
  tsgolint: ['linux-x64', 'linux-arm64', 'darwin-arm64', 'win32-x64'].map((at) => `@oxlint-tsgolint/${at}`),
  lightningcss: ['linux-x64-gnu', 'linux-arm64-gnu', 'darwin-arm64', 'win32-x64-msvc'].map(
    (at) => `lightningcss-${at}`,
  ),
  typescript: ['linux-x64', 'linux-arm64', 'darwin-arm64', 'win32-x64'].map((at) => `@typescript/typescript-${at}`),
  'oxc-parser': ['linux-x64-gnu', 'linux-arm64-gnu', 'darwin-arm64', 'win32-x64-msvc'].map(
    (at) => `@oxc-parser/binding-${at}`,
  ),
  'oxc-resolver': ['linux-x64-gnu', 'linux-arm64-gnu', 'darwin-arm64', 'win32-x64-msvc'].map(
    (at) => `@oxc-resolver/binding-${at}`,
  ),
};

test.each(Object.entries(BINARIES))(
  'the lock file holds the binaries of %s for Linux, macOS and Windows',
  (_, names) => {
    expect(names.filter((name) => !packages.has(name))).toEqual([]);
  },
);

test('the lock file holds no download addresses', () => {
  expect(lock).not.toMatch(/"resolved"/);
  expect(lock).not.toMatch(/https?:\/\/[^"]*\.tgz/);
});

test('every package is pinned to one version and needed only to build', () => {
  const manifest = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as Record<
    string,
    Record<string, string>
  >;
  expect(manifest['dependencies']).toBeUndefined();
  expect(Object.entries(manifest['devDependencies'] ?? {}).filter(([, version]) => /[\^~*><]/.test(version))).toEqual(
    [],
  );
});
