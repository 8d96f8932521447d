import 'server-only';
import { and, asc, gt, ilike, inArray, or, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { validOn } from '@/db/queries/policy/in-force-cache';
import { codes, parameters } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { isParameterList, type ReferenceKind, ROW_KINDS } from '@/lib/reference/kinds';
import type { StandingRow } from '@/lib/reference/row';

export type ListRow = Pick<StandingRow, 'key' | 'validFrom' | 'validTo' | 'value' | 'source' | 'edition'>;

/** What is looked for in a list, and where the page goes on. */
export type ListQuestion = { readonly day: string; readonly find: string; readonly after: string | null };

const PAGE_ROWS = 50;

/** Rows of a list in force on a day by code, fifty a page; `find` is the beginning of a code or a part of what the row says. */
export async function listRows(
  actor: Actor,
  kind: ReferenceKind,
  { day, find, after }: ListQuestion,
): Promise<{ rows: ListRow[]; next: string | null }> {
  authorise(actor, 'reference.read');
  const table = isParameterList(kind) ? parameters : codes;
  const literal = find.replace(/[\\%_]/g, '\\$&');
  const { key, validFrom, validTo, value, source, edition } = table;
  const found = await db()
    .select({ key, validFrom, validTo, value, source, edition })
    .from(table)
    .where(
      and(
        inArray(table.kind, [...ROW_KINDS[kind]]),
        validOn(table, day),
        find === '' ? undefined : or(ilike(key, `${literal}%`), ilike(sql`${value}::text`, `%${literal}%`)),
        after === null ? undefined : gt(key, after),
      ),
    )
    .orderBy(asc(key))
    .limit(PAGE_ROWS + 1);
  const rows = found.slice(0, PAGE_ROWS) as ListRow[];
  return { rows, next: found.length > PAGE_ROWS ? (rows.at(-1)?.key ?? null) : null };
}
