import type { Outcome } from '../issue.ts';

const fail = (code: string, message: string): Outcome<number> => ({
  ok: false,
  issues: [{ code, path: ['format'], message }],
});

/** The number in `"format": "nineboard/1"`, or why this is no document of ours. `current` is the newest one known. */
export function formatVersion(document: unknown, current: number): Outcome<number> {
  const isObject = typeof document === 'object' && document !== null && !Array.isArray(document);
  const format: unknown =
    isObject && Object.hasOwn(document, 'format') ? (document as { format: unknown }).format : undefined;
  const number = typeof format === 'string' ? /^nineboard\/(\d{1,6})$/.exec(format)?.[1] : undefined;
  if (number === undefined) {
    return fail(
      'document/format',
      `This is not a Nineboard scenario: it does not begin with "format": "nineboard/${current}"`,
    );
  }
  const version = Number(number);
  if (version > current) {
    return fail(
      'document/newer',
      `This scenario was made by a newer version of Nineboard (nineboard/${version}). Open it there; this one knows nineboard/${current}`,
    );
  }
  return { ok: true, value: version };
}
