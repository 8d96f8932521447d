import 'server-only';
import { logLine, messageOf } from '@/db/log';
import { NotFoundError, RefusedError } from '@/lib/kernel/errors';
import type { Reason } from '@/lib/kernel/problem';
import type { Changed } from './write-change';

/** What came of one of several: it was done, or every reason why not. */
export type Outcome =
  | { readonly consignmentId: string; readonly changed: Changed }
  | { readonly consignmentId: string; readonly reasons: readonly Reason[] };

/**
 * Does the same with each, one after the other, each by itself: what is refused of one holds up no other. An error nobody expected is
 * logged and told of its row (`act_failed`), whose transaction changed nothing; who asked must learn what was done beside it.
 */
export async function eachOf<Row extends { readonly consignmentId: string }>(
  rows: readonly Row[],
  act: (row: Row) => Promise<Changed>,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const row of rows) {
    const { consignmentId } = row;
    try {
      outcomes.push({ consignmentId, changed: await act(row) });
    } catch (error) {
      if (error instanceof RefusedError) outcomes.push({ consignmentId, reasons: error.reasons });
      else if (error instanceof NotFoundError) outcomes.push({ consignmentId, reasons: [{ code: 'not_found' }] });
      else {
        logLine('error', 'each.failed', { consignmentId, message: messageOf(error) });
        outcomes.push({ consignmentId, reasons: [{ code: 'act_failed' }] });
      }
    }
  }
  return outcomes;
}
