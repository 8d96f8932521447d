import 'server-only';
import { and, desc, eq, gte, ilike, inArray, lt, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import { db } from '@/db/connection';
import { auditLog, identities } from '@/db/schema';
import { type AuditCursor, cursorText } from '@/lib/audit/filter';
import { likeText } from '@/db/like-text';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays } from '@/lib/kernel/dates';
import { reasonCode } from '@/lib/privacy/held';
import type { LookFilter } from '@/lib/privacy/look-filter';
import { LOOKED_AT, LOOKS } from '@/lib/privacy/looks';

export type LookRow = {
  readonly id: string;
  readonly at: string;
  readonly actorName: string;
  readonly role: string;
  readonly officeId: string | null;
  /** The consignment, or the submission or request that was looked at. */
  readonly subjectId: string;
  readonly reference: string | null;
  readonly what: 'reveal' | 'reveal_attachment' | 'agency_reveal' | 'answer_access' | 'view_sent' | 'download_sent';
  /** Code of the reason, and what was noted beside it. */
  readonly why: string;
  readonly note: string | null;
};

const WHATS: Readonly<Record<string, LookRow['what']>> = {
  'consignment.reveal_attachment': 'reveal_attachment',
  'agency.reveal': 'agency_reveal',
  'privacy.answer_access': 'answer_access',
  'intake.view_sent': 'view_sent',
  'intake.download_sent': 'download_sent',
};

const PAGE_ROWS = 50;

/** Who looked at whose personal data and why, the latest first, fifty a page: of consignments by their references, never by names. */
export async function listLooks(
  actor: Actor,
  { who, reference, why, from, to }: LookFilter,
  before: AuditCursor | null,
): Promise<{ readonly rows: readonly LookRow[]; readonly next: string | null }> {
  authorise(actor, 'privacy.read');
  const about = reference === null ? null : await idsOf(reference);
  if (about?.length === 0) return { rows: [], next: null };
  const found = await latestOfEach(
    and(
      inArray(auditLog.subjectType, [...LOOKED_AT]),
      ne(auditLog.role, 'partner'),
      who ? ilike(auditLog.actorName, `%${likeText(who)}%`) : undefined,
      about ? inArray(auditLog.subjectId, about) : undefined,
      why ? sql`split_part(${auditLog.reason}, ':', 1) = ${why}` : undefined,
      from ? and(gte(auditLog.receivedOn, from), gte(auditLog.at, new Date(`${from}T00:00:00Z`))) : undefined,
      to ? and(lte(auditLog.receivedOn, to), lt(auditLog.at, new Date(`${addDays(to, 1)}T00:00:00Z`))) : undefined,
      before
        ? and(
            lte(auditLog.at, before.at),
            or(lt(auditLog.at, before.at), and(eq(auditLog.at, before.at), lt(auditLog.id, before.id))),
          )
        : undefined,
    ),
  );
  const rows = found.slice(0, PAGE_ROWS);
  const last = rows.at(-1);
  const names = await referencesOf(rows.map(({ subjectId }) => subjectId));
  return {
    rows: rows.map(({ id, at, actorName, role, officeId, subjectId, action, reason }) => ({
      ...{
        id,
        at: at.toISOString(),
        actorName,
        role,
        officeId,
        subjectId,
        what: WHATS[action] ?? 'reveal',
      },
      ...{ reference: names.get(subjectId) ?? null, why: reasonCode(reason) },
      note: /^\w+: ([\s\S]+)$/.exec(reason ?? '')?.[1] ?? null,
    })),
    next: found.length > PAGE_ROWS && last ? cursorText(last) : null,
  };
}

/**
 * The latest rows of all looks, by one walk of the index for each kind of look: asked for together, the log would be walked by time, past
 * everything else that was done in it.
 */
async function latestOfEach(wanted: SQL | undefined): Promise<(typeof auditLog.$inferSelect)[]> {
  const newest = [desc(auditLog.at), desc(auditLog.id)] as const;
  const of = (action: (typeof LOOKS)[number]) =>
    db()
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.action, action), wanted))
      .orderBy(...newest)
      .limit(PAGE_ROWS + 1);
  const [first, second, ...more] = LOOKS;
  return unionAll(of(first), of(second), ...more.map(of))
    .orderBy(...newest)
    .limit(PAGE_ROWS + 1);
}

/** Every partner may use the same reference. */
async function idsOf(reference: string): Promise<string[]> {
  const rows = await db()
    .select({ id: identities.consignmentId })
    .from(identities)
    .where(sql`lower(${identities.reference}) = lower(${reference})`)
    .limit(100);
  return rows.map(({ id }) => id);
}

async function referencesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { consignmentId, reference } = identities;
  const rows = await db()
    .select({ consignmentId, reference })
    .from(identities)
    .where(inArray(consignmentId, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.consignmentId, row.reference]));
}
