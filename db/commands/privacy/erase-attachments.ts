import 'server-only';
import { and, inArray, isNull } from 'drizzle-orm';
import { dropContent } from '@/db/commands/consignment/drop-content';
import { lockContent } from '@/db/commands/consignment/lock-content';
import type { Tx } from '@/db/connection';
import { attachments } from '@/db/schema';
import { PERIOD_OVER } from '@/lib/attachments/kinds';
import type { Actor } from '@/lib/identity/actor';

/** Takes files away whose period is over: names and bytes, unless another file shows the same bytes. Gives how many went. For who has authorised. */
export async function eraseAttachments(
  tx: Tx,
  actor: Actor,
  attachmentIds: readonly string[],
  at: Date,
): Promise<number> {
  if (attachmentIds.length === 0) return 0;
  const there = and(inArray(attachments.attachmentId, [...attachmentIds]), isNull(attachments.erasedAt));
  const shown = await tx.selectDistinct({ sha256: attachments.sha256 }).from(attachments).where(there);
  // In one order, so that two who lock several never wait for each other.
  const contents = shown.map(({ sha256 }) => sha256).sort();
  for (const sha256 of contents) await lockContent(tx, sha256, 'alone');
  const erased = { erasedAt: at, erasedBy: actor.id, erasedByName: actor.name, eraseReason: PERIOD_OVER } as const;
  const gone = await tx
    .update(attachments)
    .set({ ...erased, fileName: null, caption: null })
    .where(there)
    .returning({ id: attachments.attachmentId });
  for (const sha256 of contents) await dropContent(tx, sha256);
  return gone.length;
}
