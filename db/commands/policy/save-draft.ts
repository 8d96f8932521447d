import 'server-only';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { SAVE_DRAFT_INPUT } from '@/lib/policy/draft';
import { partDetails } from './part-details';
import { partsOf, writeDraft } from './write-draft';

/**
 * Keeps a change as a draft of its author: nothing acts, nobody else is asked, and what is missing or wrong is told when it is proposed.
 * @throws NotFoundError; InvalidInputError; RefusedError `changed_meanwhile` where the draft was written on since
 */
export async function saveDraft(
  actor: Actor,
  input: z.input<typeof SAVE_DRAFT_INPUT>,
  at = new Date(),
): Promise<{ draftId: string; version: number }> {
  authorise(actor, 'policy.write');
  const { draftId, draftVersion, parts: sent, ...rest } = parseInput(SAVE_DRAFT_INPUT, input);
  const parts = partsOf(sent);
  return inTransaction(async (tx) => {
    const saved = await writeDraft(tx, actor, { draftId, draftVersion }, { ...rest, parts }, at);
    await writeAudit(
      tx,
      actor,
      {
        action: 'policy.save_draft',
        subjectType: 'policy_change',
        subjectId: saved.draftId,
        officeId: null,
        details: { ...partDetails(parts), version: saved.version },
      },
      at,
    );
    return saved;
  });
}
