import 'server-only';
import { randomUUID } from 'node:crypto';
import type { AuditEntry } from '@/lib/audit/actions';
import type { Actor } from '@/lib/identity/actor';
import { dayOf } from '@/lib/kernel/dates';
import type { Tx } from './connection';
import { insertSet } from './insert-set';
import { auditLog } from './schema';

/** Writes one audit row in the transaction of the change it tells of: the change fails when the row cannot be written. */
export async function writeAudit(tx: Tx, actor: Actor, entry: AuditEntry, at = new Date()): Promise<void> {
  await tx.insert(auditLog).values(rowOf(actor, entry, at));
}

/** Writes the audit rows of a batch set-wise. */
export async function writeAudits(
  tx: Tx,
  actor: Actor,
  entries: readonly AuditEntry[],
  at = new Date(),
): Promise<void> {
  await insertSet(
    tx,
    auditLog,
    entries.map((entry) => rowOf(actor, entry, at)),
  );
}

function rowOf(actor: Actor, entry: AuditEntry, at: Date): typeof auditLog.$inferInsert & { id: string } {
  return {
    id: randomUUID(),
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
