import 'server-only';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import type { AuditDetails } from '@/lib/audit/known-details';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';

type Facts = Extract<AuditDetails[string], Readonly<Record<string, unknown>>>;
type PartnerChange = {
  readonly partnerId: string;
  readonly reason: string;
  /** Only what changed, in the words of the log. */
  readonly before: Facts;
  readonly after: Facts;
};

/** Notes in the transaction of a change to a partner what it was, what it is, and why. */
export async function auditPartnerChange(
  actor: Actor,
  tx: Tx,
  { partnerId, reason, before, after }: PartnerChange,
  at: Date,
): Promise<void> {
  authorise(actor, 'admin.partners');
  const details = { before, after };
  await writeAudit(
    tx,
    actor,
    { action: 'admin.change_partner', subjectType: 'partner', subjectId: partnerId, reason, details },
    at,
  );
}
