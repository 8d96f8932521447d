import 'server-only';
import { gt } from 'drizzle-orm';
import { db } from '@/db/connection';
import { viewers } from '@/db/schema';
import { VIEWER_GONE_MS, type Viewer } from '@/lib/clearance/viewers';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';

export type OfficeViewer = Viewer & { readonly officeId: string };

/** Who has the page of which consignment open, of every office, for the one reader of a server process that all its open pages share. */
export async function viewersNow(actor: Actor, at = new Date()): Promise<readonly OfficeViewer[]> {
  authorise(actor, 'clearance.queue');
  const { officeId, consignmentId, userId, name } = viewers;
  return db()
    .selectDistinct({ officeId, consignmentId, userId, name })
    .from(viewers)
    .where(gt(viewers.seenAt, new Date(at.getTime() - VIEWER_GONE_MS)));
}
