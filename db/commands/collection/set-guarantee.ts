import 'server-only';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { guaranteeOn, guaranteeRevision } from '@/db/queries/collection/balance';
import { guarantees } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import { GUARANTEE_INPUT } from '@/lib/collection/inputs';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { refuse } from '@/lib/kernel/errors';
import { accountAndAmount } from './account-for';
import { lockCover } from './allot-cover';
import { releaseAfter } from './release-covered';

/**
 * Sets what secures the deferment of an account, and releases what waited for it (Regulation (EU) No 952/2013, Articles 89 and 110); what was set before stays to be read.
 * @throws NotFoundError of another office's account; RefusedError `collection.amount_malformed`, `collection.day_past`,
 * `collection.guarantee_changed` where somebody was faster
 */
export async function setGuarantee(
  actor: Actor,
  input: z.input<typeof GUARANTEE_INPUT>,
  at = new Date(),
): Promise<{ readonly revision: number }> {
  authorise(actor, 'revenue.collect');
  const { revision: seen, reference, validTo, reason, ...typed } = parseInput(GUARANTEE_INPUT, input);
  const today = dayOf(at);
  const set = await inTransaction(async (tx) => {
    const { account, amountMinor } = await accountAndAmount(tx, actor, typed, at);
    if (validTo !== null && validTo < today) throw refuse('collection.day_past', { day: validTo });
    const { accountId, officeId } = account;
    // Whoever allots of the account reads its limit under this lock, and so the new one or the one before, never both.
    await lockCover(tx, [accountId]);
    const before = await guaranteeOn(tx, accountId, today);
    const revision = seen + 1;
    const signed = { setBy: actor.id, setByName: actor.name, setAt: at };
    const written =
      (await guaranteeRevision(tx, accountId)) === seen
        ? await tx
            .insert(guarantees)
            .values({ accountId, revision, amountMinor, reference, validTo, reason, ...signed })
            .onConflictDoNothing()
            .returning({ revision: guarantees.revision })
        : [];
    if (written.length === 0) throw refuse('collection.guarantee_changed');
    const details = {
      before: { amountMinor: before?.amountMinor.toString() ?? null, validTo: before?.validTo ?? null },
      after: { amountMinor: amountMinor.toString(), validTo },
      revision,
    };
    const subject = { subjectType: 'account' as const, subjectId: accountId, officeId };
    await writeAudit(tx, actor, { action: 'revenue.set_guarantee', ...subject, details, reason }, at);
    return { revision };
  });
  await releaseAfter([typed.accountId], at);
  return set;
}
