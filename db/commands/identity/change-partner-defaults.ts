import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { partners } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { CHANGE_PARTNER_DEFAULTS_INPUT } from '@/lib/identity/inputs';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { auditPartnerChange } from './audit-partner-change';
import { checkDefaultOffice, toldDefaults } from './partner-defaults';

/**
 * Changes what messages of a partner mean where they name no office, arrival or channel. It acts on what is read from now on; what
 * was read stays. @throws NotFoundError; InvalidInputError `unknown_office`; RefusedError `changed_meanwhile`
 */
export async function changePartnerDefaults(
  actor: Actor,
  input: z.input<typeof CHANGE_PARTNER_DEFAULTS_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'admin.partners');
  const { partnerId, seenOfficeId, seenTransitDays, seenChannel, reason, ...defaults } = parseInput(
    CHANGE_PARTNER_DEFAULTS_INPUT,
    input,
  );
  const seen = { defaultOfficeId: seenOfficeId, transitDays: seenTransitDays, defaultChannel: seenChannel };
  await inTransaction(async (tx) => {
    const [partner] = await tx.select({ id: partners.id }).from(partners).where(eq(partners.id, partnerId));
    if (!partner) throw new NotFoundError('partner');
    await checkDefaultOffice(actor, tx, defaults);
    const changed = await tx
      .update(partners)
      .set(defaults)
      .where(
        and(
          eq(partners.id, partnerId),
          sql`${partners.defaultOfficeId} is not distinct from ${seen.defaultOfficeId}`,
          sql`${partners.transitDays} is not distinct from ${seen.transitDays}`,
          sql`${partners.defaultChannel} is not distinct from ${seen.defaultChannel}`,
        ),
      )
      .returning({ id: partners.id });
    if (changed.length === 0) throw refuse('changed_meanwhile');
    const change = { partnerId, reason, before: toldDefaults(seen), after: toldDefaults(defaults) };
    await auditPartnerChange(actor, tx, change, at);
  });
}
