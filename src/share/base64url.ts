const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const PLACES = new Map(LETTERS.split('').map((letter, place) => [letter, place]));

/** Bytes as letters that addresses carry unchanged, without padding (RFC 4648, section 5). */
export function toBase64url(bytes: Uint8Array): string {
  const out: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
    const bits = (first << 16) | (second << 8) | third;
    const letters = Math.min(4, Math.ceil(((bytes.length - at) * 8) / 6));
    for (let letter = 0; letter < letters; letter++) out.push(LETTERS.charAt((bits >> (18 - 6 * letter)) & 63));
  }
  return out.join('');
}

/** The bytes again, or null where a letter is none of ours. */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> | null {
  const bytes = new Uint8Array(Math.floor((text.length * 6) / 8));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const letter of text) {
    const place = PLACES.get(letter);
    if (place === undefined) return null;
    bits = ((bits << 6) | place) & 0xfff_ffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[at++] = (bits >> held) & 0xff;
  }
  return bytes;
}
