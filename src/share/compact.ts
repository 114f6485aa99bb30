import { BrokenBytes, byteReader, byteWriter, type ByteReader, type ByteWriter } from './bytes.ts';
import { LINK_KEYS } from './link-keys.ts';

/**
 * JSON in few bytes, with every key, order and number kept. An object is the number of its *shape* (its row of keys)
 * and its values in that row's place; a shape is written out where it is first met, and so is a text. Numbers that are
 * small and whole are packed, all others are their shortest decimal text, which reads back as the same bits.
 */
const TAG = {
  text: 0,
  textAgain: 1,
  object: 2,
  list: 3,
  whole: 4,
  negative: 5,
  decimal: 6,
  true: 7,
  false: 8,
  null: 9,
} as const;
/** A tag and a number up to this share one byte: sixteen tags of sixteen. */
const SMALL = 14;
const DEEPEST = 64;
const keyNumbers = new Map(LINK_KEYS.map((key, number) => [key, number + 1]));

export function toCompact(value: unknown): Uint8Array<ArrayBuffer> {
  const out = byteWriter();
  const shapes = new Map<string, number>();
  const texts = new Map<string, number>();

  function text(value: string): void {
    const known = texts.get(value);
    if (known !== undefined) return tagged(out, TAG.textAgain, known);
    texts.set(value, texts.size);
    out.byte(TAG.text << 4);
    out.text(value);
  }

  function shape(keys: readonly string[]): void {
    const row = JSON.stringify(keys);
    const known = shapes.get(row);
    if (known !== undefined) return tagged(out, TAG.object, known + 1);
    shapes.set(row, shapes.size);
    tagged(out, TAG.object, 0);
    out.count(keys.length);
    for (const key of keys) {
      const number = keyNumbers.get(key);
      out.count(number ?? 0);
      if (number === undefined) text(key);
    }
  }

  function number(value: number): void {
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) {
      out.byte(TAG.decimal << 4);
      out.text(Object.is(value, -0) ? '-0' : String(value));
    } else tagged(out, value < 0 ? TAG.negative : TAG.whole, Math.abs(value));
  }

  function write(value: unknown): void {
    if (typeof value === 'string') text(value);
    else if (typeof value === 'number') number(value);
    else if (value === true) out.byte(TAG.true << 4);
    else if (value === false) out.byte(TAG.false << 4);
    else if (value === null || value === undefined) out.byte(TAG.null << 4);
    else if (Array.isArray(value)) {
      tagged(out, TAG.list, value.length);
      for (const each of value) write(each);
    } else {
      const entries = Object.entries(value).filter(([, each]) => each !== undefined);
      shape(entries.map(([key]) => key));
      for (const [, each] of entries) write(each);
    }
  }

  write(value);
  return out.bytes();
}

function tagged(out: ByteWriter, tag: number, number: number): void {
  out.byte((tag << 4) | Math.min(number, SMALL + 1));
  if (number > SMALL) out.count(number - SMALL - 1);
}

/** The value again. Throws BrokenBytes on anything that `toCompact` cannot have written. */
export function fromCompact(bytes: Uint8Array): unknown {
  const from = byteReader(bytes);
  const shapes: (readonly string[])[] = [];
  const texts: string[] = [];

  function newText(): string {
    const text = from.text();
    texts.push(text);
    return text;
  }

  function keyText(): string {
    const [tag, number] = untagged(from);
    if (tag === TAG.text) return newText();
    if (tag === TAG.textAgain) return known(texts, number);
    throw new BrokenBytes('a key is no text');
  }

  function shape(number: number): readonly string[] {
    if (number > 0) return known(shapes, number - 1);
    const keys: string[] = [];
    // The place in the table comes before what is in it, as it did when it was written.
    shapes.push(keys);
    for (let left = promised(from); left > 0; left--) {
      const key = from.count();
      keys.push(key === 0 ? keyText() : known(LINK_KEYS, key - 1));
    }
    if (new Set(keys).size < keys.length || keys.includes('__proto__')) throw new BrokenBytes('a key stands twice');
    return keys;
  }

  function read(depth: number): unknown {
    if (depth > DEEPEST) throw new BrokenBytes('too deep');
    const [tag, number] = untagged(from);
    switch (tag) {
      case TAG.text:
        return newText();
      case TAG.textAgain:
        return known(texts, number);
      case TAG.object:
        return Object.fromEntries(shape(number).map((key) => [key, read(depth + 1)]));
      case TAG.list:
        if (number > from.left()) throw new BrokenBytes('a list is longer than what is left');
        return Array.from({ length: number }, () => read(depth + 1));
      case TAG.whole:
        return number;
      case TAG.negative:
        return -number;
      case TAG.decimal:
        return decimal(from.text());
      case TAG.true:
      case TAG.false:
        return tag === TAG.true;
      case TAG.null:
        return null;
      default:
        throw new BrokenBytes('an unknown tag');
    }
  }

  const value = read(0);
  if (from.left() > 0) throw new BrokenBytes('something follows the end');
  return value;
}

function untagged(from: ByteReader): [tag: number, number: number] {
  const byte = from.byte();
  const small = byte & 15;
  return [byte >> 4, small <= SMALL ? small : SMALL + 1 + from.count()];
}

/** A number of things to come, each of at least a byte. */
function promised(from: ByteReader): number {
  const number = from.count();
  if (number > from.left()) throw new BrokenBytes('more is promised than is left');
  return number;
}

function known<T>(table: readonly T[], place: number): T {
  const value = table[place];
  if (value === undefined) throw new BrokenBytes('a reference leads nowhere');
  return value;
}

function decimal(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new BrokenBytes('a number is none');
  return value;
}
