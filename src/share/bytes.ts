/** A growing row of bytes with the few shapes of number that the link codec writes. */
export interface ByteWriter {
  byte(value: number): void;
  /** A whole number from 0 on, seven bits a byte. */
  count(value: number): void;
  text(value: string): void;
  bytes(): Uint8Array<ArrayBuffer>;
}

/** Bytes ended before what was promised in them did, or promise more than there can be. */
export class BrokenBytes extends Error {}

export interface ByteReader {
  byte(): number;
  count(): number;
  text(): string;
  /** How many bytes are left. */
  left(): number;
}

export function byteWriter(): ByteWriter {
  const out: number[] = [];
  const count = (value: number): void => {
    let rest = value;
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) out.push((rest % 0x80) | 0x80);
    out.push(rest);
  };
  return {
    byte: (value) => void out.push(value),
    count,
    text(value) {
      const encoded = utf8(value);
      count(encoded.length);
      for (const byte of encoded) out.push(byte);
    },
    bytes: () => Uint8Array.from(out),
  };
}

export function byteReader(bytes: Uint8Array): ByteReader {
  let at = 0;
  const byte = (): number => {
    const value = bytes[at++];
    if (value === undefined) throw new BrokenBytes('the bytes end too soon');
    return value;
  };
  const count = (): number => {
    let value = 0;
    for (let factor = 1; factor < 2 ** 50; factor *= 0x80) {
      const part = byte();
      value += (part & 0x7f) * factor;
      if (part < 0x80) return value;
    }
    throw new BrokenBytes('a number is too large');
  };
  return {
    byte,
    count,
    text() {
      const length = count();
      if (length > bytes.length - at) throw new BrokenBytes('a text is longer than what is left');
      at += length;
      return fromUtf8(bytes.subarray(at - length, at));
    },
    left: () => bytes.length - at,
  };
}

interface TextCoding {
  TextEncoder: new () => { encode(text: string): Uint8Array };
  TextDecoder: new (
    label: string,
    options: { fatal: boolean; ignoreBOM: boolean },
  ) => { decode(bytes: Uint8Array): string };
}
/** Browsers and Node have both; the language's own library does not list them. */
const { TextEncoder: Encoder, TextDecoder: Decoder } = globalThis as unknown as TextCoding;
const encoder = new Encoder();
const decoder = new Decoder('utf-8', { fatal: true, ignoreBOM: true });

const utf8 = (text: string): Uint8Array => encoder.encode(text);

function fromUtf8(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new BrokenBytes('a text is not UTF-8');
  }
}
