import 'server-only';
import { sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { cellSource, column } from '@/db/queries/statistics/cell-source';
import { foldText } from '@/lib/consignment/fold';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { NOT_DECLARED } from '@/lib/statistics/contributions';
import { EMPTY_STATISTICS_FILTER } from '@/lib/statistics/filter';
import { TRIAL_DAYS } from './try-profile';

/** Senders name them as they like: the rarest of so many names are found by typing them. */
const NAMES_MAX = 1_000;

/**
 * The marketplaces that consignments of the reader's offices named in the days a profile is tried on, the most frequent first, each once
 * in its most frequent spelling: conditions on texts are held without regard to case.
 */
export async function listMarketplaces(actor: Actor, at = new Date()): Promise<readonly string[]> {
  authorise(actor, 'profile.read');
  const to = dayOf(at);
  const source = cellSource(actor, EMPTY_STATISTICS_FILTER, {
    periods: [{ from: addDays(to, 1 - TRIAL_DAYS), to }],
    dimensions: ['marketplace'],
    measures: ['consignments'],
  });
  const marketplace = column('marketplace');
  const { rows } = await db().execute<{ name: string }>(sql`
    select ${marketplace} as name from ${source} where ${marketplace} <> ${NOT_DECLARED}
    group by 1 having sum(consignments) > 0 order by sum(consignments) desc, 1 limit ${NAMES_MAX}`);
  const spelling = new Map<string, string>();
  for (const { name } of rows) if (!spelling.has(foldText(name))) spelling.set(foldText(name), name);
  return [...spelling.values()];
}
