import { resolve } from 'node:path';
import { serveFolder } from '../tests/tools/serve.mjs';

/**
 * Serves the built page for all tests, at the root and under a deep path. The addresses travel in the environment;
 * NINEBOARD_DIST names another build than dist/.
 */
export default async function serve(): Promise<() => Promise<void>> {
  const folder = process.env['NINEBOARD_DIST'] ?? resolve(import.meta.dirname, '../dist');
  const root = await serveFolder(folder);
  const deep = await serveFolder(folder, { prefix: '/sub/deep/' });
  process.env['NINEBOARD_ROOT'] = root.address;
  process.env['NINEBOARD_DEEP'] = deep.address;
  return async () => {
    await Promise.all([root.close(), deep.close()]);
  };
}
