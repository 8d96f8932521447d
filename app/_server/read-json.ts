import 'server-only';
import type { NextRequest } from 'next/server';

/** Longest body of a call that takes a few words: two thousand characters, however they are written. */
const BYTES_MAX = 64 * 1024;

/** The JSON a request brings; undefined where it brings none, or more than a few words. */
export async function readJson(request: NextRequest): Promise<unknown> {
  if (Number(request.headers.get('content-length') ?? 0) > BYTES_MAX) return undefined;
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of (request.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    length += piece.length;
    if (length > BYTES_MAX) return undefined;
    pieces.push(piece);
  }
  try {
    return JSON.parse(Buffer.concat(pieces).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
