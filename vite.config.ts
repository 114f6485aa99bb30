import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { hostHeaders } from './tests/tools/serve.mjs';

const headers = hostHeaders(fileURLToPath(new URL('public/_headers', import.meta.url)));

/** The content security policy again as a meta tag, for hosts that send no headers. A meta tag cannot forbid framing. */
const policyTag: Plugin = {
  name: 'policy-tag',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: {
        'http-equiv': 'Content-Security-Policy',
        content: (headers['Content-Security-Policy'] ?? '').replace(/; frame-ancestors [^;]+/, ''),
      },
      injectTo: 'head-prepend',
    },
  ],
};

/** Says nothing to people: fields need no help and no "absent" text in the worker. */
const withoutHelp: Plugin = {
  name: 'without-help',
  enforce: 'pre',
  apply: 'build',
  transform: (code, id) =>
    /\/src\/model\/kinds\/[a-z-]+\.ts$/.test(id) ? code.replaceAll(/\b(help|absent): '[^'\n]*',/g, "$1: '',") : null,
};

// One file builds both: the page (`vite build`) and the command line (`vite build --ssr src/cli/main.ts`).
export default defineConfig(({ isSsrBuild }) => ({
  base: './',
  plugins: [react(), policyTag],
  worker: { format: 'es' as const, plugins: () => [withoutHelp] },
  ssr: { noExternal: true as const },
  preview: { headers },
  build: isSsrBuild
    ? {
        target: 'node20',
        copyPublicDir: false,
        emptyOutDir: false,
        rolldownOptions: { output: { entryFileNames: 'cli.js', codeSplitting: false, banner: '#!/usr/bin/env node' } },
      }
    : {
        target: 'es2022',
        modulePreload: { polyfill: false },
        // What comes before the first number comes in one file: small ones are packed worse.
        rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } } },
      },
  // No test is about time: a busy machine may take its own.
  test: {
    include: ['tests/**/*.test.ts'],
    environment: 'node' as const,
    testTimeout: 180_000,
    maxWorkers: '100%',
    // No test leaves anything behind in a module: what one file has loaded, the next need not load again.
    isolate: false,
    setupFiles: ['tests/tools/seed.ts'],
  },
}));
