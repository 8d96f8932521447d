import 'server-only';
import { sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { clearances, consignments } from '@/db/schema';
import { isSellerPersonal } from '@/lib/clearance/mask-party';
import { TRANSACTION_TYPES } from '@/lib/consignment/codes';
import { foldText } from '@/lib/consignment/fold';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { TRIAL_DAYS } from './try-profile';

/** Enough to meet whoever sends often, few enough to be asked each time an editor opens. */
const CONSIGNMENTS = 20_000;
/** Of any other transaction the seller named may be a private person, whose name is shown to nobody who has not asked for it. */
const OF_TRADERS = TRANSACTION_TYPES.filter((type) => !isSellerPersonal(type));
/** Whoever sends seldom is found by typing the name. */
const NAMES_MAX = 1_000;

/**
 * The sellers and scheme numbers that the latest consignments of the reader's offices named in the days a profile is tried on, the most
 * frequent first, each once in its most frequent spelling: conditions on texts are held without regard to case. Private persons are
 * named to nobody.
 */
export async function listLatestNames(
  actor: Actor,
  at = new Date(),
): Promise<{ readonly sellers: readonly string[]; readonly schemes: readonly string[] }> {
  authorise(actor, 'profile.read');
  const since = addDays(dayOf(at), 1 - TRIAL_DAYS);
  const { rows } = await db().execute<{ kind: 'seller' | 'scheme'; name: string }>(sql`
    with latest as materialized (
      select case when ${consignments.transactionType} = any(${sql.param(OF_TRADERS)}::text[]) then ${consignments.sellerName} end as seller,
        ${consignments.schemeId} as scheme
      from (
        select consignment_id, received_on from ${clearances}
        where received_on >= ${since} and office_id = any(${sql.param([...actor.officeIds])}::text[])
        order by received_on desc limit ${CONSIGNMENTS}
      ) s
      join ${consignments} on ${consignments.consignmentId} = s.consignment_id and ${consignments.receivedOn} = s.received_on
    )
    select kind, name from (
      (select 'seller' as kind, seller as name, count(*) as times from latest where seller is not null
        group by seller order by times desc, seller limit ${NAMES_MAX})
      union all
      (select 'scheme', scheme, count(*) from latest where scheme is not null
        group by scheme order by 3 desc, scheme limit ${NAMES_MAX})
    ) named order by times desc, name`);
  const named = (wanted: 'seller' | 'scheme') => rows.filter(({ kind }) => kind === wanted).map(({ name }) => name);
  return { sellers: eachOnce(named('seller')), schemes: named('scheme') };
}

function eachOnce(names: readonly string[]): readonly string[] {
  const spelling = new Map<string, string>();
  for (const name of names) if (!spelling.has(foldText(name))) spelling.set(foldText(name), name);
  return [...spelling.values()];
}
