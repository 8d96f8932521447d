import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { clearances, consignments, profileFacts } from '@/db/schema';

/**
 * The consignments that conditions are tried on, as the `from` and `where` of a statement: the stored facts of the version in force of
 * each, as they were when it was assessed, with where it stands. A trial, a back-test and any count of them see the same rows.
 * Days are days of receipt, both inside.
 */
export function currentFacts(officeIds: readonly string[], fromOn: string, toOn: string | null): SQL {
  const until = toOn === null ? sql`` : sql` and ${profileFacts.receivedOn} <= ${toOn}`;
  return sql`from ${profileFacts}
    join ${consignments} on ${consignments.consignmentId} = ${profileFacts.consignmentId}
      and ${consignments.receivedOn} = ${profileFacts.receivedOn} and ${consignments.version} = ${profileFacts.version}
    join ${clearances} on ${clearances.consignmentId} = ${profileFacts.consignmentId}
      and ${clearances.receivedOn} = ${profileFacts.receivedOn}
    where ${profileFacts.receivedOn} >= ${fromOn}${until}
      and ${clearances.officeId} = any(${sql.param([...officeIds])}::text[])`;
}
