import 'server-only';
import { eq } from 'drizzle-orm';
import { writeAudit } from '@/db/audit';
import { db } from '@/db/connection';
import {
  countsBehind,
  firstDays,
  judgedWith,
  type WatchedCounts,
  watchedCounts,
} from '@/db/queries/statistics/watched-counts';
import { anomalies, judgedDays } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { derivedId } from '@/lib/kernel/ids';
import {
  type Anomaly,
  anomalyOf,
  type Behind,
  behindDifference,
  WATCHED,
  type Watched,
} from '@/lib/statistics/anomaly';
import { NOT_DECLARED } from '@/lib/statistics/contributions';

type Found = Anomaly & { readonly watched: Watched; readonly member: string; readonly officeIds: readonly string[] };

/**
 * Judges a day that is over, once: by office, and of all offices together where there are several. Gives how many unusual counts were found,
 * null where the day was judged before. Reading takes no lock; of two workers the second writes nothing.
 */
export async function findAnomalies(actor: Actor, day: string, at = new Date()): Promise<number | null> {
  authorise(actor, 'statistics.judge');
  const [judged] = await db().select().from(judgedDays).where(eq(judgedDays.day, day));
  if (judged) return null;
  const rows: (typeof anomalies.$inferInsert)[] = [];
  for (const found of await foundOn(actor, day)) {
    const { watched, member, officeIds } = found;
    const id = derivedId('anomaly', day, watched, member, officeIds.join(' '));
    const behind = await behindOf(actor, day, found);
    rows.push({ ...found, id, day, officeIds: [...officeIds], behind, foundAt: at });
  }
  return inTransaction(async (tx) => {
    const [own] = await tx.insert(judgedDays).values({ day, judgedAt: at }).onConflictDoNothing().returning();
    if (!own) return null;
    if (rows.length > 0) await tx.insert(anomalies).values(rows).onConflictDoNothing();
    const entry = { action: 'statistics.judge', subjectType: 'statistics', subjectId: day, officeId: null } as const;
    await writeAudit(tx, actor, { ...entry, details: { results: rows.length } }, at);
    return rows.length;
  });
}

async function foundOn(actor: Actor, day: string): Promise<Found[]> {
  const first = await firstDays(actor);
  const judged = [...first].filter(([, from]) => from <= judgedWith(day).from).map(([office]) => office);
  const found: Found[] = [];
  for (const watched of WATCHED) {
    const counts = (await watchedCounts(actor, watched, day)).filter(
      ({ officeId, member }) => judged.includes(officeId) && member !== NOT_DECLARED,
    );
    for (const { officeId, member, counts: own } of counts)
      take(found, own, { watched, member, officeIds: [officeId] });
    if (judged.length > 1)
      for (const { member, counts: all } of together(counts))
        take(found, all, { watched, member, officeIds: [...judged].sort() });
  }
  return found;
}

function take(found: Found[], counts: readonly number[], of: Pick<Found, 'watched' | 'member' | 'officeIds'>): void {
  const anomaly = anomalyOf(counts.slice(0, -1), counts.at(-1) ?? 0);
  if (anomaly) found.push({ ...anomaly, ...of });
}

/** The counts of all offices added up. */
function together(counts: readonly WatchedCounts[]): Pick<WatchedCounts, 'member' | 'counts'>[] {
  const sums = new Map<string, number[]>();
  for (const { member, counts: own } of counts) {
    const sum = sums.get(member);
    if (sum) for (const [at, count] of own.entries()) sum[at] = (sum[at] ?? 0) + count;
    else sums.set(member, [...own]);
  }
  return [...sums].map(([member, sum]) => ({ member, counts: sum }));
}

/** What of the other dimensions moved with it. */
async function behindOf(actor: Actor, day: string, { watched, member, officeIds, observed }: Found): Promise<Behind[]> {
  const behind: Behind[] = [];
  for (const by of WATCHED) {
    if (by === 'all' || by === watched) continue;
    const counts = await countsBehind(actor, { watched, member, officeIds, day }, by);
    const expected = counts.reduce((sum, one) => sum + one.expected, 0);
    const named = counts.filter((one) => one.member !== NOT_DECLARED);
    const most = behindDifference(by, { observed, expected }, named);
    if (most) behind.push(most);
  }
  return behind;
}
