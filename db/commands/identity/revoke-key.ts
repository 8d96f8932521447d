import 'server-only';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { endKey } from '@/db/api-keys';
import { apiKeys } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { REVOKE_KEY_INPUT } from '@/lib/identity/inputs';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';

/** Makes a bearer key worthless from its next use on. @throws NotFoundError, RefusedError `already_revoked` */
export async function revokeKey(actor: Actor, input: z.input<typeof REVOKE_KEY_INPUT>, at = new Date()): Promise<void> {
  authorise(actor, 'admin.partners');
  const { keyId, reason } = parseInput(REVOKE_KEY_INPUT, input);
  await inTransaction(async (tx) => {
    const [key] = await tx.select().from(apiKeys).where(eq(apiKeys.id, keyId));
    if (!key) throw new NotFoundError('api_key');
    await endKey(tx, actor, key, { action: 'admin.revoke_key', reason }, at);
  });
}
