import { isUtf8 } from 'node:buffer';
import { fault } from './problem-codes';
import { SubmissionRefusedError } from './staged-row';

const NEW_LINE = 0x0a;

/** Bytes at the end that begin a UTF-8 sequence and do not finish it (at most three). */
function unfinishedTail(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? back : 0;
    }
  }
  return 0;
}

function countNewLines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(NEW_LINE); at >= 0; at = bytes.indexOf(NEW_LINE, at + 1)) count += 1;
  return count;
}

function refuseUtf8(bytes: Uint8Array, firstLine: number): never {
  let line = firstLine;
  let start = 0;
  for (let end = bytes.indexOf(NEW_LINE); end >= 0; end = bytes.indexOf(NEW_LINE, start)) {
    if (!isUtf8(bytes.subarray(start, end))) break;
    start = end + 1;
    line += 1;
  }
  throw new SubmissionRefusedError([fault('file_encoding', '', { line })]);
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.length === 0 ? b : Buffer.concat([a, b]);
}

function refuseNul(text: string, firstLine: number): void {
  const at = text.indexOf('\0');
  if (at < 0) return;
  const line = firstLine + text.slice(0, at).split('\n').length - 1;
  throw new SubmissionRefusedError([fault('file_nul', '', { line })]);
}

async function* decodeUtf8(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let carry: Uint8Array = new Uint8Array(0);
  let line = 1;
  for await (const chunk of chunks) {
    const bytes = joined(carry, chunk);
    const whole = bytes.subarray(0, bytes.length - unfinishedTail(bytes));
    carry = bytes.slice(whole.length);
    if (whole.length === 0) continue;
    if (!isUtf8(whole)) refuseUtf8(whole, line);
    const text = Buffer.from(whole.buffer, whole.byteOffset, whole.byteLength).toString('utf8');
    refuseNul(text, line);
    line += countNewLines(whole);
    yield text;
  }
  if (carry.length > 0) refuseUtf8(carry, line);
}

async function* decodeUtf16(
  chunks: AsyncIterable<Uint8Array>,
  label: Exclude<Encoding, 'utf-8'>,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true });
  let line = 1;
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw new SubmissionRefusedError([fault('file_encoding', '', { line })]);
    }
  };
  for await (const chunk of chunks) {
    const text = decode(chunk);
    refuseNul(text, line);
    line += text.split('\n').length - 1;
    yield text;
  }
  yield decode();
}

/** The chunks again, with the first `bytes` of the stream known and, where asked, cut off. */
async function* startingWith(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (first.length > 0) yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** How the bytes of a submission were read. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/**
 * Decodes a submission: UTF-8, with or without byte order mark, or UTF-16 with one. Memory is one chunk. `onEncoding` is told
 * which, before the first text.
 * @throws SubmissionRefusedError at bytes that are not that encoding and at NUL, with the line.
 */
export async function* decodeText(
  chunks: AsyncIterable<Uint8Array>,
  onEncoding?: (encoding: Encoding) => void,
): AsyncGenerator<string> {
  const iterator = chunks[Symbol.asyncIterator]();
  try {
    let head: Uint8Array = new Uint8Array(0);
    while (head.length < 3) {
      const next = await iterator.next();
      if (next.done) break;
      head = joined(head, next.value);
    }
    const marked = head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : null;
    const encoding = marked ?? (head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-8');
    onEncoding?.(encoding);
    if (encoding !== 'utf-8') yield* decodeUtf16(startingWith(head.subarray(2), iterator), encoding);
    else {
      const mark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
      yield* decodeUtf8(startingWith(mark ? head.subarray(3) : head, iterator));
    }
  } finally {
    await iterator.return?.();
  }
}
