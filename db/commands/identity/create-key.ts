import 'server-only';
import { randomBytes, randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { apiKeys, partners } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { apiKeyHash, apiKeyPrefix, apiKeyText } from '@/lib/identity/api-key';
import { CREATE_KEY_INPUT } from '@/lib/identity/inputs';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';

/** Makes a bearer key for a partner in use. The key is given once, here; only its hash is kept. @throws NotFoundError */
export async function createKey(
  actor: Actor,
  input: z.input<typeof CREATE_KEY_INPUT>,
  at = new Date(),
): Promise<{ keyId: string; key: string }> {
  authorise(actor, 'admin.partners');
  const { partnerId } = parseInput(CREATE_KEY_INPUT, input);
  const key = apiKeyText(randomBytes(32));
  const keyId = randomUUID();
  await inTransaction(async (tx) => {
    const [partner] = await tx
      .select({ id: partners.id })
      .from(partners)
      .where(and(eq(partners.id, partnerId), isNull(partners.disabledAt)))
      .for('share');
    if (!partner) throw new NotFoundError('partner');
    const prefix = apiKeyPrefix(key);
    await tx.insert(apiKeys).values({ id: keyId, partnerId, prefix, keyHash: apiKeyHash(key), createdAt: at });
    await writeAudit(
      tx,
      actor,
      { action: 'admin.create_key', subjectType: 'api_key', subjectId: keyId, details: { partnerId, prefix } },
      at,
    );
  });
  return { keyId, key };
}
