import { BrokenBytes } from './bytes.ts';

interface ByteStream {
  readonly readable: {
    getReader(): { read(): Promise<{ done: boolean; value?: Uint8Array }>; cancel(): Promise<void> };
  };
  readonly writable: { getWriter(): { write(bytes: Uint8Array): Promise<void>; close(): Promise<void> } };
}
type StreamOf = new (format: 'deflate-raw') => ByteStream;
/** Native in browsers and Node; the language's own library does not list them. */
const { CompressionStream: Deflating, DecompressionStream: Inflating } = globalThis as unknown as {
  CompressionStream: StreamOf;
  DecompressionStream: StreamOf;
};

/** Everything that comes out of a stream, or null as soon as it is more than `most` bytes. Throws on broken input. */
async function through(stream: ByteStream, bytes: Uint8Array, most: number): Promise<Uint8Array | null> {
  const writer = stream.writable.getWriter();
  // What goes wrong here goes wrong at the reading end too, which tells.
  writer.write(bytes).catch(() => undefined);
  writer.close().catch(() => undefined);
  const reader = stream.readable.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done || value === undefined) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      return null;
    }
    parts.push(value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Deflates (RFC 1951). */
export async function deflate(bytes: Uint8Array): Promise<Uint8Array> {
  const packed = await through(new Deflating('deflate-raw'), bytes, Infinity);
  return packed ?? new Uint8Array();
}

/**
 * Inflates, and stops with null past `most` bytes: a small link cannot blow up. Throws BrokenBytes on what is not
 * deflated, whatever error this browser or Node has for that.
 */
export async function inflate(bytes: Uint8Array, most: number): Promise<Uint8Array | null> {
  try {
    return await through(new Inflating('deflate-raw'), bytes, most);
  } catch (error) {
    throw new BrokenBytes('it is not deflated', { cause: error });
  }
}
