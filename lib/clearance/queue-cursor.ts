import { parseInstant } from '@/lib/kernel/dates';
import { isUuid } from '@/lib/kernel/ids';

/**
 * Where a page of the queue ends. Pages go by time left to act, then score, then id: all of one flight arrive together, and
 * within it the highest score comes first. For the decided tab `at` is the instant of the decision.
 */
export type QueueCursor = { readonly at: Date; readonly score: number; readonly consignmentId: string };

/** The cursor as text for an address. */
export function formatCursor(cursor: QueueCursor): string {
  return `${cursor.at.toISOString()}~${cursor.score}~${cursor.consignmentId}`;
}

/** Reads a cursor; null when it is none, so that a damaged address shows the first page. */
export function parseCursor(text: string | null | undefined): QueueCursor | null {
  const [instant = '', score = '', consignmentId = ''] = (text ?? '').split('~');
  const at = parseInstant(instant);
  if (!at || !/^\d{1,3}$/.test(score) || !isUuid(consignmentId)) return null;
  return { at, score: Number(score), consignmentId };
}
