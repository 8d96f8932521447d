import { z } from 'zod';
import { storable } from '@/lib/kernel/storable';

const reason = z.string().trim().min(3, 'reason_required').max(500, 'too_big').transform(storable);

/** One match of one consignment, as it was shown. */
export const DISMISS_INPUT = z.strictObject({
  consignmentId: z.guid(),
  party: z.enum(['sender', 'recipient', 'seller']),
  list: z.string().min(1).max(100),
  entryId: z.string().min(1).max(200),
  edition: z.string().min(1).max(200),
  reason,
});
export const WITHDRAW_DISMISSAL_INPUT = z.strictObject({ dismissalId: z.guid(), reason });
