import 'server-only';
import { writeAudit } from '@/db/audit';
import { inTransaction } from '@/db/transaction';
import type { AuditFilter } from '@/lib/audit/filter';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';

/** Notes that the audit log was exported, and under which filter, before the first row leaves. */
export async function recordAuditExport(actor: Actor, filter: AuditFilter, at = new Date()): Promise<void> {
  authorise(actor, 'audit.read');
  const given = Object.entries(filter).filter(([name, value]) => value !== undefined && name !== 'actor');
  await inTransaction((tx) =>
    writeAudit(
      tx,
      actor,
      {
        action: 'audit.export',
        subjectType: 'permission',
        subjectId: 'audit.read',
        details: { filter: Object.fromEntries(given) },
      },
      at,
    ),
  );
}
