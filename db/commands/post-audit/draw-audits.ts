import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, gte, inArray, isNull, lte, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { recordEvents } from '@/db/commands/clearance/change/record-event';
import { NEVER_AUDITED } from '@/db/queries/post-audit/audit-rows';
import { clearances, postAudits } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { DRAW_AUDITS_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import { decideDraw, probabilityOf } from '@/lib/clearance/post-audit';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { accept } from '../clearance/change/open-change';

export type AuditsDrawn = { readonly drawn: number; readonly among: number };

/** A quarter of releases of a large office is read for one draw, more than a page may take. */
const DRAW_LIMIT = { statementTimeoutMs: 60_000 };

/**
 * Draws some of what the blue lane of an office released by itself, by the days it was received, to be audited: each with the same chance,
 * which is kept, and never what was audited before. The order is that of a hash of the draw's own id, so that whoever knows it can repeat
 * it (Regulation (EU) No 952/2013, Articles 46(1) and 48). @throws NotFoundError for a foreign office, RefusedError `post_audit.*`
 */
export async function drawAudits(
  actor: Actor,
  input: z.input<typeof DRAW_AUDITS_INPUT>,
  at = new Date(),
): Promise<AuditsDrawn> {
  authorise(actor, 'clearance.draw_audits');
  const { officeId, from, to, count } = parseInput(DRAW_AUDITS_INPUT, input);
  if (!actor.officeIds.includes(officeId)) throw new NotFoundError('office');
  accept(decideDraw({ from, to }, dayOf(at)));
  const drawId = randomUUID();
  return inTransaction(async (tx) => {
    const isReleasedBlue = and(
      eq(clearances.officeId, officeId),
      eq(clearances.laneEffective, 'blue'),
      eq(clearances.status, 'released'),
      isNull(clearances.decidedBy),
      gte(clearances.receivedOn, from),
      lte(clearances.receivedOn, to),
      NEVER_AUDITED,
    );
    // Drawn one after the other: two draws at once would each count what the other takes.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`draw audits of ${officeId}`}, 0))`);
    const among = await tx.$count(clearances, isReleasedBlue);
    if (among === 0) throw refuse('post_audit.nothing_to_draw');
    // Ids alone, from the index: the rows themselves are read of those that are drawn.
    const ids = await tx
      .select({ consignmentId: clearances.consignmentId })
      .from(clearances)
      .where(isReleasedBlue)
      .orderBy(sql`md5(${drawId} || ${clearances.consignmentId}::text)`)
      .limit(count);
    const isDrawn = inArray(
      clearances.consignmentId,
      ids.map(({ consignmentId }) => consignmentId),
    );
    const rows = await tx
      .select({
        consignmentId: clearances.consignmentId,
        receivedOn: clearances.receivedOn,
        partnerId: clearances.partnerId,
        reference: clearances.reference,
      })
      .from(clearances)
      .where(and(isDrawn, isReleasedBlue));
    const probability = probabilityOf(rows.length, among);
    const opened = { openedBy: actor.id, openedByName: actor.name, openedAt: at };
    // One that somebody selected at this moment is in hand already.
    const written = await tx
      .insert(postAudits)
      .values(
        rows.map(({ consignmentId, receivedOn }) => ({
          ...{ consignmentId, receivedOn, officeId, auditId: randomUUID(), basis: 'drawn' as const },
          ...{ drawId, probability, ...opened },
        })),
      )
      .onConflictDoNothing()
      .returning({ consignmentId: postAudits.consignmentId });
    const there = new Set(written.map(({ consignmentId }) => consignmentId));
    const drawn = rows.filter(({ consignmentId }) => there.has(consignmentId));
    for (const partnerId of new Set(drawn.map((row) => row.partnerId))) {
      const own = drawn.filter((row) => row.partnerId === partnerId);
      const lines = own.map((row) => ({ row, kind: 'audit_drawn' as const, values: {} }));
      await recordEvents(tx, actor, partnerId, lines, at);
    }
    await writeAudit(
      tx,
      actor,
      {
        action: 'clearance.draw_audits',
        subjectType: 'office',
        subjectId: officeId,
        officeId,
        details: { drawId, from, to, consignments: drawn.length, among, probability },
      },
      at,
    );
    return { drawn: drawn.length, among };
  }, DRAW_LIMIT);
}
