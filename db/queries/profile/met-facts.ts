import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { clearances, consignments, profileFacts } from '@/db/schema';

/** Whose consignments conditions are tried on, and of which days of receipt, both inside; without a last day up to now. */
export type TriedOn = { readonly officeIds: readonly string[]; readonly fromOn: string; readonly toOn: string | null };

/**
 * The consignments that meet conditions, as the `from` and `where` of a statement: by the stored facts of the version in force of each,
 * as they were when it was assessed, with where it stands. A trial, a back-test and any count of them see the same rows. The conditions
 * come first and the joins after: a profile meets few of those it looks at.
 */
export function metFacts(tried: TriedOn, meets: SQL): SQL {
  return sql`from ${profileFacts}
    join ${consignments} on ${consignments.consignmentId} = ${profileFacts.consignmentId}
      and ${consignments.receivedOn} = ${profileFacts.receivedOn} and ${consignments.version} = ${profileFacts.version}
    join ${clearances} on ${clearances.consignmentId} = ${profileFacts.consignmentId}
      and ${clearances.receivedOn} = ${profileFacts.receivedOn}
    where ${within(sql`${profileFacts.receivedOn}`, tried)} and ${ofOffices(tried)} and ${meets}`;
}

/**
 * All that conditions were held against, as the `from` and `where` of a statement over the clearances: every assessed consignment has
 * facts, so they need not be joined to be counted. Days from before facts were kept are left out.
 */
export function heldAgainst(tried: TriedOn): SQL {
  return sql`from ${clearances} where ${within(sql`${clearances.receivedOn}`, tried)} and ${ofOffices(tried)}
    and ${clearances.receivedOn} >= (select min(${profileFacts.receivedOn}) from ${profileFacts})`;
}

const within = (day: SQL, { fromOn, toOn }: TriedOn): SQL =>
  toOn === null ? sql`${day} >= ${fromOn}` : sql`${day} between ${fromOn} and ${toOn}`;

const ofOffices = ({ officeIds }: TriedOn): SQL =>
  sql`${clearances.officeId} = any(${sql.param([...officeIds])}::text[])`;
