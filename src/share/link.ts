import type { Issue, Outcome } from '../model/issue.ts';
import type { Scenario } from '../model/scenario.ts';
import { parseScenario } from '../model/schema.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { BrokenBytes } from './bytes.ts';
import { checksum } from './checksum.ts';
import { fromCompact, toCompact } from './compact.ts';
import { deflate, inflate } from './deflate.ts';

/**
 * A link's fragment: `n1.c.<length>.<checksum>.<payload>`. `n1` is the format that the document is in (nineboard/1), `c` the
 * codec (compact, deflated, base64url), length is the payload's in letters (base 36), the checksum is its CRC-32.
 */
const FORMAT = 'n1';
const CODEC = 'c';
const MOST_BYTES = 1_000_000;
const MOST_LETTERS = 1_400_000;

const refused = (code: string, message: string): { ok: false; issues: readonly Issue[] } => ({
  ok: false,
  issues: [{ code: `link/${code}`, path: [], message }],
});
const CUT = refused('cut', 'this link was cut off: copy the whole of it, or ask for the file');
const DAMAGED = refused('damaged', 'this link was damaged: a part of it was changed on its way');
const TOO_LARGE = refused('too-large', 'this link holds more than a scenario can be: ask for the file');
const NEWER = refused('newer', 'this link was made by a newer Nineboard: reload the page to get it');
const FOREIGN = refused('foreign', 'this is not a link to a scenario');

/** The fragment (without #) that holds the whole scenario; null when it is too large for any link. */
export async function encodeLink(scenario: Scenario): Promise<string | null> {
  const bytes = toCompact(scenario);
  if (bytes.length > MOST_BYTES) return null;
  const payload = toBase64url(await deflate(bytes));
  return [FORMAT, CODEC, payload.length.toString(36), checksum(payload), payload].join('.');
}

/** The scenario in a fragment, with or without its #. What is cut, damaged, foreign, newer or hostile is refused. */
export async function decodeLink(fragment: string): Promise<Outcome<Scenario>> {
  if (fragment.length > MOST_LETTERS) return TOO_LARGE;
  const [format = '', codec = '', length, sum, ...rest] = fragment.replace(/^#/, '').split('.');
  const payload = rest.join('.');
  if (length === undefined) return beginsLikeOurs(format, codec) ? CUT : FOREIGN;
  if (format !== FORMAT || codec !== CODEC) return /^n\d+$/.test(format) ? NEWER : FOREIGN;
  if (sum === undefined || rest.length === 0) return CUT;
  const letters = /^[0-9a-z]{1,5}$/.test(length) ? Number.parseInt(length, 36) : NaN;
  if (payload.length < letters) return CUT;
  // What a chat puts behind a link, such as a bracket, does not belong to it.
  const own = payload.slice(0, letters);
  if (Number.isNaN(letters) || checksum(own) !== sum) return DAMAGED;
  return unpacked(own);
}

/** `n`, `n1`, `n1.`, `n1.c`: where the knife may have gone. */
const beginsLikeOurs = (format: string, codec: string): boolean =>
  (format === FORMAT && (codec === '' || codec === CODEC)) ||
  (format !== '' && FORMAT.startsWith(format) && codec === '');

async function unpacked(payload: string): Promise<Outcome<Scenario>> {
  const packed = fromBase64url(payload);
  if (packed === null) return DAMAGED;
  try {
    const bytes = await inflate(packed, MOST_BYTES);
    return bytes === null ? TOO_LARGE : parseScenario(fromCompact(bytes));
  } catch (error) {
    if (error instanceof BrokenBytes) return DAMAGED;
    throw error;
  }
}

/**
 * How far a link of that many letters gets: up to 2,000 everywhere, up to 4,000 through most chats (Slack cuts longer
 * ones without a word), beyond that a file is safer.
 */
export function linkLengthVerdict(length: number): 'good' | 'works' | 'file' {
  if (length <= 2000) return 'good';
  return length <= 4000 ? 'works' : 'file';
}
