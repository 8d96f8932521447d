import 'server-only';
import { and, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { validOn } from '@/db/queries/policy/in-force-cache';
import { codes, loads, parameters } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { CODE_KINDS, PARAMETER_KINDS, REFERENCE_KINDS, type ReferenceKind, ROW_KINDS } from '@/lib/reference/kinds';

/** Rows of one edition that are in force. */
export type Origin = { readonly edition: string; readonly source: string; readonly rows: number };

/** One list as it stands on a day. Days are `YYYY-MM-DD`, instants ISO text. */
export type ListOverview = {
  readonly kind: ReferenceKind;
  readonly rows: number;
  /** Where the rows in force come from, the most first. */
  readonly origins: readonly Origin[];
  /** First day of the row that began last. */
  readonly latestFrom: string | null;
  /** Rows that begin later. */
  readonly ahead: number;
  readonly lastLoad: { readonly at: string; readonly by: string } | null;
};

/** Every list of reference data with what is in force on a day. */
export async function listLists(actor: Actor, at = new Date()): Promise<ListOverview[]> {
  authorise(actor, 'reference.read');
  const day = dayOf(at);
  const [origins, ahead, lastLoads] = await Promise.all([originsOn(day), aheadOf(day), latestLoads()]);
  return REFERENCE_KINDS.map((kind) => {
    const own = origins.filter((origin) => (ROW_KINDS[kind] as readonly string[]).includes(origin.kind));
    const later = ahead.filter((row) => (ROW_KINDS[kind] as readonly string[]).includes(row.kind));
    const last = lastLoads.find((load) => load.kind === kind);
    return {
      kind,
      rows: own.reduce((sum, { rows }) => sum + rows, 0),
      origins: own.map(({ edition, source, rows }) => ({ edition, source, rows })).sort((a, b) => b.rows - a.rows),
      latestFrom:
        own
          .map(({ latestFrom }) => latestFrom)
          .sort()
          .at(-1) ?? null,
      ahead: later.reduce((sum, { rows }) => sum + rows, 0),
      lastLoad: last?.settledAt ? { at: last.settledAt.toISOString(), by: last.settledBy ?? '' } : null,
    };
  });
}

const LISTED = [
  [parameters, PARAMETER_KINDS],
  [codes, CODE_KINDS],
] as const;

async function originsOn(day: string) {
  const found = LISTED.map(([table, kinds]) =>
    db()
      .select({
        kind: table.kind,
        edition: table.edition,
        source: table.source,
        rows: sql<number>`count(*)::int`,
        latestFrom: sql<string>`max(${table.validFrom})::text`,
      })
      .from(table)
      .where(and(inArray(table.kind, [...kinds]), validOn(table, day)))
      .groupBy(table.kind, table.edition, table.source),
  );
  return (await Promise.all(found)).flat();
}

async function aheadOf(day: string) {
  const found = LISTED.map(([table, kinds]) =>
    db()
      .select({ kind: table.kind, rows: sql<number>`count(*)::int` })
      .from(table)
      .where(
        and(
          inArray(table.kind, [...kinds]),
          gt(table.validFrom, day),
          sql`(${table.validTo} is null or ${table.validTo} >= ${table.validFrom})`,
        ),
      )
      .groupBy(table.kind),
  );
  return (await Promise.all(found)).flat();
}

function latestLoads() {
  return db()
    .selectDistinctOn([loads.kind], { kind: loads.kind, settledAt: loads.settledAt, settledBy: loads.settledBy })
    .from(loads)
    .where(eq(loads.status, 'loaded'))
    .orderBy(loads.kind, desc(loads.settledAt));
}
