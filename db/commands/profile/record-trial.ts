import 'server-only';
import { recentLook, writeAudit } from '@/db/audit';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { sha256Hex } from '@/lib/kernel/ids';
import { type Group, isGroup } from '@/lib/profile/tree';

/** The fields that conditions ask for, each once. */
function fieldsOf(group: Group): string[] {
  const fields = group.rules.flatMap((rule) => (isGroup(rule) ? fieldsOf(rule) : [rule.field]));
  return [...new Set(fields)].sort();
}

/**
 * Notes that somebody tried conditions on consignments, with the fields they ask for: conditions on a seller find consignments as a
 * search does. What was typed is not kept. Trials of the same fields within ten minutes are one.
 */
export async function recordTrial(actor: Actor, tree: Group, at = new Date()): Promise<void> {
  authorise(actor, 'profile.read');
  const fields = fieldsOf(tree);
  const subjectId = `trial ${sha256Hex(fields.join(' ')).slice(0, 12)}`;
  const look = { action: 'profile.try', subjectType: 'profile', subjectId } as const;
  await inTransaction(async (tx) => {
    if (!(await recentLook(tx, actor, look, at))) await writeAudit(tx, actor, { ...look, details: { fields } }, at);
  });
}
