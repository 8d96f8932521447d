import 'server-only';
import { and, asc, desc, eq, gt, lt, lte, or } from 'drizzle-orm';
import { db } from '@/db/connection';
import { shownTo } from '@/db/queries/clearance/scope';
import { clearances, profileHits } from '@/db/schema';
import { type AuditCursor, cursorText } from '@/lib/audit/filter';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';

const PAGE_ROWS = 20;

export type ProfileHitRow = Pick<
  typeof clearances.$inferSelect,
  'consignmentId' | 'reference' | 'headline' | 'laneEffective' | 'status' | 'examinationOutcome'
> &
  Pick<typeof profileHits.$inferSelect, 'mode' | 'keptBack' | 'hasSlot' | 'consignmentVersion'> & {
    readonly hitAt: string;
  };

/** The consignments of the reader's offices that met a version, the latest first; `next` names where the next page goes on. */
export async function listProfileHits(
  actor: Actor,
  { profileId, version, before }: { profileId: string; version: number; before: AuditCursor | null },
): Promise<{ rows: ProfileHitRow[]; next: string | null }> {
  authorise(actor, 'profile.read');
  const { hitAt, consignmentId } = profileHits;
  const found = await db()
    .select({
      consignmentId,
      reference: clearances.reference,
      headline: clearances.headline,
      laneEffective: clearances.laneEffective,
      status: clearances.status,
      examinationOutcome: clearances.examinationOutcome,
      mode: profileHits.mode,
      keptBack: profileHits.keptBack,
      hasSlot: profileHits.hasSlot,
      consignmentVersion: profileHits.consignmentVersion,
      hitAt,
    })
    .from(profileHits)
    .innerJoin(
      clearances,
      and(eq(clearances.consignmentId, consignmentId), eq(clearances.receivedOn, profileHits.receivedOn)),
    )
    .where(
      and(
        eq(profileHits.profileId, profileId),
        eq(profileHits.version, version),
        shownTo(actor),
        before
          ? and(
              lte(hitAt, before.at),
              or(lt(hitAt, before.at), and(eq(hitAt, before.at), gt(consignmentId, before.id))),
            )
          : undefined,
      ),
    )
    .orderBy(desc(hitAt), asc(consignmentId))
    .limit(PAGE_ROWS + 1);
  const rows = found.slice(0, PAGE_ROWS);
  const last = rows.at(-1);
  return {
    rows: rows.map((row) => ({ ...row, hitAt: row.hitAt.toISOString() })),
    next: found.length > PAGE_ROWS && last ? cursorText({ at: last.hitAt, id: last.consignmentId }) : null,
  };
}
