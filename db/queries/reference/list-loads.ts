import 'server-only';
import { and, asc, desc, eq, gt, lt, lte, or } from 'drizzle-orm';
import { db } from '@/db/connection';
import { loads } from '@/db/schema';
import { type AuditCursor, cursorText } from '@/lib/audit/filter';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import type { LoadPreview } from '@/lib/reference/preview';

/** A load in the history. Instants are ISO text. */
export type LoadRow = Pick<
  typeof loads.$inferSelect,
  'id' | 'kind' | 'series' | 'edition' | 'validFrom' | 'status' | 'previewedBy' | 'settledBy'
> &
  Pick<LoadPreview, 'added' | 'changed' | 'ended'> & { readonly previewedAt: string };

const PAGE_ROWS = 20;

/** Files that were looked at, the latest first; `next` names where the next page goes on. */
export async function listLoads(
  actor: Actor,
  before: AuditCursor | null,
): Promise<{ rows: LoadRow[]; next: string | null }> {
  authorise(actor, 'reference.read');
  const { id, kind, series, edition, validFrom, status, previewedBy, settledBy, previewedAt, preview } = loads;
  const found = await db()
    .select({ id, kind, series, edition, validFrom, status, previewedBy, settledBy, previewedAt, preview })
    .from(loads)
    .where(
      before
        ? and(
            lte(previewedAt, before.at),
            or(lt(previewedAt, before.at), and(eq(previewedAt, before.at), gt(id, before.id))),
          )
        : undefined,
    )
    .orderBy(desc(previewedAt), asc(id))
    .limit(PAGE_ROWS + 1);
  const rows = found.slice(0, PAGE_ROWS);
  const last = rows.at(-1);
  return {
    rows: rows.map(({ preview: { added, changed, ended }, ...row }) => ({
      ...row,
      previewedAt: row.previewedAt.toISOString(),
      added,
      changed,
      ended,
    })),
    next: found.length > PAGE_ROWS && last ? cursorText({ at: last.previewedAt, id: last.id }) : null,
  };
}
