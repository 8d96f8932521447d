import 'server-only';
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { partners } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { PARTNER_WITH_REASON_INPUT } from '@/lib/identity/inputs';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { auditPartnerChange } from './audit-partner-change';

type Input = z.input<typeof PARTNER_WITH_REASON_INPUT>;

/** Shuts a partner out: its keys and its people are refused at the next request; what it sent stays. @throws RefusedError `already_disabled` */
export async function disablePartner(actor: Actor, input: Input, at = new Date()): Promise<void> {
  authorise(actor, 'admin.partners');
  await setUse(actor, input, false, at);
}

/** Lets a partner in again; revoked keys stay revoked. @throws RefusedError `not_disabled` */
export async function enablePartner(actor: Actor, input: Input, at = new Date()): Promise<void> {
  authorise(actor, 'admin.partners');
  await setUse(actor, input, true, at);
}

async function setUse(actor: Actor, input: Input, isInUse: boolean, at: Date): Promise<void> {
  const { partnerId, reason } = parseInput(PARTNER_WITH_REASON_INPUT, input);
  await inTransaction(async (tx) => {
    const [partner] = await tx.select({ id: partners.id }).from(partners).where(eq(partners.id, partnerId));
    if (!partner) throw new NotFoundError('partner');
    const changed = await tx
      .update(partners)
      .set({ disabledAt: isInUse ? null : at })
      .where(and(eq(partners.id, partnerId), isInUse ? isNotNull(partners.disabledAt) : isNull(partners.disabledAt)))
      .returning({ id: partners.id });
    if (changed.length === 0) throw refuse(isInUse ? 'not_disabled' : 'already_disabled');
    const change = { partnerId, reason, before: { inUse: !isInUse }, after: { inUse: isInUse } };
    await auditPartnerChange(actor, tx, change, at);
  });
}
