import { parseInstant } from '@/lib/kernel/dates';
import { isUuid } from '@/lib/kernel/ids';

/**
 * Where a page of the queue ends. Pages go by time left to act, then score, then value, then id: all of one flight arrive together, and
 * within it the highest score comes first, of equal scores the highest value. For the decided tab `at` is the instant of the decision.
 */
export type QueueCursor = {
  readonly at: Date;
  readonly score: number;
  readonly valueMinor: bigint;
  readonly consignmentId: string;
};

/** The cursor as text for an address. */
export function formatCursor(cursor: QueueCursor): string {
  return `${cursor.at.toISOString()}~${cursor.score}~${cursor.valueMinor}~${cursor.consignmentId}`;
}

/** Reads a cursor; null when it is none, so that a damaged address shows the first page. */
export function parseCursor(text: string | null | undefined): QueueCursor | null {
  const [instant = '', score = '', value = '', consignmentId = ''] = (text ?? '').split('~');
  const at = parseInstant(instant);
  if (!at || !/^\d{1,3}$/.test(score) || !/^\d{1,18}$/.test(value) || !isUuid(consignmentId)) return null;
  return { at, score: Number(score), valueMinor: BigInt(value), consignmentId };
}
