import { BrokenBytes } from './bytes.ts';

interface ByteWriter {
  write(bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
}
interface ByteStream {
  readonly readable: {
    getReader(): { read(): Promise<{ done: boolean; value?: Uint8Array }>; cancel(): Promise<void> };
  };
  readonly writable: { getWriter(): ByteWriter };
}
type StreamOf = new (format: 'deflate-raw') => ByteStream;
/** Native in browsers and Node; the language's own library does not list them. */
const { CompressionStream: Deflating, DecompressionStream: Inflating } = globalThis as unknown as {
  CompressionStream: StreamOf;
  DecompressionStream: StreamOf;
};

/** A byte inflates to 1,032 at most, and what was fed in is inflated whole, whether anybody still reads or not. */
const FED_BYTES = 512;

/** Feeds a stream little by little, as fast as what comes out is read. */
async function feed(writer: ByteWriter, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; at += FED_BYTES) await writer.write(bytes.subarray(at, at + FED_BYTES));
  await writer.close();
}

/** Everything that comes out of a stream, or null as soon as it is more than `most` bytes. Throws on broken input. */
async function through(stream: ByteStream, bytes: Uint8Array, most: number): Promise<Uint8Array | null> {
  // What goes wrong here goes wrong at the reading end too, which tells.
  feed(stream.writable.getWriter(), bytes).catch(() => undefined);
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
