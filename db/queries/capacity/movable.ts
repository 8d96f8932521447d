import 'server-only';
import { type SQL, sql } from 'drizzle-orm';

/** Of a clearance named `c`. Nobody has begun with it: as long as it is so, it may give way. */
export const IS_UNTOUCHED: SQL = sql`(c.status = 'selected' and c.claimed_by is null and c.decided_by is null
  and c.open_holds = 0 and c.open_referrals = 0 and c.answered_for is null and c.examination_outcome = 'none' and not c.is_returned
  and c.claim_number = 0 and c.snooze is null and c.skipped_by is null)`;

/** Of a clearance named `c`. Released for want of a slot, by nobody. */
export const CAN_COME_BACK: SQL = sql`(c.status = 'released' and c.decided_by is null and c.selection_reason = 'no_capacity')`;

/**
 * Of a selection named `s` and its clearance `c`. The control it holds a slot for has not been, and will not be, carried out: it was
 * withdrawn, or decided without anybody looking at the goods. A check of the papers is done by who decides.
 */
export const GIVES_SLOT_BACK: SQL = sql`(c.status = 'withdrawn' or (c.status in ('released', 'seized')
  and s.control is not null and s.control in ('nii', 'physical') and c.examination_outcome in ('none', 'not_done')))`;
