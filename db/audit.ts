import 'server-only';
import { and, desc, eq, gt, gte } from 'drizzle-orm';
import type { AuditEntry } from '@/lib/audit/actions';
import type { Actor } from '@/lib/identity/actor';
import { dayOf } from '@/lib/kernel/dates';
import { ascendingIds } from './ascending-id';
import type { Tx } from './connection';
import { insertSet } from './insert-set';
import { auditLog, unsealed } from './schema';

/** Rows of one moment are read in the order they were written. */
const nextId = ascendingIds();

/** Writes one audit row in the transaction of the change it tells of: the change fails when the row cannot be written. */
export async function writeAudit(tx: Tx, actor: Actor, entry: AuditEntry, at = new Date()): Promise<void> {
  await writeRows(tx, [rowOf(actor, entry, at)]);
}

/** Writes the audit rows of a batch set-wise. */
export async function writeAudits(
  tx: Tx,
  actor: Actor,
  entries: readonly AuditEntry[],
  at = new Date(),
): Promise<void> {
  await writeRows(
    tx,
    entries.map((entry) => rowOf(actor, entry, at)),
  );
}

/** Each row waits for its seal from the moment it is there. */
async function writeRows(tx: Tx, rows: readonly ReturnType<typeof rowOf>[]): Promise<void> {
  await insertSet(tx, auditLog, rows);
  await insertSet(
    tx,
    unsealed,
    rows.map(({ id, receivedOn }) => ({ auditId: id, receivedOn })),
  );
}

/** Looks of one person at one thing within this time are one look: every act draws the screen anew. */
export const ONE_LOOK_MS = 10 * 60_000;

/** What the audit log holds of the person's last look at a subject, where that is no more than ten minutes old. */
export async function recentLook(
  tx: Tx,
  actor: Actor,
  { action, subjectType, subjectId }: Pick<AuditEntry, 'action' | 'subjectType' | 'subjectId'>,
  at: Date,
): Promise<typeof auditLog.$inferSelect | null> {
  const since = new Date(at.getTime() - ONE_LOOK_MS);
  const [last] = await tx
    .select()
    .from(auditLog)
    .where(
      and(
        eq(auditLog.subjectType, subjectType),
        eq(auditLog.subjectId, subjectId),
        gt(auditLog.at, since),
        gte(auditLog.receivedOn, dayOf(since)),
        eq(auditLog.actorId, actor.id),
        eq(auditLog.action, action),
      ),
    )
    .orderBy(desc(auditLog.at))
    .limit(1);
  return last ?? null;
}

function rowOf(actor: Actor, entry: AuditEntry, at: Date): typeof auditLog.$inferInsert & { id: string } {
  return {
    id: nextId(),
    receivedOn: dayOf(at),
    at,
    actorId: actor.id,
    actorName: actor.name,
    role: actor.role,
    officeId: entry.officeId === undefined ? actor.officeId : entry.officeId,
    action: entry.action,
    subjectType: entry.subjectType,
    subjectId: entry.subjectId,
    details: entry.details ?? {},
    reason: entry.reason ?? null,
  };
}
