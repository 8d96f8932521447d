import 'server-only';
import { sql } from 'drizzle-orm';
import { lockClearances } from '@/db/commands/intake/lock-clearances';
import { db } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { keepFacts } from '@/db/queries/privacy/keep-facts';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays, dayOf } from '@/lib/kernel/dates';
import type { Policy } from '@/lib/policy/policy';
import { decideDue } from '@/lib/privacy/retention';
import { eraseAttachments } from './erase-attachments';
import { lockErasing } from './lock-erasing';
import { noteBatch } from './note-batch';

/** Files looked at in one transaction. */
const FILES_A_BATCH = 100;

type File = { readonly attachmentId: string; readonly consignmentId: string; readonly receivedOn: string };

/** Erases the next pictures and papers whose period of keeping is over and that may be evidence for nothing; see `eraseConsignmentsDue`. */
export async function eraseAttachmentsDue(
  actor: Actor,
  after: File | null,
  at = new Date(),
): Promise<{ readonly erased: number; readonly next: File | null }> {
  authorise(actor, 'privacy.erase');
  const today = dayOf(at);
  const policy = await policyInForce(db(), today);
  const period = policy.retention.get('attachments');
  if (!period) return { erased: 0, next: null };
  const files = await candidates(addDays(today, -period.days), after);
  const next = files.length === FILES_A_BATCH ? (files.at(-1) ?? null) : null;
  const likely = await dueAmong(db(), files, policy, today);
  if (likely.length === 0) return { erased: 0, next };
  const erased = await inTransaction(async (tx) => {
    await lockErasing(tx, 'alone');
    // Who lodges an appeal, places a hold or opens an audit meanwhile waits, or has done it before the look below.
    await lockClearances(
      tx,
      likely.map(({ consignmentId }) => consignmentId),
    );
    const due = await dueAmong(tx, likely, policy, today);
    const ids = due.map(({ attachmentId }) => attachmentId);
    const gone = await eraseAttachments(tx, actor, ids, at);
    if (gone > 0) await noteBatch(tx, actor, { kind: 'attachments', erased: gone, policyVersion: policy.version }, at);
    return gone;
  });
  return { erased, next };
}

/** The next that came before a day and are there. */
async function candidates(before: string, after: File | null): Promise<File[]> {
  const beyond = after
    ? sql`and (a.consignment_id, a.attachment_id) > (${after.consignmentId}::uuid, ${after.attachmentId}::uuid)`
    : sql``;
  const { rows } = await db().execute<File>(sql`
    select a.attachment_id as "attachmentId", a.consignment_id as "consignmentId", i.received_on::text as "receivedOn"
      from consignment.attachments a join consignment.identities i on i.consignment_id = a.consignment_id
     where a.erased_at is null and a.sent_at < ${before}::date ${beyond}
     order by a.consignment_id, a.attachment_id limit ${FILES_A_BATCH}`);
  return rows;
}

/** Those whose consignment has nothing open, and whose period is over. */
async function dueAmong(
  from: Parameters<typeof keepFacts>[0],
  files: readonly File[],
  policy: Policy,
  today: string,
): Promise<File[]> {
  const facts = await keepFacts(from, files);
  return files.filter(({ consignmentId }) => {
    const own = facts.get(consignmentId);
    return own !== undefined && decideDue('attachments', own.done, own.open, policy, today).isDue;
  });
}
