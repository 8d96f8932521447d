import { attachFile, type SentFile } from '@/db/commands/consignment/attach-file';
import type { AttachmentKind } from '@/lib/attachments/kinds';
import { drawScan } from '@/lib/demo/pictures/draw';
import type { Actor } from '@/lib/identity/actor';
import { minutesLater } from './a-desk';

/** A picture like no other with another number. */
export const aPicture = (number = 1): Uint8Array => drawScan('640399', number);

/** Bytes as a request brings them, in pieces. */
export function sent(content: Uint8Array | string): SentFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  async function* body() {
    for (let at = 0; at < bytes.length; at += 1_000) yield bytes.subarray(at, at + 1_000);
  }
  return { announcedBytes: bytes.length, body: body() };
}

/** Attaches a file a minute after the tests' instant. */
export function attach(actor: Actor, consignmentId: string, kind: AttachmentKind, content: Uint8Array | string) {
  const input = { consignmentId, kind, fileName: `${kind} of M. Silva` };
  return attachFile(actor, input, sent(content), minutesLater(1));
}

/** All the bytes of a stream. */
export async function wholeOf(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces);
}
