import type { Outcome } from '../issue.ts';
import { formatVersion } from './format-version.ts';

type Document = Readonly<Record<string, unknown>>;

/**
 * How documents of older formats become today's. Step i takes `oldest + i` to the next number, so there can be no gap;
 * a step need not set `format`, which is done for it.
 */
export interface Chain {
  readonly oldest: number;
  readonly steps: readonly ((document: Document) => Document)[];
}

/** nineboard/1 is the first format. A later one adds its step here. */
export const CHAIN: Chain = { oldest: 1, steps: [] };

export const currentVersion = ({ oldest, steps }: Chain): number => oldest + steps.length;

/** Brings a document of any known format to today's. One that is today's already comes back as it is. */
export function migrate(document: unknown, chain: Chain = CHAIN): Outcome<unknown> {
  const version = formatVersion(document, currentVersion(chain));
  if (!version.ok) return version;
  if (version.value < chain.oldest) {
    const message = `nineboard/${version.value} was never a format. The oldest is nineboard/${chain.oldest}`;
    return { ok: false, issues: [{ code: 'document/format', path: ['format'], message }] };
  }
  let migrated = document as Document;
  for (let from = version.value; from < currentVersion(chain); from++) {
    const step = chain.steps[from - chain.oldest]!;
    migrated = { ...step(migrated), format: `nineboard/${from + 1}` };
  }
  return { ok: true, value: migrated };
}
