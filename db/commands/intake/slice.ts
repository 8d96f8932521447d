import 'server-only';

/** Size of one stored piece of a submission. */
export const CHUNK_BYTES = 1_048_576;

/** Regroups a stream of any pieces into pieces of `CHUNK_BYTES`, the last one shorter; one piece is held at a time. */
export async function* slice(body: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body) {
    let rest = piece;
    while (size + rest.length >= CHUNK_BYTES) {
      const room = CHUNK_BYTES - size;
      held.push(rest.subarray(0, room));
      yield Buffer.concat(held);
      held = [];
      size = 0;
      rest = rest.subarray(room);
    }
    if (rest.length > 0) {
      held.push(rest);
      size += rest.length;
    }
  }
  if (size > 0) yield Buffer.concat(held);
}
