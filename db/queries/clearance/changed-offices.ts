import 'server-only';
import { and, eq, gt, like, or } from 'drizzle-orm';
import { db } from '@/db/connection';
import { auditLog } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';

/** One change to what offices have to do. `officeId` null: it may be of any. */
export type OfficeChange = { readonly id: string; readonly officeId: string | null };

/**
 * What changed the queue of any office since an instant, for the one reader of a server process that all its open pages share: every
 * command leaves its row in the log, so that no table need be written for this. Reads the index of the log by time.
 */
export async function changedOffices(actor: Actor, since: Date): Promise<readonly OfficeChange[]> {
  authorise(actor, 'clearance.queue');
  return db()
    .select({ id: auditLog.id, officeId: auditLog.officeId })
    .from(auditLog)
    .where(and(gt(auditLog.at, since), or(like(auditLog.action, 'clearance.%'), eq(auditLog.action, 'intake.process'))))
    .limit(CHANGES_MAX);
}

/** More than this since the last look tell nothing more: by then every office has changed. */
const CHANGES_MAX = 5_000;
