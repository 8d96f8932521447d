import 'server-only';
import { writeAudit } from '@/db/audit';
import { inTransaction } from '@/db/transaction';
import type { AuditSubject } from '@/lib/audit/subjects';
import type { Actor } from '@/lib/identity/actor';
import type { Permission } from '@/lib/identity/permissions';
import type { Reason } from '@/lib/kernel/problem';

export type RefusedAttempt = {
  readonly attempt: Permission;
  readonly reasons: readonly Reason[];
  readonly subject?: { readonly type: AuditSubject; readonly id: string };
};

/** Notes after the rollback that something was tried and refused, and why. Needs no permission: those without one are noted too. */
export async function recordRefusedAttempt(actor: Actor, refused: RefusedAttempt): Promise<void> {
  const { attempt, reasons, subject } = refused;
  await inTransaction((tx) =>
    writeAudit(tx, actor, {
      action: 'attempt.refused',
      subjectType: subject?.type ?? 'permission',
      subjectId: subject?.id.slice(0, 200) ?? attempt,
      details: { attempt, reasons: reasons.map((reason) => reason.code) },
    }),
  );
}
