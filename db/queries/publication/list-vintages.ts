import 'server-only';
import { and, desc, eq, inArray, lt, or, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { releases, vintageCells, vintages } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';
import type { Vintage } from './last-vintage';

export type Release = typeof releases.$inferSelect;
/** A vintage with its releases, the newest first: those refused or taken back are kept. */
export type VintageView = Vintage & { readonly releases: readonly Release[] };

const PER_PAGE = 24;

/** The vintages of the offices the actor sees, the latest month first. `after` is the last of the page before, as `month/number`. */
export async function listVintages(
  actor: Actor,
  after: string | null,
): Promise<{ readonly rows: readonly VintageView[]; readonly next: string | null }> {
  authorise(actor, 'publication.read');
  const [month = '', number = ''] = (after ?? '').split('/');
  const found = await db()
    .select()
    .from(vintages)
    .where(
      and(
        sql`${vintages.officeIds} <@ ${sql.param([...actor.officeIds])}::text[]`,
        after === null
          ? undefined
          : or(lt(vintages.month, month), and(eq(vintages.month, month), lt(vintages.number, Number(number) || 0))),
      ),
    )
    .orderBy(desc(vintages.month), desc(vintages.number))
    .limit(PER_PAGE + 1);
  const rows = await withReleases(found.slice(0, PER_PAGE));
  const last = rows.at(-1);
  return { rows, next: found.length > PER_PAGE && last ? `${last.month}/${last.number}` : null };
}

/** How a vintage protects its figures, counted: cells by dataset, standing and reason. */
export type StandingCount = {
  readonly dataset: string;
  readonly standing: string;
  readonly because: string | null;
  readonly role: string | null;
  readonly cells: number;
};

/** One vintage with its releases and what is hidden in it. @throws NotFoundError where there is none that the actor sees whole */
export async function getVintage(
  actor: Actor,
  { month, number }: { readonly month: string; readonly number: number },
): Promise<VintageView & { readonly standings: readonly StandingCount[]; readonly hasNewer: boolean }> {
  authorise(actor, 'publication.read');
  const found = await db()
    .select()
    .from(vintages)
    .where(
      and(
        eq(vintages.month, month),
        eq(vintages.number, number),
        sql`${vintages.officeIds} <@ ${sql.param([...actor.officeIds])}::text[]`,
      ),
    );
  const [vintage] = await withReleases(found);
  if (!vintage) throw new NotFoundError('vintage');
  const { rows } = await db().execute<StandingCount>(sql`
    select dataset, standing, finding->>'because' as because, finding->>'role' as role, count(*)::int as cells
    from ${vintageCells} where month = ${month} and number = ${number} group by 1, 2, 3, 4 order by 1, 2, 5 desc, 3, 4`);
  const [newer] = await db()
    .select({ number: vintages.number })
    .from(vintages)
    .where(and(eq(vintages.month, month), sql`${vintages.number} > ${number}`))
    .limit(1);
  return { ...vintage, standings: rows, hasNewer: newer !== undefined };
}

async function withReleases(rows: readonly Vintage[]): Promise<VintageView[]> {
  const months = [...new Set(rows.map(({ month }) => month))];
  if (months.length === 0) return [];
  const all = await db()
    .select()
    .from(releases)
    .where(inArray(releases.month, months))
    .orderBy(desc(releases.preparedAt), desc(releases.id));
  return rows.map((row) => ({
    ...row,
    releases: all.filter(({ month, number }) => month === row.month && number === row.number),
  }));
}
