import { z } from 'zod';
import { SUBSCRIBABLE_KINDS } from './told-kinds';

const id = z.uuid();
const kinds = z
  .array(z.enum(SUBSCRIBABLE_KINDS, 'invalid_value'))
  .min(1, 'kinds_required')
  .max(SUBSCRIBABLE_KINDS.length, 'too_big')
  // A form in which nothing is ticked sends nothing at all.
  .prefault([]);
/** The state of the subscription a person saw: a change made meanwhile is not overwritten. */
const rowVersion = z.coerce.number().int().min(1);
const reason = z.string().trim().min(3, 'reason_required').max(500, 'too_big');

export const CREATE_SUBSCRIPTION_INPUT = z.strictObject({
  partnerId: id,
  url: z.string().trim().min(1, 'required'),
  kinds,
});
export const CHANGE_SUBSCRIPTION_INPUT = z.strictObject({ subscriptionId: id, rowVersion, kinds });
export const SUBSCRIPTION_WITH_REASON_INPUT = z.strictObject({ subscriptionId: id, reason });
export const NEW_SECRET_INPUT = z.strictObject({ subscriptionId: id, rowVersion });
export const SEND_TEST_INPUT = z.strictObject({ subscriptionId: id });
export const SEND_AGAIN_INPUT = z.strictObject({ deliveryId: id });
