import { CAPS } from './structure.ts';

/**
 * Whether brackets stand inside each other deeper than any scenario's, seen from the text alone: parsing millions of
 * them would take seconds.
 */
export function nestedTooDeep(json: string): boolean {
  let depth = 0;
  for (let at = 0; at < json.length; at++) {
    const code = json.codePointAt(at);
    if (code === QUOTE) {
      at = endOfText(json, at);
      if (at === -1) return false;
    } else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      if (++depth > CAPS.depth) return true;
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth--;
  }
  return false;
}

const QUOTE = 34;
const BACKSLASH = '\\';
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/** The place of the quote that ends the text begun at `start`; -1 where none does. */
function endOfText(json: string, start: number): number {
  for (let end = json.indexOf('"', start + 1); end !== -1; end = json.indexOf('"', end + 1)) {
    let slashes = 0;
    while (json[end - 1 - slashes] === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return end;
  }
  return -1;
}
