import { resolve } from 'node:path';
import { serveFolder } from '../tests/tools/serve.mjs';

/**
 * Serves the built page for all tests, three times: at the root, under a deep path, and on an address that browsers do
 * not trust (plain http on the LAN), where there is no clipboard. The addresses travel in the environment;
 * NINEBOARD_DIST names another build than dist/.
 */
export default async function serve(): Promise<() => Promise<void>> {
  const folder = process.env['NINEBOARD_DIST'] ?? resolve(import.meta.dirname, '../dist');
  const root = await serveFolder(folder);
  const deep = await serveFolder(folder, { prefix: '/sub/deep/' });
  const lan = await serveFolder(folder, { host: '0.0.0.0' });
  process.env['NINEBOARD_ROOT'] = root.address;
  process.env['NINEBOARD_DEEP'] = deep.address;
  process.env['NINEBOARD_LAN_PORT'] = String(lan.port);
  return async () => {
    await Promise.all([root.close(), deep.close(), lan.close()]);
  };
}
