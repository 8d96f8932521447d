import 'server-only';
import { and, desc, eq, gte, ilike, inArray, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { withinScope } from '@/db/queries/clearance/scope';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { auditLog, clearances, identities, leaves } from '@/db/schema';
import { FACTS } from '@/lib/audit/facts';
import { type AuditCursor, type AuditFilter, cursorText } from '@/lib/audit/filter';
import { idsInRow } from '@/lib/audit/ids-in-row';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { isUuid } from '@/lib/kernel/ids';
import type { Policy } from '@/lib/policy/policy';
import { nameIds } from './name-ids';

export type AuditRow = Omit<typeof auditLog.$inferSelect, 'receivedOn'> & {
  /** Whether a seal covers it, so that its change would be told. */
  readonly isSealed: boolean;
};

/** Rows with what their ids stand for, and what their amounts are in. */
export type AuditBatch = {
  readonly rows: AuditRow[];
  readonly names: Readonly<Record<string, string>>;
  /** Null where no row holds an amount. */
  readonly currency: Pick<Policy, 'currency' | 'minorDigits'> | null;
};

const PAGE_ROWS = 50;
/** Rows an export reads at a time. */
const BATCH_ROWS = 1_000;
/** Rows one export holds at most; a narrower filter gives the rest. */
export const EXPORT_ROWS_MAX = 100_000;

/** The audit log, the latest first, fifty rows a page, with what the ids in them stand for; `next` names where the next page goes on. */
export async function listAudit(
  actor: Actor,
  filter: AuditFilter,
  before: AuditCursor | null,
): Promise<AuditBatch & { readonly next: string | null }> {
  authorise(actor, 'audit.read');
  const found = await select(filter, await namedBy(actor, filter), before, PAGE_ROWS + 1);
  const rows = found.slice(0, PAGE_ROWS);
  const last = rows.at(-1);
  // Who acts on this page is named by the log itself, with or without an account.
  const acting = Object.fromEntries(rows.map(({ actorId, actorName }) => [actorId, actorName]));
  const names = await nameIds(actor, rows.flatMap(idsInRow));
  const next = found.length > PAGE_ROWS && last ? cursorText(last) : null;
  return { rows, names: { ...acting, ...names }, currency: await currencyOf(rows), next };
}

/** The same rows and names for an export, in batches, so that a long log is never held in memory. */
export async function* readAudit(actor: Actor, filter: AuditFilter): AsyncGenerator<AuditBatch> {
  authorise(actor, 'audit.read');
  const named = await namedBy(actor, filter);
  let before: AuditCursor | null = null;
  for (let given = 0; given < EXPORT_ROWS_MAX; given += BATCH_ROWS) {
    const rows = await select(filter, named, before, BATCH_ROWS);
    if (rows.length > 0)
      yield { rows, names: await nameIds(actor, rows.flatMap(idsInRow)), currency: await currencyOf(rows) };
    if (rows.length < BATCH_ROWS) return;
    before = rows.at(-1) ?? null;
  }
}

/** Amounts of the log are in minor units of the administration's currency, which it does not repeat in each row. */
async function currencyOf(rows: readonly AuditRow[]): Promise<AuditBatch['currency']> {
  if (!rows.some(({ details }) => Object.keys(details).some((fact) => FACTS[fact] === 'money'))) return null;
  const { currency, minorDigits } = await policyInForce(db(), dayOf(new Date()));
  return { currency, minorDigits };
}

/** Most consignments of one reference that are looked for: every partner may use the same one. */
const NAMED_MAX = 100;

/**
 * Ids of the consignments of the reader's offices that the wanted subject is the reference of: the log knows consignments by their
 * ids only. Its rows are read of all offices, because an auditor checks the house; which id a foreign reference has, it does not tell.
 */
async function namedBy(actor: Actor, { subjectId }: AuditFilter): Promise<readonly string[]> {
  if (!subjectId || isUuid(subjectId)) return [];
  const found = await db()
    .select({ id: identities.consignmentId })
    .from(identities)
    .innerJoin(
      clearances,
      and(eq(clearances.consignmentId, identities.consignmentId), eq(clearances.receivedOn, identities.receivedOn)),
    )
    .where(and(eq(identities.reference, subjectId), withinScope(actor)))
    .limit(NAMED_MAX);
  return found.map(({ id }) => id);
}

function select(
  filter: AuditFilter,
  named: readonly string[],
  before: AuditCursor | null,
  limit: number,
): Promise<AuditRow[]> {
  const { id, at, actorId, actorName, role, officeId, action, subjectType, subjectId, details, reason } = auditLog;
  return db()
    .select({
      ...{ id, at, actorId, actorName, role, officeId, action, subjectType, subjectId, details, reason },
      isSealed: sql<boolean>`exists (select 1 from ${leaves} l where l.audit_id = ${auditLog.id}
        and l.received_on = ${auditLog.receivedOn})`,
    })
    .from(auditLog)
    .where(and(...conditionsOf(filter, named), before ? behind(before) : undefined))
    .orderBy(desc(auditLog.at), desc(auditLog.id))
    .limit(limit);
}

function conditionsOf(filter: AuditFilter, named: readonly string[]): (SQL | undefined)[] {
  const { actorId, actor, action, subject, subjectId, from, to } = filter;
  return [
    actorId ? eq(auditLog.actorId, actorId) : undefined,
    actor ? ilike(auditLog.actorName, `%${actor.replace(/[\\%_]/g, '\\$&')}%`) : undefined,
    action ? eq(auditLog.action, action) : undefined,
    subject ? eq(auditLog.subjectType, subject) : undefined,
    subjectId ? inArray(auditLog.subjectId, [subjectId, ...named]) : undefined,
    // The day of the partition and the instant of the index say the same; each speeds up its own part of the plan.
    from ? and(gte(auditLog.receivedOn, from), gte(auditLog.at, new Date(`${from}T00:00:00Z`))) : undefined,
    to ? and(lte(auditLog.receivedOn, to), lt(auditLog.at, new Date(`${addDays(to, 1)}T00:00:00Z`))) : undefined,
  ];
}

/** Ids ascend as rows are written: of one instant, too, the latest stands first. */
function behind({ at, id }: AuditCursor): SQL | undefined {
  return and(lte(auditLog.at, at), or(lt(auditLog.at, at), and(eq(auditLog.at, at), lt(auditLog.id, id))));
}
