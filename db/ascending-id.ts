import { randomBytes } from 'node:crypto';

/** Values that the twelve bits after the version hold. */
const PER_MILLISECOND = 4_096;

/**
 * Makes UUIDs of version 7 (RFC 9562) that ascend: each is greater than the one before, also within a millisecond and when the
 * clock steps back, so that rows of one moment stand in the order they were written. Ids of several processes ascend by their clocks.
 */
export function ascendingIds(clock: () => number = Date.now): () => string {
  let millisecond = 0;
  let count = 0;
  return () => {
    const now = clock();
    count = now > millisecond ? 0 : count + 1;
    millisecond = Math.max(now, millisecond);
    if (count === PER_MILLISECOND) {
      millisecond += 1;
      count = 0;
    }
    const time = millisecond.toString(16).padStart(12, '0');
    const order = count.toString(16).padStart(3, '0');
    const random = randomBytes(8);
    random[0] = ((random[0] ?? 0) & 0x3f) | 0x80;
    const tail = random.toString('hex');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-${tail.slice(0, 4)}-${tail.slice(4)}`;
  };
}
