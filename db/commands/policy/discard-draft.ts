import 'server-only';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { discardedDrafts } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { DISCARD_DRAFT_INPUT } from '@/lib/policy/draft';
import { holdDraft } from './write-draft';

/** Throws a draft of one's own away; its versions stay to be read in the record. @throws NotFoundError; RefusedError `changed_meanwhile` */
export async function discardDraft(
  actor: Actor,
  input: z.input<typeof DISCARD_DRAFT_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'policy.write');
  const { draftId, draftVersion, reason } = parseInput(DISCARD_DRAFT_INPUT, input);
  await inTransaction(async (tx) => {
    await holdDraft(tx, actor, draftId, draftVersion);
    const by = { discardedAt: at, discardedBy: actor.id, discardedByName: actor.name };
    await tx.insert(discardedDrafts).values({ draftId, reason, ...by });
    await writeAudit(
      tx,
      actor,
      {
        action: 'policy.discard_draft',
        subjectType: 'policy_change',
        subjectId: draftId,
        officeId: null,
        reason,
        details: { version: draftVersion },
      },
      at,
    );
  });
}
