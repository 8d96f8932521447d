import 'server-only';
import type { z } from 'zod';
import { addKey, lockPartnerInUse, type NewKey } from '@/db/api-keys';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { CREATE_KEY_INPUT } from '@/lib/identity/inputs';
import { authorise } from '@/lib/identity/permissions';
import { requireConfirmed } from '@/lib/identity/step-up';

/** Makes a live bearer key for a partner in use. @throws NotFoundError */
export async function createKey(
  actor: Actor,
  input: z.input<typeof CREATE_KEY_INPUT>,
  at = new Date(),
): Promise<NewKey> {
  authorise(actor, 'admin.partners');
  const { partnerId } = parseInput(CREATE_KEY_INPUT, input);
  requireConfirmed(actor, at);
  return inTransaction(async (tx) => {
    await lockPartnerInUse(tx, partnerId);
    return addKey(tx, actor, { partnerId, kind: 'live', action: 'admin.create_key' }, at);
  });
}
