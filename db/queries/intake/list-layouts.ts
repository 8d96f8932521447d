import 'server-only';
import { and, desc, eq, sql } from 'drizzle-orm';
import { db, type Executor } from '@/db/connection';
import { csvLayouts, partners, submissions } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import type { Layout } from '@/lib/intake/layout';

/** A saved layout in use, as lists show it. */
export type LayoutRow = {
  readonly layoutId: string;
  readonly edition: number;
  readonly partnerName: string;
  /** The file it was made from, and the submission that keeps its bytes. */
  readonly fileName: string | null;
  readonly submissionId: string;
  readonly layout: Layout;
  readonly savedAt: string;
  readonly savedByName: string;
};

const LISTED = 200;

/** The newest edition of each layout. A partner has few. */
const newest = sql`${csvLayouts.edition} = (select max(n.edition) from ${csvLayouts} as n
  where n.partner_id = ${csvLayouts.partnerId} and n.fingerprint = ${csvLayouts.fingerprint})`;

/** The layouts a partner's files are read by; whoever asks has authorised. */
export async function layoutsInUse(
  from: Executor,
  partnerId: string,
): Promise<{ id: string; fingerprint: string; layout: Layout }[]> {
  return from
    .select({ id: csvLayouts.id, fingerprint: csvLayouts.fingerprint, layout: csvLayouts.layout })
    .from(csvLayouts)
    .where(and(eq(csvLayouts.partnerId, partnerId), eq(csvLayouts.isRetired, false), newest));
}

/** Saved layouts in use, the latest first; a partner sees its own only. */
export async function listLayouts(actor: Actor): Promise<readonly LayoutRow[]> {
  authorise(actor, 'intake.map');
  const isOwn = actor.role === 'partner';
  const rows = await db()
    .select({ edition: csvLayouts, partnerName: partners.name, fileName: submissions.fileName })
    .from(csvLayouts)
    .innerJoin(partners, eq(partners.id, csvLayouts.partnerId))
    .leftJoin(submissions, eq(submissions.id, csvLayouts.submissionId))
    .where(
      and(
        eq(csvLayouts.isRetired, false),
        newest,
        isOwn ? (actor.partnerId ? eq(csvLayouts.partnerId, actor.partnerId) : sql`false`) : undefined,
      ),
    )
    .orderBy(desc(csvLayouts.savedAt), desc(csvLayouts.id))
    .limit(LISTED);
  return rows.map(({ edition, partnerName, fileName }) => ({
    layoutId: edition.id,
    edition: edition.edition,
    partnerName,
    fileName,
    submissionId: edition.submissionId,
    layout: edition.layout,
    savedAt: edition.savedAt.toISOString(),
    savedByName: edition.savedByName,
  }));
}
